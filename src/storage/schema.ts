import type { AuditEntry } from '../helpdesk/audit.js';
import type { TicketState } from '../helpdesk/ticket.js';

/**
 * The tables as Kysely sees them, the same for SQLite and PostgreSQL. Times are epoch ms, flags 0 or 1,
 * `body` columns JSON. Every key starts with the tenant.
 */
export interface Schema {
  readonly counters: CountersTable;
  readonly settings: SettingsTable;
  readonly sessions: SessionsTable;
  readonly preferences: PreferencesTable;
  readonly conversations: ConversationsTable;
  readonly service_urls: ServiceUrlsTable;
  readonly handled_activities: HandledActivitiesTable;
  readonly tickets: TicketsTable;
  readonly ticket_people: TicketPeopleTable;
  readonly outbox: OutboxTable;
  readonly audit: AuditTable;
  readonly name_look_ups: NameLookUpsTable;
  readonly reminders: RemindersTable;
  readonly confirmed_members: ConfirmedMembersTable;
  readonly reports: ReportsTable;
  readonly report_people: ReportPeopleTable;
  readonly living_cards: AutoUpdatingCardsTable;
  readonly clean_ups: CleanUpsTable;
  readonly incidents: IncidentsTable;
  readonly walk_numbers: WalkNumbersTable;
  readonly directory_writes: DirectoryWritesTable;
}

interface CountersTable {
  readonly tenant_id: string;
  readonly name: CounterName;
  readonly value: number;
}

export type CounterName = 'session' | 'ticket' | 'message' | 'audit' | 'cleanUp' | 'incident' | 'directoryWrite';

export type SettingName = 'serviceUrl' | 'helpdeskChannel' | 'onDuty' | 'toldDay' | 'triedWriting';

interface SettingsTable {
  readonly tenant_id: string;
  readonly name: SettingName;
  readonly value: string;
}

interface SessionsTable {
  readonly tenant_id: string;
  readonly person_id: string;
  readonly session_id: string;
  /** Grows with every session that is begun in the tenant, so that the latest one is known whatever is written when. */
  readonly sequence: number;
  readonly body: string;
  readonly version: number;
  readonly updated_at: number;
}

interface PreferencesTable {
  readonly tenant_id: string;
  readonly person_id: string;
  readonly body: string;
  readonly seen_at: number;
}

interface ConversationsTable {
  readonly tenant_id: string;
  readonly person_id: string;
  readonly conversation_id: string;
  readonly service_url: string;
  readonly reference: string;
  /** To the day: an unchanged conversation is not written again before. */
  readonly seen_at: number;
}

/** Where a channel, or a chat of several people, is reached; of personal chats it stands in `conversations`. */
interface ServiceUrlsTable {
  readonly tenant_id: string;
  readonly conversation_id: string;
  readonly service_url: string;
}

interface HandledActivitiesTable {
  readonly tenant_id: string;
  readonly conversation_id: string;
  readonly activity_id: string;
  readonly seen_at: number;
}

export interface TicketsTable {
  readonly tenant_id: string;
  readonly number: number;
  readonly idempotency_key: string;
  readonly state: TicketState;
  readonly body: string;
  readonly version: number;
  readonly card_conversation_id: string | null;
  readonly card_activity_id: string | null;
  /** '' when the names are gone. */
  readonly requester_id: string;
  readonly claimed_by: string | null;
  readonly urgent: number;
  readonly created_at: number;
  readonly remind_at: number | null;
  readonly closes_at: number | null;
  /** When it was resolved last; null while it is not. */
  readonly resolved_at: number | null;
  /** When it was closed or withdrawn. */
  readonly ended_at: number | null;
}

/** Who is named in a ticket, in whatever part. A ticket without rows names nobody any more. */
interface TicketPeopleTable {
  readonly tenant_id: string;
  readonly person_id: string;
  readonly number: number;
  /** 1 = the person asked to be forgotten: their data goes when the ticket ends. */
  readonly forgotten: number;
}

export interface OutboxTable {
  readonly tenant_id: string;
  readonly id: number;
  readonly lane: string;
  readonly state: 'waiting' | 'sending' | 'parked';
  readonly body: string;
  readonly attempts: number;
  readonly uncertain: number;
  /** When a waiting row may leave; when a row in `sending` was taken; when a parked one was parked. */
  readonly since: number;
  readonly written_at: number;
  /** Why the last attempt failed, or why the row was parked. */
  readonly reason: string | null;
  /** Since when Teams has refused it, or said that the message to replace is gone; null = the last attempt said something else. */
  readonly refused_since: number | null;
  /** Whom or which conversation the message is for, so that it can be forgotten with the person. */
  readonly person_id: string | null;
  readonly conversation_id: string | null;
}

interface AuditTable {
  readonly tenant_id: string;
  readonly id: number;
  readonly at: number;
  readonly actor_id: string;
  readonly action: AuditEntry['action'];
  /** A JSON list. */
  readonly object_ids: string;
  readonly result: AuditEntry['result'];
}

interface NameLookUpsTable {
  readonly tenant_id: string;
  readonly person_id: string;
  /** Days since 1970 in UTC. */
  readonly day: number;
  /** SHA-256, hexadecimal, of tenant, person and name: whose look-ups of which name are the same, and nothing else. */
  readonly name_hash: string;
}

interface RemindersTable {
  readonly tenant_id: string;
  readonly person_id: string;
  readonly reminder_key: string;
  readonly due_at: number;
  readonly attempts: number;
  readonly body: string;
  /** When the person last wished for it. */
  readonly written_at: number;
}

/** Rows are taken at their word for 24 hours. */
interface ConfirmedMembersTable {
  readonly tenant_id: string;
  readonly person_id: string;
  readonly group_id: string;
  readonly confirmed_at: number;
}

interface ReportsTable {
  readonly tenant_id: string;
  readonly report_id: string;
  readonly asked_by: string;
  readonly asked_at: number;
  /** 1 = under way: at most one of a tenant. */
  readonly running: number;
  readonly body: string;
  readonly version: number;
  /** Who works on it, until when. */
  readonly leased_by: string | null;
  readonly leased_until: number;
}

interface ReportPeopleTable {
  readonly tenant_id: string;
  readonly report_id: string;
  readonly person_id: string;
  readonly counts: number;
  readonly may_count: number;
  readonly not_known: number;
  readonly stale: number;
  readonly devices: number;
  /** '' when not known. */
  readonly name: string;
  readonly upn: string;
}

interface AutoUpdatingCardsTable {
  readonly tenant_id: string;
  readonly card_key: string;
  readonly person_id: string;
  readonly conversation_id: string;
  readonly activity_id: string;
  readonly posted_at: number;
}

interface CleanUpsTable {
  readonly tenant_id: string;
  readonly number: number;
  readonly person_id: string;
  /** 1 = nothing will happen in it any more. */
  readonly over: number;
  readonly next_at: number | null;
  readonly changed_at: number;
  readonly body: string;
  readonly version: number;
}

/** When the directory was written to, in the last hour. */
interface DirectoryWritesTable {
  readonly tenant_id: string;
  readonly id: number;
  readonly at: number;
}

/** What is counted of a walk. Nothing leads from here to a person: the session of the same sequence goes when it is forgotten. */
interface WalkNumbersTable {
  readonly tenant_id: string;
  readonly sequence: number;
  /** To the hour. */
  readonly began_at: number;
  readonly changed_at: number;
  readonly outcome: string;
  readonly node_id: string;
  readonly rating: number | null;
}

interface IncidentsTable {
  readonly tenant_id: string;
  readonly number: number;
  readonly state: string;
  readonly ends_at: number;
  readonly changed_at: number;
  /** '' = forgotten. */
  readonly by_id: string;
  readonly body: string;
  readonly version: number;
}
