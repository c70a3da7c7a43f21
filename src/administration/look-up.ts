import type { Directory, Evidence, JudgedDevice, Known, Person } from '../directory/model.js';
import { namesOnePerson } from '../directory/names-one-person.js';
import type { AdministrationView } from './views.js';

export type LookUpCommand = 'quota' | 'devices';

/** What came of a look-up. */
export type LookedUp =
  | { readonly kind: 'view'; readonly view: AdministrationView }
  | { readonly kind: 'noName' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'failed' };

export interface Administration {
  /** `query` is a UPN, an Entra object id or a display name. Whoever asks was let in by the gate. */
  lookUp(command: LookUpCommand, query: string): Promise<LookedUp>;
}

/** The administrators' look-ups; what Graph does not answer is `failed`, never thrown. */
export function createAdministration({ directory }: { readonly directory: Directory }): Administration {
  return {
    async lookUp(command, query) {
      if (query === '') return { kind: 'noName' };
      // Straight to the person saves a request.
      const id = namesOnePerson(query) ? query : await theOnePersonCalled(directory, command, query);
      return typeof id === 'string' ? show(command, await directory.evidence(id)) : id;
    },
  };
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
