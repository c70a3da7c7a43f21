import type { Directory, Evidence, JudgedDevice, Known, Person } from '../directory/model.js';
import type { AdministrationView } from './views.js';

export type LookUpCommand = 'quota' | 'devices';

/** What came of a look-up. `refused` never depends on whether the person asked for exists. */
export type LookedUp =
  | { readonly kind: 'view'; readonly view: AdministrationView }
  | { readonly kind: 'refused' }
  | { readonly kind: 'nobody'; readonly query: string }
  | { readonly kind: 'failed' };

export interface Administration {
  isAdministrator(personId: string): Promise<Known<boolean>>;
  /** `query` is a UPN, an Entra object id or a display name, as typed. */
  lookUp(callerId: string, command: LookUpCommand, query: string): Promise<LookedUp>;
}

export interface AdministrationOptions {
  readonly directory: Directory;
  /** Members are administrators; undefined = nobody is. */
  readonly adminGroupId: string | undefined;
  readonly now: () => Date;
}

export function createAdministration({ directory, adminGroupId, now }: AdministrationOptions): Administration {
  async function isAdministrator(personId: string): Promise<Known<boolean>> {
    if (adminGroupId === undefined) return { known: true, value: false, source: 'configuration', at: now().toISOString() };
    return directory.isMember(personId, adminGroupId);
  }

  async function lookUp(callerId: string, command: LookUpCommand, query: string): Promise<LookedUp> {
    const member = await isAdministrator(callerId);
    if (!member.known || !member.value) return { kind: 'refused' };
    const id = isDirectIdentifier(query) ? query : await theOnePersonCalled(directory, command, query);
    return typeof id === 'string' ? show(command, query, await directory.evidence(id)) : id;
  }

  return { isAdministrator, lookUp };
}

/** UPNs and object ids go straight to the person, which saves a request. */
function isDirectIdentifier(query: string): boolean {
  return query.includes('@') || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(query);
}

async function theOnePersonCalled(directory: Directory, command: LookUpCommand, query: string): Promise<string | LookedUp> {
  const found = await directory.findPeople(query);
  if (!found.known) return found.reason === 'notFound' ? { kind: 'nobody', query } : { kind: 'failed' };
  const [first, ...others] = found.value;
  if (!first) return { kind: 'nobody', query };
  return others.length === 0 ? first.id : { kind: 'view', view: { kind: 'choosePerson', command, query, people: found.value } };
}

function show(command: LookUpCommand, query: string, evidence: Evidence): LookedUp {
  if (!evidence.person.known) return evidence.person.reason === 'notFound' ? { kind: 'nobody', query } : { kind: 'failed' };
  const person: Person = evidence.person.value;
  const devices = judgedDevices(evidence);
  const { quota } = evidence;
  return command === 'quota'
    ? { kind: 'view', view: { kind: 'quotaOf', person, quota, devices } }
    : { kind: 'view', view: { kind: 'devicesOf', person, devices, complete: quota.complete } };
}

/** The person's devices with what was judged of them, or why they are not known. */
export function judgedDevices({ devices, judged }: Evidence): Known<readonly JudgedDevice[]> {
  return devices.known ? { ...devices, value: judged } : devices;
}
