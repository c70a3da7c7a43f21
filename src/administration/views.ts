import type { QuotaReportView } from './report/report-view.js';
import type { JudgedDevice, Known, Person, Quota } from '../directory/model.js';

/** A message that did not arrive (yet). `reason` is Teams' own code and words; `since` ISO 8601. */
export interface TroubledMessage {
  readonly to: 'person' | 'channel';
  readonly ticketNumber?: number;
  readonly reason: string;
  readonly since: string;
}

/** What an administrator's command has to show. */
export type AdministrationView =
  | { readonly kind: 'quotaOf'; readonly person: Person; readonly quota: Quota; readonly devices: Known<readonly JudgedDevice[]> }
  | { readonly kind: 'devicesOf'; readonly person: Person; readonly devices: Known<readonly JudgedDevice[]>; readonly complete: boolean }
  /** Several people answer to the name: each becomes a button that runs the command for that person. */
  | { readonly kind: 'choosePerson'; readonly command: 'quota' | 'devices'; readonly query: string; readonly people: readonly Person[] }
  | QuotaReportView
  /** What keeps messages from arriving: those tried again, and those given up. */
  | { readonly kind: 'doctor'; readonly channelChosen: boolean; readonly failing: readonly TroubledMessage[]; readonly parked: readonly TroubledMessage[] };
