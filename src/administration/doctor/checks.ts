import type { GraphCheck } from '../../directory/check-graph.js';
import type { Known, Person } from '../../directory/model.js';
import { judgePermissions } from '../../directory/permissions.js';
import { signInProblem } from '../../directory/sign-in-errors.js';
import { minuteMs } from '../../runtime/durations.js';

export const checkIds = [
  'credentials',
  'bot',
  'tenant',
  'permissions',
  'groups',
  'channel',
  'database',
  'clock',
  'trees',
] as const;
export type CheckId = (typeof checkIds)[number];

/** What a check found. `what` names the sentence `doctor.CHECK.WHAT` and its cure `doctorCure.CHECK.WHAT`. */
export interface Finding {
  readonly check: CheckId;
  readonly state: 'ok' | 'warning' | 'failed' | 'skipped';
  readonly what: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** What came of a post that was only tried. `left`: it was taken and could not be removed again. */
export type TriedPost =
  { readonly kind: 'taken'; readonly left: boolean } | { readonly kind: 'refused'; readonly why: string };

export interface ChecksOptions {
  /** Without an app id: nothing is signed in, Graph is simulated. */
  readonly simulated: boolean;
  readonly tenantId: string;
  readonly cleanUp: boolean;
  readonly graphToken: () => Promise<string>;
  readonly botToken: () => Promise<string>;
  readonly graph: GraphCheck;
  readonly helpdeskGroupId: string | undefined;
  readonly adminGroupId: string | undefined;
  readonly members: (groupId: string) => Promise<Known<readonly Person[]>>;
  readonly channelId: () => Promise<string | undefined>;
  /** A real post in the channel, removed afterwards. */
  readonly tryPost: (channelId: string) => Promise<TriedPost>;
  /** Writes and reads something that is taken back. Throws when it cannot. */
  readonly database: () => Promise<void>;
  readonly treeVersion: string;
}

export type Check = (options: ChecksOptions) => Promise<readonly Finding[]>;

/** More than this and tokens are refused; less is worth a word. Entra takes 5 minutes (learn: access-token-claims). Milliseconds. */
const clockFailsMs = 5 * minuteMs;
const clockWarnsMs = 30_000;

export const checks: Readonly<Record<CheckId, Check>> = {
  credentials: ({ simulated, graphToken }) => signIn('credentials', simulated, graphToken),
  bot: ({ simulated, botToken }) => signIn('bot', simulated, botToken),

  // Graph itself would say it only to an application with Organization.Read.All, which is for nothing else.
  async tenant({ simulated, tenantId, graphToken }) {
    if (simulated) return [skipped('tenant', 'simulated')];
    const tid = claimsOf(await graphToken().catch(() => ''))?.tid;
    if (tid === undefined) return [skipped('tenant', 'silent')];
    const found = String(tid);
    return [
      found.toLowerCase() === tenantId.toLowerCase()
        ? ok('tenant')
        : failed('tenant', 'another', { wanted: tenantId, found }),
    ];
  },

  async permissions({ simulated, cleanUp, graph, graphToken }) {
    const roles = simulated ? undefined : claimsOf(await graphToken().catch(() => ''))?.roles;
    const { missing, tooMany } = roles
      ? judgePermissions(roles, cleanUp)
      : { missing: await graph.refused(), tooMany: [] };
    const found = [
      ...missing.map((name) => failed('permissions', 'missing', { name })),
      ...tooMany.map((name) => warning('permissions', 'tooMany', { name })),
    ];
    return found.length > 0 ? found : [ok('permissions')];
  },

  async groups({ helpdeskGroupId, adminGroupId, members }) {
    const groups = [
      ['HELPDESK_GROUP_ID', helpdeskGroupId],
      ['ADMIN_GROUP_ID', adminGroupId],
    ] as const;
    const found = await Promise.all(
      groups.map(async ([name, id]): Promise<Finding | undefined> => {
        if (id === undefined) return warning('groups', 'none', { name });
        const people = await members(id);
        if (!people.known)
          return failed('groups', people.reason === 'notFound' ? 'gone' : 'silent', { name, reason: people.reason });
        return people.value.length === 0 ? warning('groups', 'empty', { name }) : undefined;
      }),
    );
    const troubles = found.filter((each) => each !== undefined);
    return troubles.length > 0 ? troubles : [ok('groups')];
  },

  async channel({ channelId, tryPost }) {
    const id = await channelId();
    if (id === undefined) return [failed('channel', 'none')];
    const tried = await tryPost(id);
    if (tried.kind === 'refused') return [failed('channel', tried.why)];
    return [tried.left ? warning('channel', 'left') : ok('channel')];
  },

  async database({ database }) {
    await database();
    return [ok('database')];
  },

  async clock({ graph }) {
    const aheadMs = await graph.clockAheadMs();
    if (aheadMs === undefined) return [skipped('clock', 'silent')];
    const seconds = Math.round(Math.abs(aheadMs) / 1_000);
    const what = aheadMs > 0 ? 'behind' : 'ahead';
    if (Math.abs(aheadMs) > clockFailsMs) return [failed('clock', what, { seconds })];
    return [Math.abs(aheadMs) > clockWarnsMs ? warning('clock', what, { seconds }) : ok('clock')];
  },

  trees: async ({ treeVersion }) => [{ ...ok('trees'), values: { version: treeVersion } }],
};

async function signIn(
  check: 'credentials' | 'bot',
  simulated: boolean,
  token: () => Promise<string>,
): Promise<readonly Finding[]> {
  if (simulated) return [skipped(check, 'simulated')];
  try {
    await token();
    return [ok(check)];
  } catch (error) {
    const { problem, code } = signInProblem(error);
    return [failed(check, problem, { code })];
  }
}

/** Our own token, just received from Entra over TLS, so its signature needs no check to be read. */
function claimsOf(token: string): { readonly tid?: string; readonly roles?: readonly string[] } | undefined {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as {
      tid?: string;
      roles?: readonly string[];
    };
  } catch {
    return undefined;
  }
}

function ok(check: CheckId): Finding {
  return { check, state: 'ok', what: 'ok' };
}

function skipped(check: CheckId, what: string): Finding {
  return { check, state: 'skipped', what };
}

function warning(check: CheckId, what: string, values: NonNullable<Finding['values']> = {}): Finding {
  return { check, state: 'warning', what, values };
}

function failed(check: CheckId, what: string, values: NonNullable<Finding['values']> = {}): Finding {
  return { check, state: 'failed', what, values };
}
