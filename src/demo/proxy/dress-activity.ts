import type { SamplePerson } from '../tenant/model.js';
import { teamsId } from '../playground/teams-account.js';

/** The little of an activity that the proxy looks at; the rest passes as it came. */
export interface Activity {
  readonly type: string;
  readonly id?: string;
  readonly text?: string;
  readonly from?: Account;
  readonly recipient?: Account;
  readonly conversation?: { readonly id: string };
  readonly membersAdded?: readonly Account[];
  readonly membersRemoved?: readonly Account[];
}

export interface Account {
  readonly id: string;
  readonly name?: string;
  readonly aadObjectId?: string;
}

/** The activity as if `person` had caused it, wherever `current`, who sits before the Playground, stands in it. */
export function dressActivity<A extends Activity>(activity: A, current: SamplePerson, person: SamplePerson): A {
  const dress = <T extends Account>(account: T): T =>
    account.id === teamsId(current)
      ? { ...account, id: teamsId(person), name: person.displayName, aadObjectId: person.id }
      : account;
  return {
    ...activity,
    ...(activity.from === undefined ? {} : { from: dress(activity.from) }),
    ...(activity.membersAdded === undefined ? {} : { membersAdded: activity.membersAdded.map(dress) }),
    ...(activity.membersRemoved === undefined ? {} : { membersRemoved: activity.membersRemoved.map(dress) }),
  };
}
