import type { RunChecksOptions } from '../administration/doctor/run-checks.js';
import type { Channels } from '../assistant/ports.js';
import type { Config } from '../config/load-config.js';
import { createGraphCheck } from '../directory/check-graph.js';
import type { GraphPort } from '../directory/graph-port.js';
import type { Directory } from '../directory/model.js';
import type { TokenSource } from '../directory/token-source.js';
import type { Outbox } from '../helpdesk/ports.js';
import type { Pause } from '../runtime/with-timeout.js';

export interface DoctorParts {
  readonly config: Config;
  readonly graph: GraphPort;
  readonly graphTokens: TokenSource;
  readonly botTokens: TokenSource;
  readonly directory: Pick<Directory, 'members'>;
  readonly channels: Pick<Channels, 'tryAndRemove'>;
  readonly outbox: Pick<Outbox, 'failing' | 'parked'>;
  readonly channelId: () => Promise<string | undefined>;
  readonly database: () => Promise<void>;
  readonly treeVersion: string;
  readonly fetch: typeof globalThis.fetch;
  /** Epoch ms. */
  readonly now: () => number;
  readonly pause: Pause;
}

/** Collects what the doctor checks, for the bot and for `npm run doctor` alike. */
export function doctorsChecks({
  config,
  graph,
  graphTokens,
  botTokens,
  directory,
  channels,
  fetch,
  now,
  ...parts
}: DoctorParts): RunChecksOptions {
  const { baseUrl } = config.graph;
  return {
    ...parts,
    simulated: config.anonymous,
    tenantId: config.tenantId ?? '',
    cleanUp: config.allowDeviceCleanUp,
    graphToken: () => graphTokens.token(`${new URL(baseUrl).origin}/.default`),
    botToken: () => botTokens.token(`${config.cloud.botIssuer}/.default`),
    graph: createGraphCheck({ graph, baseUrl, fetch, now }),
    helpdeskGroupId: config.helpdeskGroupId,
    adminGroupId: config.adminGroupId,
    members: directory.members,
    async tryPost(channelId) {
      const tried = await channels.tryAndRemove(channelId, { kind: 'channelTest' }, config.defaultLocale);
      return tried.kind === 'taken' ? tried : { kind: 'refused', why: tried.why };
    },
  };
}
