import type { Facts, UnknownReason } from '../troubleshooting/facts.js';

/** An answer of the directory, or why there is none. `at` is ISO 8601, UTC; `source` a Graph path. */
export type Known<T> =
  | { readonly known: true; readonly value: T; readonly source: string; readonly at: string }
  | { readonly known: false; readonly reason: UnknownReason; readonly source: string; readonly at: string };

/** A person of the tenant. `undefined` = the directory did not say. `id` is the Entra object id. */
export interface Person {
  readonly id: string;
  readonly displayName: string | undefined;
  readonly userPrincipalName: string | undefined;
  readonly accountEnabled: boolean | undefined;
  /** `true` synced now; `false` once synced; `null` never synced (only on an object that came complete). */
  readonly onPremisesSyncEnabled: boolean | null | undefined;
  readonly userType: 'Member' | 'Guest' | undefined;
}

export type TrustType = 'Workplace' | 'AzureAd' | 'ServerAd';

/** A device object. `id` is the directory object's id, `deviceId` what the PC itself shows; never mixed. Times are ISO 8601. */
export interface Device {
  readonly id: string;
  readonly deviceId: string | undefined;
  readonly displayName: string | undefined;
  readonly trustType: TrustType | undefined;
  readonly operatingSystem: string | undefined;
  readonly operatingSystemVersion: string | undefined;
  readonly accountEnabled: boolean | undefined;
  readonly approximateLastSignInDateTime: string | undefined;
  /** `null` on a complete ServerAd object = Pending. */
  readonly registrationDateTime: string | null | undefined;
  readonly isManaged: boolean | undefined;
  /** How it was found: in the person's list, by its name, by the DeviceId that the PC itself shows, or by its object id. */
  readonly foundBy: 'owned' | 'registered' | 'name' | 'deviceId' | 'objectId';
}

/** A list that may have been cut after ten pages: then `complete` is false and the count reads "at least". */
export interface DeviceList {
  readonly devices: readonly Device[];
  readonly complete: boolean;
}

/**
 * Does the object count against the person's device limit? Graph does not say, so it is an estimate
 * (docs/domain/graph.md section 4).
 */
export type Counting = 'counts' | 'mayCount' | 'doesNotCount' | 'unknown';

export interface JudgedDevice {
  readonly device: Device;
  readonly counting: Counting;
  readonly downLevel: boolean;
  /** `undefined` = last use not known. */
  readonly stale: boolean | undefined;
  readonly pending: boolean | undefined;
  /** Another object of the same name is in the list. */
  readonly duplicate: boolean;
}

/** Which PC is looked for. What is not given, is no GUID, or cannot be a name, is not asked for. */
export interface PcQuery {
  readonly deviceId?: string;
  readonly name?: string;
}

/**
 * The objects that may be the PC, each once; the one with its DeviceId is `foundBy: 'deviceId'`. Empty = there is none, as far
 * as was asked: `byDeviceId` and `byName` say for what Graph gave an answer, for a DeviceId without an object twice.
 */
export interface FoundPc {
  readonly devices: readonly JudgedDevice[];
  readonly byDeviceId: boolean;
  readonly byName: boolean;
}

/** The tenant's device limit as Graph gives it: 0 = nobody may register, above 100 may mean unlimited. */
export interface Quota {
  readonly limit: Known<number>;
  readonly counts: number;
  readonly mayCount: number;
  readonly doesNotCount: number;
  readonly unknown: number;
  readonly stale: number;
  readonly complete: boolean;
}

/** Everything one `$batch` tells about a person at the start of a session. */
export interface Evidence {
  readonly person: Known<Person>;
  readonly devices: Known<DeviceList>;
  readonly judged: readonly JudgedDevice[];
  readonly quota: Quota;
  readonly facts: Facts;
}

/** An account that was deleted and can be restored for 30 days. `userPrincipalName` as it was before; `deletedAt` ISO 8601. */
export interface DeletedPerson extends Pick<Person, 'id' | 'displayName' | 'userPrincipalName'> {
  readonly deletedAt: string | undefined;
}

/** Who may be meant by what names nobody: people with a similar name or address, the nearest first, and deleted accounts of that very name. */
export interface NearPeople {
  readonly near: Known<readonly Person[]>;
  readonly deleted: Known<readonly DeletedPerson[]>;
}

/** An object with the people whom Graph keeps beside it. */
export interface FoundDevice extends JudgedDevice {
  readonly owners: Known<readonly Person[]>;
  readonly users: Known<readonly Person[]>;
}

/** What a name or an id of a device finds; `more`: Graph has further objects of this name. */
export interface FoundDevices {
  readonly devices: readonly FoundDevice[];
  readonly more: boolean;
}

/** Somebody, or a group, by id; `name` undefined = not looked up, or the directory did not say. */
export interface Named {
  readonly id: string;
  readonly name: string | undefined;
}

/** Whom a setting is for. */
export type Audience =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'selected'; readonly users: readonly Named[]; readonly groups: readonly Named[] };

/** The tenant's device registration policy. `undefined` = Graph did not say. `limit` as in {@link Quota}. */
export interface DevicePolicy {
  readonly limit: number | undefined;
  readonly mayJoin: Audience | undefined;
  readonly mayRegister: Audience | undefined;
  /** `false`: others decide about it, for registration an MDM service. */
  readonly joinConfigurable: boolean | undefined;
  readonly registerConfigurable: boolean | undefined;
  readonly mfaOnJoin: boolean | undefined;
  /** Who becomes a local administrator of a PC that joins Entra itself. */
  readonly globalAdminsAreLocalAdmins: boolean | undefined;
  readonly localAdmins: Audience | undefined;
  /** Windows LAPS may keep passwords in Entra. */
  readonly laps: boolean | undefined;
}

/** The tenant as Microsoft Graph shows it. No method throws for what Graph answers: the result says what is not known. */
export interface Directory {
  /** One `$batch`; policy and domains come from a cache for 15 minutes. `person` is an object id or a UPN. */
  evidence(person: string): Promise<Evidence>;
  /** The same for several people in one `$batch`, at most `maxPeopleAtOnce`, in the order asked. */
  evidenceOf(people: readonly string[]): Promise<readonly Evidence[]>;
  /**
   * The objects of one PC, by its DeviceId and its name in one `$batch`. A DeviceId without an object is asked for once more
   * after a pause; a name that was not given is taken from the object found. Unknown when the DeviceId, or all that was asked
   * for, has no answer; a failed search by name beside an answered DeviceId gives `byName: false`.
   */
  findPc(query: PcQuery): Promise<Known<FoundPc>>;
  /** A UPN or object id gives at most one; a display name may give several, at most 10. Empty = nobody. */
  findPeople(query: string): Promise<Known<readonly Person[]>>;
  /** Each of these display names, in the order asked: who is called so, else whose name begins so or has a word that does. One `$batch` for six names. */
  findEach(names: readonly string[]): Promise<readonly Known<readonly Person[]>[]>;
  /** Who may be meant by a UPN, object id or name that found nobody. */
  near(query: string): Promise<NearPeople>;
  /** The objects of this name, or with this object id or DeviceId, with their owners and users, in one `$batch`. Empty = none. */
  findDevices(query: string): Promise<Known<FoundDevices>>;
  /** Names that begin so, each once, at most `maxHits`. */
  namesLike(beginning: string): Promise<Known<readonly string[]>>;
  /** The policy as it is now, with the names of those it selects as far as one further `$batch` gives them. */
  policy(): Promise<Known<DevicePolicy>>;
  /** Days without a sign-in after which a device is stale. */
  readonly staleDays: number;
  /** Transitive membership, cached for 5 minutes. */
  isMember(personId: string, groupId: string): Promise<Known<boolean>>;
  /**
   * The people in a group, nested groups included, each once, by display name; guests and disabled accounts too. Cached for
   * 5 minutes, and Graph's own index may lag recent changes: who is in the group is shown by it, never decided. A list that
   * was cut is unknown: a later page that failed gives its reason, more than 5 pages `limitedInformation`.
   */
  members(groupId: string): Promise<Known<readonly Person[]>>;
}
