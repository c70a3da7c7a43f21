import { sql, type Kysely } from 'kysely';
import type { CleanUps } from '../administration/clean-up/ports.js';
import type { StatsSource } from '../administration/stats.js';
import type { TenantReports } from '../administration/report/ports.js';
import type { NameLookUps, Reminders } from '../assistant/pc-ports.js';
import type { PersonalData, PreferenceStore, SessionStore } from '../assistant/ports.js';
import type { Audit } from '../helpdesk/audit.js';
import type { Incidents } from '../helpdesk/incidents.js';
import type { ConfirmedMembers, HelpdeskSettings, AutoUpdatingCards, Outbox, TicketStore } from '../helpdesk/ports.js';
import type { ConversationStore, HandledActivities } from '../teams/ports.js';
import { createAudit } from './audit.js';
import { createCleanUps } from './clean-ups.js';
import { createConfirmedMembers } from './confirmed-members.js';
import type { StorageContext } from './context.js';
import { createConversationStore } from './conversation-store.js';
import { createHandledActivities } from './handled-activities.js';
import { createHelpdeskSettings } from './helpdesk-settings.js';
import { createIncidents } from './incidents.js';
import { createAutoUpdatingCards } from './auto-updating-cards.js';
import { migrate } from './migrate.js';
import { createNameLookUps } from './name-look-ups.js';
import { createOutbox } from './outbox.js';
import { createPersonalData } from './personal-data.js';
import { openPostgres, type TokenSource } from './postgres.js';
import { createPreferenceStore } from './preference-store.js';
import { soonAfter, tryWriting, watchFile } from './ready.js';
import { reasonOf } from './reason-of.js';
import { createReminders } from './reminders.js';
import { createReports } from './reports.js';
import type { Schema } from './schema.js';
import { createSessionStore } from './session-store.js';
import { openSqlite } from './sqlite.js';
import { startSequences } from './start-sequences.js';
import { createStatsSource } from './stats-source.js';
import { createTicketStore } from './ticket-store.js';
import type { Unreadable } from './records/unreadable-row.js';

export type DatabaseSettings =
  { readonly kind: 'sqlite'; readonly path: string } | { readonly kind: 'postgres'; readonly url: string };

export interface DatabaseOptions {
  readonly tenantId: string;
  /** Epoch ms. */
  readonly now: () => number;
  /** A renewed identity token, for a PostgreSQL whose URL has no password; TLS is required then. */
  readonly password?: TokenSource | undefined;
  /** Hears of connections that broke. */
  readonly onConnectionLost?: (error: Error) => void;
  /** Hears of a row that cannot be read, each time it is met. */
  readonly onUnreadable?: (what: Unreadable) => void;
}

/** Everything that is kept, of one tenant. */
export interface Storage {
  readonly sessions: SessionStore;
  readonly preferences: PreferenceStore;
  readonly personalData: PersonalData;
  readonly outbox: Outbox;
  readonly tickets: TicketStore;
  readonly conversations: ConversationStore;
  readonly handled: HandledActivities;
  readonly audit: Audit;
  readonly nameLookUps: NameLookUps;
  readonly reminders: Reminders;
  readonly helpdeskSettings: HelpdeskSettings;
  readonly confirmedMembers: ConfirmedMembers;
  readonly reports: TenantReports;
  readonly autoUpdatingCards: AutoUpdatingCards;
  readonly cleanUps: CleanUps;
  readonly incidents: Incidents;
  readonly statsSource: StatsSource;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  /**
   * Throws when nobody could work with the database now: it does not answer, takes no writes (a full disk, a server that became a
   * standby), or its file is no longer at its place. Cheap enough to be asked at any time.
   */
  ready(): Promise<void>;
  /** Writes something and takes it back. Throws when it cannot. */
  tryWriting(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the database and brings its tables up to date. Only the driver of the wanted kind is loaded. Throws, with the
 * cure in the message, when the driver is missing, the address cannot be used or the server does not answer.
 */
export async function openDatabase(settings: DatabaseSettings, options: DatabaseOptions): Promise<Storage> {
  await bringUpToDate(settings, options);
  const db = await connect(settings, options);
  const isThere = settings.kind === 'sqlite' ? await watchFile(settings.path) : () => ping(db);
  const context: StorageContext = {
    db,
    tenantId: options.tenantId,
    now: options.now,
    rowLocks: settings.kind === 'postgres',
    onUnreadable: options.onUnreadable ?? (() => undefined),
  };
  const triesWriting = soonAfter(() => tryWriting(context), options.now);
  return {
    sessions: createSessionStore(context),
    preferences: createPreferenceStore(context),
    personalData: createPersonalData(context),
    outbox: createOutbox(context),
    tickets: createTicketStore(context),
    conversations: createConversationStore(context),
    handled: createHandledActivities(context),
    audit: createAudit(context),
    nameLookUps: createNameLookUps(context),
    reminders: createReminders(context),
    helpdeskSettings: createHelpdeskSettings(context),
    confirmedMembers: createConfirmedMembers(context),
    reports: createReports(context),
    autoUpdatingCards: createAutoUpdatingCards(context),
    cleanUps: createCleanUps(context),
    incidents: createIncidents(context),
    statsSource: createStatsSource(context),
    ping: () => ping(db),
    async ready() {
      await isThere();
      await triesWriting();
    },
    tryWriting: () => tryWriting(context),
    close: () => db.destroy(),
  };
}

/** Over a connection of its own, whose statements may take longer than a person waits. */
async function bringUpToDate(settings: DatabaseSettings, options: DatabaseOptions): Promise<void> {
  const db = await connect(settings, options, { migrating: true });
  try {
    await ping(db);
    await migrate(db);
    if (settings.kind === 'postgres') await startSequences(db, options.tenantId);
  } finally {
    await db.destroy();
  }
}

function connect(
  settings: DatabaseSettings,
  options: DatabaseOptions,
  { migrating = false } = {},
): Promise<Kysely<Schema>> {
  switch (settings.kind) {
    case 'sqlite':
      return openSqlite(settings.path);
    case 'postgres':
      return openPostgres(settings.url, {
        password: options.password,
        onLost: options.onConnectionLost ?? (() => undefined),
        migrating,
      });
  }
}

async function ping(db: Kysely<Schema>): Promise<void> {
  try {
    await sql`select 1`.execute(db);
  } catch (error) {
    throw new Error(`The database does not answer: ${reasonOf(error)}`, { cause: error });
  }
}
