import { describe, expect, it } from 'vitest';
import type { Storage } from '../../../src/storage/open-database.js';
import { aCleanUp, anItem } from '../../support/views-of-clean-ups.js';
import { anIncident } from '../../support/views-of-incidents.js';
import { aReportOfAll } from '../../support/views-of-reports.js';
import { bodiesOf } from './bodies.js';
import { day, minute, rigFor, start, type FreshDatabase } from './rig.js';
import { aSession, aTicket, ada, helper } from './samples.js';

const at = (time: number): string => new Date(time).toISOString();
const code = 'DJA-DATABASE-ROW-UNREADABLE';
const refused = async (asking: Promise<unknown>): Promise<unknown> =>
  asking.then(
    () => 'answered',
    (error: unknown) => (error as { readonly code?: unknown }).code,
  );

interface Kind {
  readonly table: string;
  /** Writes one, and nothing else into that table. */
  readonly write: (storage: Storage) => Promise<unknown>;
  /** What is got of it, by the way in which it is asked for, once it cannot be read. */
  readonly asked: Readonly<Record<string, readonly [ask: (storage: Storage) => Promise<unknown>, got: unknown]>>;
  /** A field that every one of them has; a list has none. */
  readonly field?: string;
}

const openTicket = (storage: Storage, key = 'key', changes: Parameters<typeof aTicket>[0] = {}) =>
  storage.tickets.open(
    {
      idempotencyKey: key,
      ticket: { ...aTicket(changes), remindAt: at(start - minute), closesAt: at(start - minute) },
    },
    () => [],
  );
const none = () => [];

const kinds: readonly Kind[] = [
  {
    table: 'sessions',
    field: 'trail',
    write: ({ sessions }) => sessions.insert(ada.id, aSession('session-1')),
    asked: { latest: [({ sessions }) => sessions.latest(ada.id), undefined] },
  },
  {
    table: 'preferences',
    field: 'locale',
    write: ({ preferences }) => preferences.save(ada.id, { locale: 'de', muted: true }),
    asked: { load: [({ preferences }) => preferences.load(ada.id), { locale: undefined }] },
  },
  {
    table: 'tickets',
    field: 'moves',
    write: (storage) => openTicket(storage, 'key', { state: 'waiting' }),
    asked: {
      find: [({ tickets }) => refused(tickets.find(1001)), code],
      'open with the same key': [(storage) => refused(openTicket(storage)), code],
      list: [async ({ tickets }) => (await tickets.list({ kind: 'open' }, 0, 10)).tickets, []],
      ofRequester: [async ({ tickets }) => (await tickets.ofRequester(ada.id, 0, 10)).tickets, []],
      waitingFor: [({ tickets }) => tickets.waitingFor(ada.id), []],
      'due to be reminded of': [({ tickets }) => tickets.due('remind', start, 10), []],
      'due to be closed': [({ tickets }) => tickets.due('close', start, 10), []],
      digest: [async ({ tickets }) => (await tickets.digest(0, 1, 10)).oldest, []],
      statistics: [
        ({ statsSource }) => statsSource.tickets(0, 0, 10),
        [{ number: 1001, claimMs: undefined, resolveMs: undefined, cause: undefined }],
      ],
    },
  },
  {
    table: 'outbox',
    field: 'kind',
    write: ({ outbox }) => outbox.add('person:ada', { kind: 'ticketCard', ticketNumber: 1001 }),
    asked: {
      take: [({ outbox }) => outbox.take(start, minute, 10), []],
    },
  },
  {
    table: 'reports',
    field: 'cursors',
    write: ({ reports }) => reports.begin(aReportOfAll()),
    asked: {
      latest: [({ reports }) => reports.latest(), undefined],
      find: [({ reports }) => reports.find('report-1'), undefined],
      lease: [({ reports }) => reports.lease('worker', start, start + minute), undefined],
      begin: [async ({ reports }) => (await reports.begin(aReportOfAll({ id: 'report-2' }))).begun, true],
    },
  },
  {
    table: 'clean_ups',
    field: 'items',
    write: ({ cleanUps }) => {
      const { number: _number, ...wanted } = aCleanUp({ expiresAt: at(start - minute), items: [anItem()] });
      return cleanUps.add(wanted, none, none);
    },
    asked: {
      find: [({ cleanUps }) => refused(cleanUps.find(1)), code],
      ofPerson: [({ cleanUps }) => cleanUps.ofPerson(aCleanUp().person.id), []],
      due: [({ cleanUps }) => cleanUps.due(start, 10), []],
    },
  },
  {
    table: 'incidents',
    field: 'text',
    async write({ incidents }) {
      const { number: _number, ...wanted } = anIncident({ state: 'draft', until: at(start - minute) });
      const { incident, version } = await incidents.draft(wanted);
      await incidents.save({ ...incident, state: 'running' }, version);
    },
    asked: {
      find: [({ incidents }) => refused(incidents.find(1)), code],
      running: [({ incidents }) => incidents.running(), []],
      due: [({ incidents }) => incidents.due(start), []],
    },
  },
  {
    table: 'reminders',
    field: 'pc',
    write: ({ reminders }) =>
      reminders.add({ personId: ada.id, key: 'a pc', dueAt: start - minute, locale: 'en', pc: {} }),
    asked: { due: [({ reminders }) => reminders.due(start, 10), []] },
  },
  {
    table: 'settings',
    write: ({ helpdeskSettings }) =>
      helpdeskSettings.setOnDuty([helper], {
        actorId: 'a',
        action: 'onDuty',
        objectIds: [],
        result: 'done',
        at: at(start),
      }),
    asked: { onDuty: [({ helpdeskSettings }) => helpdeskSettings.onDuty(), []] },
  },
];

const secret = 'what somebody wrote';

/** What may have become of a body. */
const spoilt: Readonly<Record<string, (body: string, field: string | undefined) => string>> = {
  'half of it': (body) => `${body.slice(0, -2)}"${secret}`,
  'no object': () => JSON.stringify(secret),
  'a list': () => JSON.stringify([{ secret }, secret]),
  'a field of another type': (body, field) =>
    field === undefined ? JSON.stringify([7, secret]) : JSON.stringify({ ...parsed(body), [field]: [[secret]] }),
  'a field that is missing': (body, field) => JSON.stringify(field === undefined ? { secret } : { secret, v: 1 }),
  'a version that is none': (body, field) =>
    field === undefined ? 'null' : JSON.stringify({ ...parsed(body), v: 'two' }),
  'a later version that does not fit': (body, field) =>
    field === undefined ? '{}' : JSON.stringify({ ...parsed(body), v: 99, [field]: [[secret]] }),
};

const parsed = (body: string): object => JSON.parse(body) as object;

/** The same code judges what comes out of either database: all damages on the quick one, the first on the other. */
export type Damages = 'all' | 'first';

/** Rows that somebody damaged, or that another version wrote. */
export function putsUnreadableRowsAside(fresh: FreshDatabase, which: Damages): void {
  describe.each(kinds)('a row of $table that cannot be read', ({ table, field, write, asked }) => {
    const rig = rigFor(fresh);

    /** Everything in a preference may be missing: nothing of it is no damage. */
    const damages = Object.entries(spoilt)
      .filter(([what]) => !(table === 'preferences' && what === 'a field that is missing'))
      .slice(0, which === 'all' ? undefined : 1);

    it.each(damages)('%s', async (_what, spoil) => {
      const storage = await rig.open();
      await write(storage);
      const bodies = bodiesOf(rig.settings, table);
      const damaged = spoil(await bodies.read(), field);
      for (const [name, [ask, got]] of Object.entries(asked)) {
        rig.unreadable.length = 0;
        await bodies.write(damaged);
        expect([name, await ask(storage)]).toEqual([name, got]);
        if (got === code) continue;
        expect(rig.unreadable).not.toEqual([]);
        expect(rig.unreadable.every((row) => row.table === table)).toBe(true);
        expect(JSON.stringify(rig.unreadable)).not.toContain(secret);
        if (table === 'clean_ups' || table === 'tickets' || table === 'reminders' || table === 'outbox') break;
      }
    });
  });

  describe('beside a row that cannot be read', () => {
    const rig = rigFor(fresh);

    it.each(kinds.filter(({ table }) => table === 'tickets').flatMap(({ asked }) => Object.keys(asked)))(
      'tickets: %s',
      async (way) => {
        const storage = await rig.open();
        await openTicket(storage, 'key', { state: 'waiting' });
        await bodiesOf(rig.settings, 'tickets').write('{"half');
        const [ask, got] = kinds.find(({ table }) => table === 'tickets')?.asked[way] ?? [];
        expect(await ask?.(storage)).toEqual(got);
        await openTicket(storage, 'another', { state: 'waiting' });
        expect((await storage.tickets.list({ kind: 'open' }, 0, 10)).tickets.map(({ number }) => number)).toEqual([
          1002,
        ]);
        expect((await storage.tickets.due('remind', start, 1)).length, 'the next one is due at the latest now').toBe(
          way === 'due to be reminded of' ? 1 : 0,
        );
        expect((await storage.tickets.due('remind', start, 1)).map(({ ticket }) => ticket.number)).toEqual([1002]);
        expect((await storage.tickets.find(1002))?.ticket.number).toBe(1002);
      },
    );

    it('clean-ups: those behind it are done', async () => {
      const storage = await rig.open();
      const { number: _number, ...wanted } = aCleanUp({ expiresAt: at(start - minute), items: [] });
      await storage.cleanUps.add(wanted, none, none);
      await bodiesOf(rig.settings, 'clean_ups').write('{"half');
      await storage.cleanUps.add(wanted, none, none);
      expect(await storage.cleanUps.due(start, 1)).toEqual([]);
      expect((await storage.cleanUps.due(start, 1)).map(({ cleanUp }) => cleanUp.number)).toEqual([2]);
    });

    it('reminders: it is gone, and those behind it are told', async () => {
      const storage = await rig.open();
      const reminder = { personId: ada.id, dueAt: start - minute, locale: 'en', pc: {} } as const;
      await storage.reminders.add({ ...reminder, key: 'a' });
      await bodiesOf(rig.settings, 'reminders').write('{"half');
      await storage.reminders.add({ ...reminder, key: 'b' });
      expect(await storage.reminders.due(start, 1)).toEqual([]);
      expect((await storage.reminders.due(start, 1)).map(({ key }) => key)).toEqual(['b']);
    });

    it('messages: it is given up, the doctor shows it, and its ordering key goes on', async () => {
      const { outbox } = await rig.open();
      await outbox.add('person:ada', { kind: 'ticketCard', ticketNumber: 1 });
      await bodiesOf(rig.settings, 'outbox').write('{"half');
      await outbox.add('person:ada', { kind: 'ticketCard', ticketNumber: 2 });
      expect(await outbox.take(start, minute, 10)).toEqual([]);
      expect((await outbox.take(start, minute, 10)).map(({ outgoing }) => outgoing)).toEqual([
        { kind: 'ticketCard', ticketNumber: 2 },
      ]);
      expect(await outbox.parked(10)).toMatchObject([{ outgoing: undefined, reason: `${code} JSON` }]);
    });

    it('messages: one of a kind that only a later version knows waits for an instance of that for a while', async () => {
      const { outbox } = await rig.open();
      await outbox.add('person:ada', { kind: 'ticketCard', ticketNumber: 1 });
      const bodies = bodiesOf(rig.settings, 'outbox');
      const before = await bodies.read();
      await bodies.write(
        JSON.stringify({
          kind: 'post',
          to: { kind: 'person', personId: 'ada' },
          view: { kind: 'hologram' },
          locale: 'en',
          v: 1,
        }),
      );
      for (let tries = 1; tries < 4; tries += 1) {
        expect(await outbox.take(rig.now, minute, 10)).toEqual([]);
        rig.now += minute / 2;
      }
      expect(await outbox.parked(10)).toEqual([]);
      await bodies.write(before);
      expect(await outbox.take(rig.now, minute, 10)).toHaveLength(1);
    });

    it('messages: it does not wait for ever', async () => {
      const { outbox } = await rig.open();
      await outbox.add('person:ada', { kind: 'ticketCard', ticketNumber: 1 });
      await bodiesOf(rig.settings, 'outbox').write(JSON.stringify({ kind: 'hologram', v: 2 }));
      for (let tries = 1; tries <= 10; tries += 1) {
        await outbox.take(rig.now, minute, 10);
        rig.now += minute;
      }
      expect(await outbox.parked(10)).toHaveLength(1);
    });
  });

  describe('whoever is forgotten', () => {
    const rig = rigFor(fresh);

    it('leaves nothing in a request that cannot be read', async () => {
      const { tickets, personalData } = await rig.open();
      const { ticket } = await tickets.open({ idempotencyKey: 'key', ticket: aTicket() }, none);
      const found = await tickets.find(ticket.number);
      await tickets.save({ ...ticket, state: 'closed' }, found?.version ?? 0, []);
      const bodies = bodiesOf(rig.settings, 'tickets');
      await bodies.write(`{"half of it": "${ada.name}`);
      await personalData.forget(ada.id);
      expect(await bodies.read()).toBe('{}');
      expect(await personalData.forget(ada.id), 'nobody is named there any more').toMatchObject({ openTickets: [] });
    });

    it('leaves nothing in an open one either, which can never end', async () => {
      const { tickets, personalData } = await rig.open();
      await tickets.open({ idempotencyKey: 'key', ticket: aTicket() }, none);
      const bodies = bodiesOf(rig.settings, 'tickets');
      await bodies.write(`{"half of it": "${ada.name}`);
      expect(await personalData.forget(ada.id)).toMatchObject({ openTickets: [] });
      expect(await bodies.read()).toBe('{}');
    });

    it('one that was to be closed has ended, and loses its people in time', async () => {
      const storage = await rig.open();
      await openTicket(storage, 'key', { state: 'resolved' });
      const bodies = bodiesOf(rig.settings, 'tickets');
      await bodies.write('{"half');
      expect(await storage.tickets.due('close', start, 10)).toEqual([]);
      rig.now += 100 * day;
      expect(await storage.personalData.expire(rig.now - 90 * day)).toMatchObject({ tickets: 1 });
      expect(await bodies.read()).toBe('{}');
    });

    it('leaves nothing in a clean-up that cannot be read', async () => {
      const { cleanUps, personalData } = await rig.open();
      const { number: _number, ...wanted } = aCleanUp();
      await cleanUps.add(wanted, none, none);
      const bodies = bodiesOf(rig.settings, 'clean_ups');
      await bodies.write(`{"half of it": "${wanted.person.id} ${wanted.person.name}`);
      await personalData.forget(wanted.person.id);
      expect(await bodies.read()).toBe('{}');
    });

    it('loses the requests that have ended also when nobody asks for it', async () => {
      const { tickets, personalData } = await rig.open();
      const { ticket } = await tickets.open({ idempotencyKey: 'key', ticket: aTicket() }, none);
      const found = await tickets.find(ticket.number);
      await tickets.save({ ...ticket, state: 'closed' }, found?.version ?? 0, []);
      const bodies = bodiesOf(rig.settings, 'tickets');
      await bodies.write('{"half');
      rig.now += 100 * day;
      expect(await personalData.expire(rig.now - 90 * day)).toMatchObject({ tickets: 1 });
      expect(await personalData.expire(rig.now - 90 * day)).toMatchObject({ tickets: 0 });
      expect(await bodies.read()).toBe('{}');
    });

    it('a walk that cannot be read goes with the request that ends: what was pasted may stand there', async () => {
      const { tickets, sessions } = await rig.open();
      await sessions.insert(ada.id, aSession('session-1'));
      const { ticket } = await tickets.open(
        { idempotencyKey: 'key', ticket: aTicket({ sessionId: 'session-1' }) },
        none,
      );
      const bodies = bodiesOf(rig.settings, 'sessions');
      await bodies.write('{"half');
      const found = await tickets.find(ticket.number);
      await tickets.save({ ...ticket, state: 'closed' }, found?.version ?? 0, []);
      rig.unreadable.length = 0;
      expect(await sessions.latest(ada.id)).toBeUndefined();
      expect(rig.unreadable).toEqual([]);
    });
  });

  describe('a row of a later version', () => {
    const rig = rigFor(fresh);

    it('is read when it still fits, and what is not known here is not lost', async () => {
      const { sessions } = await rig.open();
      await sessions.insert(ada.id, aSession('session-1'));
      const bodies = bodiesOf(rig.settings, 'sessions');
      const { place, ...rest } = parsed(await bodies.read()) as { place: object };
      await bodies.write(JSON.stringify({ ...rest, place: { ...place, mood: 'calm' }, later: [1], v: 7 }));
      const found = await sessions.latest(ada.id);
      expect(found?.value).toMatchObject({ later: [1], place: { kind: 'node', mood: 'calm' } });
      await sessions.save(ada.id, found!.value, found!.version);
      expect(parsed(await bodies.read())).toMatchObject({ later: [1], place: { kind: 'node', mood: 'calm' } });
      expect(rig.unreadable).toEqual([]);
    });
  });
}
