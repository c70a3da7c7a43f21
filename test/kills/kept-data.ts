import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Outgoing } from '../../src/helpdesk/ports.js';
import type { Ticket } from '../../src/helpdesk/ticket.js';
import type { Interrupted } from './attempts.js';
import { placed, type Placed } from './causes.js';
import type { KeptTicket } from './checks/cards.js';

interface SendingRow {
  readonly id: number;
  readonly attempts: number;
  readonly since: number;
  readonly body: string;
}

/** What the killed process was at. */
export interface Crash {
  /** Attempts of any kind, updates too. */
  readonly attempts: number;
  readonly posts: readonly Interrupted[];
}

/** Each attempt is told once, however many kills its row lies through. */
export function createCrashReader(path: string) {
  const known = new Set<string>();
  return function readCrash(killedAt: number, aheadMs: number): Crash {
    return onCopy(path, (db) => {
      const rows = db
        .prepare("select id, attempts, since, body from outbox where state = 'sending'")
        .all() as readonly SendingRow[];
      const fresh = rows.filter((row) => !known.has(keyOf(row)));
      for (const row of fresh) known.add(keyOf(row));
      const tickets = readTickets(db);
      const posts = fresh.flatMap(({ body, since }) => {
        const what = messageOfRow(JSON.parse(body) as Outgoing, (number) =>
          tickets.find(({ ticket }) => ticket.number === number),
        );
        return what ? [{ ...what, since: since - aheadMs, killedAt }] : [];
      });
      return { attempts: fresh.length, posts };
    });
  };
}

/** An attempt that was not even tried is counted back, so the count alone does not tell two attempts apart. */
function keyOf({ id, attempts, since }: SendingRow): string {
  return `${id} ${attempts} ${since}`;
}

/** Undefined for an update of what stands there already, and for what people are told beside their tickets. */
function messageOfRow(outgoing: Outgoing, kept: (ticketNumber: number) => KeptTicket | undefined): Placed | undefined {
  switch (outgoing.kind) {
    case 'ticketCard': {
      const { ticket, card } = kept(outgoing.ticketNumber) ?? {};
      return ticket && !card ? placed(ticket, 0, 'card') : undefined;
    }
    case 'ticketEntry':
    case 'ticketNews': {
      const { ticket } = kept(outgoing.ticketNumber) ?? {};
      return ticket && placed(ticket, outgoing.move, outgoing.kind === 'ticketEntry' ? 'entry' : 'news');
    }
    case 'update':
    case 'post':
    // Nobody pastes anything here, and no administrator asks for anything.
    case 'ticketPaste':
    case 'livingCard':
      return undefined;
  }
}

export interface TicketRow {
  readonly body: string;
  readonly card_conversation_id: string | null;
  readonly card_activity_id: string | null;
}

/** On either database. */
export const ticketQuery = 'select body, card_conversation_id, card_activity_id from tickets order by number';
export const outboxQuery = 'select id, lane, state, reason from outbox order by id';

function readTickets(db: Database.Database): readonly KeptTicket[] {
  return ticketsOf(db.prepare(ticketQuery).all() as readonly TicketRow[]);
}

export function ticketsOf(rows: readonly TicketRow[]): readonly KeptTicket[] {
  return rows.map(({ body, card_conversation_id: conversationId, card_activity_id: activityId }) => ({
    ticket: JSON.parse(body) as Ticket,
    card: conversationId === null || activityId === null ? undefined : { conversationId, activityId },
  }));
}

/** Opening the file itself would mend what the kill left, before the bot's next start can show that it does. */
function onCopy(path: string, read: (db: Database.Database) => Crash): Crash {
  const folder = mkdtempSync(join(tmpdir(), 'device-join-crashed-'));
  try {
    const copy = join(folder, 'copy.db');
    for (const ending of ['', '-wal']) if (existsSync(path + ending)) cpSync(path + ending, copy + ending);
    const db = new Database(copy);
    try {
      return hasTables(db) ? read(db) : { attempts: 0, posts: [] };
    } finally {
      db.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A process can be killed before it has made them. */
function hasTables(db: Database.Database): boolean {
  return db.prepare("select 1 from sqlite_master where name = 'outbox'").get() !== undefined;
}

export interface KeptData {
  readonly tickets: readonly KeptTicket[];
  readonly outbox: readonly {
    readonly id: number;
    readonly lane: string;
    readonly state: string;
    readonly reason: string | null;
  }[];
  readonly integrity: string;
}

/** What the database holds, also while the bot runs. */
export function readKeptData(path: string): KeptData {
  const db = new Database(path, { readonly: true });
  try {
    return {
      tickets: readTickets(db),
      outbox: db.prepare(outboxQuery).all() as KeptData['outbox'],
      integrity: String(db.pragma('integrity_check', { simple: true })),
    };
  } finally {
    db.close();
  }
}
