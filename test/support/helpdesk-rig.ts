import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { createHelpdesk, type HandOver, type Helpdesk } from '../../src/helpdesk/helpdesk.js';
import { runTicketUpkeep } from '../../src/helpdesk/ticket-upkeep.js';
import type { Outgoing } from '../../src/helpdesk/ports.js';
import type { HelpdeskMembership } from '../../src/helpdesk/helpdesk-membership.js';
import { addWorkingTime, parseWorkingHours } from '../../src/helpdesk/working-hours.js';
import { openDatabase, type Storage } from '../../src/storage/open-database.js';
import { aTicket, ada, ben, helper } from '../contracts/storage/samples.js';
import { sent } from '../contracts/storage/rig.js';

const minute = 60_000;

export const channelId = '19:helpdesk@thread.tacv2';

/** One process of several that share a database. */
export interface Instance {
  readonly storage: Storage;
  readonly helpdesk: Helpdesk;
  /** What the clock makes it do. */
  upkeep(): Promise<number>;
  /** Everything that was written for Teams since, in the order it was written. */
  left(): Promise<readonly Outgoing[]>;
  close(): Promise<void>;
}

export interface HelpdeskRig {
  /** Sets the clock of all instances, ISO 8601. */
  at(time: string): void;
  readonly memberships: Map<string, HelpdeskMembership>;
  readonly muted: Set<string>;
  channelId: string | undefined;
  workingHours: string;
  timeZone: string;
  /** How often an outbox was woken. */
  woken: number;
  instance(): Promise<Instance>;
}

/** The helpdesk room on a SQLite file, without Teams and Graph; a new file for each test. Monday, 9 March 2026, 09:00 UTC. */
export function helpdeskRig(): HelpdeskRig {
  let folder = '';
  let now = 0;
  const opened = new Set<Storage>();
  const rig: HelpdeskRig = {
    at: (time) => void (now = new Date(time).getTime()),
    memberships: new Map(),
    muted: new Set(),
    channelId,
    workingHours: '',
    timeZone: '',
    woken: 0,
    async instance() {
      const storage = await openDatabase(
        { kind: 'sqlite', path: join(folder, 'a.db') },
        { tenantId: 'contoso', now: () => now },
      );
      opened.add(storage);
      const wakeOutbox = () => void (rig.woken += 1);
      const workingHours = parseWorkingHours(rig.workingHours) ?? [];
      const helpdesk = createHelpdesk({
        tickets: storage.tickets,
        audit: storage.audit,
        incidents: { concerning: async () => undefined },
        membershipOf: async (personId) => rig.memberships.get(personId) ?? 'notMember',
        isMuted: async (personId) => rig.muted.has(personId),
        reminderTime: (since, severity) =>
          addWorkingTime(since, (severity === 'urgent' ? 15 : 60) * minute, workingHours, rig.timeZone),
        wakeOutbox,
        now: () => new Date(now),
      });
      return {
        storage,
        helpdesk,
        upkeep: () =>
          runTicketUpkeep({
            tickets: storage.tickets,
            settings: storage.helpdeskSettings,
            channelId: async () => rig.channelId,
            workingHours,
            timeZone: rig.timeZone,
            locale: 'en',
            wakeOutbox,
            now: () => now,
          }),
        left: async () =>
          (await sent(storage, now)).toSorted((one, other) => one.id - other.id).map(({ outgoing }) => outgoing),
        async close() {
          opened.delete(storage);
          await storage.close();
        },
      };
    },
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'join-assistant-helpdesk-'));
    rig.at('2026-03-09T09:00:00.000Z');
    rig.memberships.clear();
    for (const { id } of [helper, ben]) rig.memberships.set(id, 'member');
    rig.muted.clear();
    Object.assign(rig, { channelId, workingHours: 'Mon-Fri 08:00-18:00', timeZone: 'UTC', woken: 0 });
  });
  afterEach(async () => {
    for (const storage of opened) await storage.close();
    opened.clear();
    rmSync(folder, { recursive: true, force: true });
  });
  return rig;
}

/** What Ada sends to the helpdesk. */
export function aHandOver(changes: Partial<HandOver> = {}): HandOver {
  return {
    sessionId: 'session-1',
    requester: ada,
    locale: 'de',
    severity: 'normal',
    report: aTicket().report,
    ...changes,
  };
}
