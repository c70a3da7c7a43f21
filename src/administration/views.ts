import type { CleanUpPickView, CleanUpView } from './clean-up/views.js';
import type { AuditListView } from './audit-list.js';
import type { Finding } from './doctor/checks.js';
import type { ExportRef } from './exports.js';
import type { QuotaReportView } from './report/report-view.js';
import type { DevicePolicy, FoundDevice, JudgedDevice, Known, NearPeople, Person, Quota } from '../directory/model.js';
import type { UnknownReason } from '../troubleshooting/facts.js';
import type { FreePlaces } from './free-places.js';
import type { DeviceGroup } from './group-devices.js';
import type { StatsView } from './stats.js';
import type { DeviceSort } from './sort-devices.js';

/** A message that did not arrive (yet). `reason` is Teams' own code and words; `since` ISO 8601. */
export interface TroubledMessage {
  readonly to: 'person' | 'channel';
  readonly ticketNumber?: number;
  readonly reason: string;
  readonly since: string;
}

/** A person's limit. `devices` by the reason why they count or not, those to look at first; `disabled`, `duplicate` of all of them. */
export interface PersonQuota {
  readonly person: Person;
  readonly quota: Quota;
  /** Undefined where there is no number to count against, or the devices are not known. */
  readonly places: FreePlaces | undefined;
  readonly staleDays: number;
  readonly disabled: number;
  readonly duplicate: number;
  readonly devices: Known<readonly DeviceGroup[]>;
  /** Places may be freed here. */
  readonly cleanUp: boolean;
}

/** One of several people who were asked for; `query` as it was typed. */
export type AskedQuota =
  | ({ readonly kind: 'quota' } & PersonQuota)
  | { readonly kind: 'several'; readonly query: string; readonly people: readonly Person[] }
  | { readonly kind: 'nobody'; readonly query: string; readonly near: NearPeople }
  | { readonly kind: 'failed'; readonly query: string; readonly reason: UnknownReason };

/** A page of a person's devices, from 0; `total` of all pages. */
export interface DevicesOf {
  readonly person: Person;
  readonly devices: Known<readonly JudgedDevice[]>;
  readonly complete: boolean;
  readonly sort: DeviceSort;
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/** What is not as it should be: in the checks, and of the messages those tried again, and those given up. */
export interface DoctorView {
  readonly kind: 'doctor';
  readonly findings: readonly Finding[];
  readonly failing: readonly TroubledMessage[];
  readonly parked: readonly TroubledMessage[];
}

/** Teams asks whether the file may be put into the person's own files; then it is made. */
export interface FileOfferView {
  readonly kind: 'fileOffer';
  readonly export: ExportRef;
  readonly name: string;
  readonly approximateBytes: number;
}

/** What an administrator's command has to show. */
export type AdministrationView =
  | ({ readonly kind: 'quotaOf' } & PersonQuota)
  | { readonly kind: 'quotasOf'; readonly entries: readonly AskedQuota[] }
  | ({ readonly kind: 'devicesOf' } & DevicesOf)
  /** Every object with a name or id; `total` of them, and Graph may have `more`. */
  | {
      readonly kind: 'deviceFound';
      readonly query: string;
      readonly byId: boolean;
      readonly devices: readonly FoundDevice[];
      readonly total: number;
      readonly more: boolean;
    }
  | {
      readonly kind: 'noDevice';
      readonly query: string;
      readonly byId: boolean;
      readonly similar: Known<readonly string[]>;
    }
  | { readonly kind: 'policy'; readonly policy: Known<DevicePolicy> }
  /** Nobody is called so, but others nearly, or somebody was: each becomes a button. */
  | {
      readonly kind: 'nobodyFound';
      readonly command: 'quota' | 'devices';
      readonly query: string;
      readonly near: NearPeople;
    }
  /** Several people answer to the name: each becomes a button that runs the command for that person. */
  | {
      readonly kind: 'choosePerson';
      readonly command: 'quota' | 'devices';
      readonly query: string;
      readonly people: readonly Person[];
    }
  | QuotaReportView
  | CleanUpPickView
  | CleanUpView
  | AuditListView
  | StatsView
  | FileOfferView
  /** The file is there: Teams shows it. */
  | {
      readonly kind: 'fileSent';
      readonly name: string;
      readonly contentUrl: string;
      readonly uniqueId: string;
      readonly fileType: string;
    }
  | DoctorView;
