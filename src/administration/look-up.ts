import type { Directory, Evidence, JudgedDevice, Known, Person } from '../directory/model.js';
import { namesOnePerson } from '../directory/names-one-person.js';
import type { AdministrationView } from './views.js';

export type LookUpCommand = 'quota' | 'devices';

/** What came of a look-up. `refused` never depends on whether the person asked for exists. */
export type LookedUp =
  | { readonly kind: 'view'; readonly view: AdministrationView }
  | { readonly kind: 'refused' }
  | { readonly kind: 'noName' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'failed' };

export interface Administration {
  isAdministrator(personId: string): Promise<Known<boolean>>;
  /**
   * `who` gives a UPN, an Entra object id or a display name, undefined for somebody unknown; it is asked only when the caller may look people up, so that a
   * refusal says nothing about the person asked for. Whether the caller may is not known: `failed`.
   */
  lookUp(callerId: string, command: LookUpCommand, who: () => Promise<string | undefined>): Promise<LookedUp>;
}

export interface AdministrationOptions {
  readonly directory: Directory;
  /** Members are administrators; undefined = nobody is. */
  readonly adminGroupId: string | undefined;
  readonly now: () => Date;
}

/** The administrators' look-ups. Anybody else is refused before anything is read; what Graph does not answer is `failed`, never thrown. */
export function createAdministration({ directory, adminGroupId, now }: AdministrationOptions): Administration {
  async function isAdministrator(personId: string): Promise<Known<boolean>> {
    if (adminGroupId === undefined) return { known: true, value: false, source: 'configuration', at: now().toISOString() };
    return directory.isMember(personId, adminGroupId);
  }

  async function lookUp(callerId: string, command: LookUpCommand, who: () => Promise<string | undefined>): Promise<LookedUp> {
    const member = await isAdministrator(callerId);
    if (!member.known) return { kind: 'failed' };
    if (!member.value) return { kind: 'refused' };
    const query = await who();
    if (query === undefined) return { kind: 'nobody' };
    if (query === '') return { kind: 'noName' };
    // Straight to the person saves a request.
    const id = namesOnePerson(query) ? query : await theOnePersonCalled(directory, command, query);
    return typeof id === 'string' ? show(command, await directory.evidence(id)) : id;
  }

  return { isAdministrator, lookUp };
}

async function theOnePersonCalled(directory: Directory, command: LookUpCommand, query: string): Promise<string | LookedUp> {
  const found = await directory.findPeople(query);
  if (!found.known) return found.reason === 'notFound' ? { kind: 'nobody' } : { kind: 'failed' };
  const [first, ...others] = found.value;
  if (!first) return { kind: 'nobody' };
  return others.length === 0 ? first.id : { kind: 'view', view: { kind: 'choosePerson', command, query, people: found.value } };
}

function show(command: LookUpCommand, evidence: Evidence): LookedUp {
  if (!evidence.person.known) return evidence.person.reason === 'notFound' ? { kind: 'nobody' } : { kind: 'failed' };
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
