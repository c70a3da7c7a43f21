import type { Directory, Evidence, JudgedDevice, Known, Person } from '../directory/model.js';
import type { AuditEntry } from '../helpdesk/audit.js';
import { devicesOnPage, maxPeopleAtOnce } from '../limits.js';
import { freePlaces } from './free-places.js';
import { groupDevices } from './group-devices.js';
import { resolvePeople, type Resolved, type Term } from './resolve-people.js';
import { sortDevices, type DeviceSort } from './sort-devices.js';
import type { AdministrationView, PersonQuota, AskedQuota } from './views.js';

export type LookUpCommand = 'quota' | 'devices';

/** What of a look-up is to be recorded. */
export type LookUpRecord = Pick<AuditEntry, 'objectIds'> & { readonly result: 'found' | 'notFound' | 'unknown' };

/** What came of a look-up. `nobody`: and nobody similar either. */
export type LookedUp =
  | { readonly kind: 'noName' }
  | { readonly kind: 'tooMany' }
  | { readonly kind: 'view'; readonly view: AdministrationView; readonly record: LookUpRecord }
  | { readonly kind: 'nobody'; readonly record: LookUpRecord }
  | { readonly kind: 'failed'; readonly record: LookUpRecord };

/** A page of a list of devices, from 0. */
export interface ListPage {
  readonly sort: DeviceSort;
  readonly page: number;
}

/** Whoever asks was let in by the gate. What Graph does not answer is `failed` or said in the view, never thrown. */
export interface Administration {
  /** The limits of one person, or of several at once. */
  quota(asked: readonly Term[]): Promise<LookedUp>;
  devices(asked: Term, page: ListPage): Promise<LookedUp>;
}

/** Devices of one person that a card about their limit names. Those to look at; the list has all of them. */
const devicesBesideQuota = 12;

export interface AdministrationOptions {
  readonly directory: Directory;
  /** Places may be freed: the card of a limit leads there. */
  readonly allowCleanUp: boolean;
}

/** The administrators' look-ups of people. */
export function createAdministration({ directory, allowCleanUp }: AdministrationOptions): Administration {
  const { staleDays } = directory;

  return {
    async quota(asked) {
      if (asked.length === 0) return { kind: 'noName' };
      if (asked.length > maxPeopleAtOnce) return { kind: 'tooMany' };
      const resolved = await resolvePeople(asked, directory);
      const [first, ...others] = resolved;
      if (!first) return { kind: 'noName' };
      if (others.length === 0) {
        return one('quota', first, ({ evidence, person }) => ({
          kind: 'quotaOf',
          ...quotaOf(evidence, person, { staleDays, cleanUp: allowCleanUp }, devicesBesideQuota),
        }));
      }
      const entries = resolved.map((each): AskedQuota =>
        each.kind === 'evidence'
          ? { kind: 'quota', ...quotaOf(each.evidence, each.person, { staleDays, cleanUp: false }, 0) }
          : each,
      );
      return { kind: 'view', view: { kind: 'quotasOf', entries }, record: recordOf(resolved) };
    },

    async devices(asked, page) {
      if (asked.kind === 'words' && asked.words === '') return { kind: 'noName' };
      const [found] = await resolvePeople([asked], directory);
      if (!found) return { kind: 'noName' };
      return one('devices', found, ({ evidence, person }) => ({
        kind: 'devicesOf',
        person,
        ...pageOf(evidence, page),
      }));
    },
  };
}

type Found = Extract<Resolved, { kind: 'evidence' }>;

function one(command: LookUpCommand, resolved: Resolved, show: (found: Found) => AdministrationView): LookedUp {
  const record = recordOf([resolved]);
  switch (resolved.kind) {
    case 'evidence':
      return { kind: 'view', view: show(resolved), record };
    case 'several':
      return {
        kind: 'view',
        view: { kind: 'choosePerson', command, query: resolved.query, people: resolved.people },
        record,
      };
    case 'nobody': {
      const { query, near } = resolved;
      const nothingNear =
        near.near.known && near.near.value.length === 0 && near.deleted.known && near.deleted.value.length === 0;
      return nothingNear
        ? { kind: 'nobody', record }
        : { kind: 'view', view: { kind: 'nobodyFound', command, query, near }, record };
    }
    case 'failed':
      return { kind: 'failed', record };
  }
}

/** Found if anybody was; unknown rather than not found if the directory did not answer for somebody. */
function recordOf(resolved: readonly Resolved[]): LookUpRecord {
  const objectIds = resolved.flatMap((each) =>
    each.kind === 'evidence' ? [each.person.id] : each.kind === 'several' ? each.people.map(({ id }) => id) : [],
  );
  const failed = resolved.some(({ kind }) => kind === 'failed');
  return { objectIds, result: objectIds.length > 0 ? 'found' : failed ? 'unknown' : 'notFound' };
}

function quotaOf(
  { quota, devices, judged }: Evidence,
  person: Person,
  { staleDays, cleanUp }: { readonly staleDays: number; readonly cleanUp: boolean },
  mostDevices: number,
): PersonQuota {
  return {
    person,
    quota,
    places: devices.known ? freePlaces(quota, judged) : undefined,
    staleDays,
    cleanUp,
    disabled: judged.filter(({ device }) => device.accountEnabled === false).length,
    duplicate: judged.filter(({ duplicate }) => duplicate).length,
    devices: devices.known ? { ...devices, value: groupDevices(judged, mostDevices) } : devices,
  };
}

/** A page behind the last one is the last one: entries may have gone since. */
function pageOf(evidence: Evidence, { sort, page }: ListPage) {
  const { judged, quota } = evidence;
  const pages = Math.max(1, Math.ceil(judged.length / devicesOnPage));
  const shown = Math.min(page, pages - 1);
  const devices = judgedDevices({
    ...evidence,
    judged: sortDevices(judged, sort).slice(shown * devicesOnPage, (shown + 1) * devicesOnPage),
  });
  return { devices, complete: quota.complete, sort, page: shown, pages, total: judged.length };
}

/** The person's devices with what was judged of them, or why they are not known. */
export function judgedDevices({
  devices,
  judged,
}: Pick<Evidence, 'devices' | 'judged'>): Known<readonly JudgedDevice[]> {
  return devices.known ? { ...devices, value: judged } : devices;
}
