import type { TenantReports } from '../administration/report/ports.js';
import { createCleanUpService } from '../administration/clean-up/request-clean-up.js';
import type { WorkCleanUpsOptions } from '../administration/clean-up/work-options.js';
import { createAuditList } from '../administration/audit-list.js';
import type { RunChecksOptions } from '../administration/doctor/run-checks.js';
import { createStats, type StatsSource } from '../administration/stats.js';
import { createReportExporter } from '../administration/export-report.js';
import type { Upload } from '../administration/exports.js';
import { createGate } from '../administration/gate.js';
import { createAdministration } from '../administration/look-up.js';
import { createRecordLookUp } from '../administration/record-look-up.js';
import { createAdministrators } from '../assistant/administrators.js';
import { createAllHandlers } from '../assistant/administrators/index.js';
import { createFiles } from '../assistant/administrators/files.js';
import { createAssistant, type Assistant } from '../assistant/assistant.js';
import { createExamine } from '../assistant/examine.js';
import { createLookUpPc } from '../assistant/look-up-pc.js';
import { createLookUps } from '../assistant/look-ups.js';
import { createPastes } from '../assistant/pastes.js';
import type { NameLookUps, Reminders } from '../assistant/pc-ports.js';
import { createHelpdeskChannel } from '../assistant/helpdesk-channel.js';
import type { Channels, PersonalData, PreferenceStore, Roster, SessionStore } from '../assistant/ports.js';
import { createTickets } from '../assistant/tickets.js';
import { createWalks } from '../assistant/walks.js';
import type { Directory, Person } from '../directory/model.js';
import { createCurrentIncidents } from '../helpdesk/current-incidents.js';
import type { EndIncidentsOptions } from '../helpdesk/end-incidents.js';
import { createHelpdesk } from '../helpdesk/helpdesk.js';
import type { Audit } from '../helpdesk/audit.js';
import type { ConfirmedMembers, HelpdeskSettings, Outbox, TicketStore } from '../helpdesk/ports.js';
import type { ReminderTime } from '../helpdesk/schedule.js';
import { createHelpdeskMembership } from '../helpdesk/helpdesk-membership.js';
import type { Locale } from '../text/locale.js';
import { createFindEntries } from '../troubleshooting/find-entries.js';
import type { Tree } from '../troubleshooting/tree.js';
import type { Pause } from '../runtime/with-timeout.js';

/** Everything that the conversation needs from outside: stores, directory, roster, clock, ids. */
export interface Parts {
  readonly tree: Tree;
  readonly directory: Directory;
  readonly sessions: SessionStore;
  readonly preferences: PreferenceStore;
  readonly personalData: PersonalData;
  readonly tickets: TicketStore;
  readonly outbox: Outbox;
  readonly helpdeskSettings: HelpdeskSettings;
  readonly confirmedMembers: ConfirmedMembers;
  /** Where requests go; undefined = nowhere yet. */
  readonly channelId: () => Promise<string | undefined>;
  readonly reminderTime: ReminderTime;
  readonly reminders: Reminders;
  readonly audit: Audit;
  readonly nameLookUps: NameLookUps;
  /** The one tenant that is served; '' when none is configured. */
  readonly tenantId: string;
  readonly wakeOutbox: () => void;
  readonly reports: TenantReports;
  readonly wakeReports: () => void;
  /** What is written to the directory, and how; shared with the work beside the conversation. */
  readonly cleanUpWork: WorkCleanUpsOptions;
  readonly wakeCleanUps: () => void;
  readonly peopleById: (ids: readonly string[]) => Promise<ReadonlyMap<string, Person>>;
  /** Puts a file where Teams wants it. */
  readonly upload: Upload;
  readonly auditRetentionDays: number;
  readonly statsSource: StatsSource;
  /** Known issues, and how they end; shared with the work beside the conversation. */
  readonly incidentWork: EndIncidentsOptions;
  readonly timeZone: string;
  readonly checks: RunChecksOptions;
  /** Parts that the scan of all devices reads side by side. */
  readonly scanPartitions: number;
  readonly roster: Roster;
  readonly channels: Channels;
  readonly background: (name: string, work: () => Promise<void>) => void;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly pause: Pause;
  readonly helpdeskGroupId: string | undefined;
  readonly adminGroupId: string | undefined;
  readonly defaultLocale: Locale;
}

/** Connects the rooms under the edges: what a person says or presses, to what is shown and done. */
export function composeAssistant(parts: Parts): Assistant {
  const { directory, preferences, confirmedMembers, helpdeskGroupId, cleanUpWork, now } = parts;
  const membershipOf = createHelpdeskMembership({
    isMember: directory.isMember,
    confirmed: confirmedMembers,
    helpdeskGroupId,
    now,
  });
  const isMuted = async (personId: string) => (await preferences.load(personId)).muted === true;
  const current = createCurrentIncidents({ incidents: parts.incidentWork.incidents, now });
  const helpdesk = createHelpdesk({ ...parts, membershipOf, isMuted, incidents: current });
  const gate = createGate(parts);
  const walks = createWalks({ ...parts, helpdesk });
  const pastes = createPastes({ ...parts, walks, examine: createExamine({ lookUpPc: createLookUpPc(parts), now }) });
  const lookUps = createLookUps(parts);
  const tickets = createTickets({ ...parts, helpdesk });
  const channel = createHelpdeskChannel({ ...parts, gate, membershipOf, settings: parts.helpdeskSettings });
  const auditList = createAuditList({ ...parts, now: () => now().getTime(), retentionDays: parts.auditRetentionDays });
  const stats = createStats({ source: parts.statsSource, tree: parts.tree, now: () => now().getTime() });
  const files = createFiles({
    ...parts,
    gate,
    exporters: { report: createReportExporter(parts.reports), audit: auditList.exporter, stats: stats.exporter },
  });
  const cleanUp = createCleanUpService({ ...parts, ...cleanUpWork, gate, wakeWork: parts.wakeCleanUps });
  const administrators = createAdministrators({
    gate,
    inTime: lookUps.inTime,
    ...createAllHandlers({
      ...parts,
      administration: createAdministration({ directory, allowCleanUp: cleanUpWork.allowed }),
      recordLookUp: createRecordLookUp(parts),
      auditList,
      stats,
      files,
      current,
      cleanUp,
      staleDays: cleanUpWork.staleDays,
      deleteAfterDays: cleanUpWork.deleteAfterDays,
    }),
  });
  return createAssistant({
    ...parts,
    walks,
    pastes,
    lookUps,
    findEntries: createFindEntries(parts.tree),
    helpdesk,
    tickets,
    channel,
    gate,
    administrators,
    files,
    incidents: current,
  });
}
