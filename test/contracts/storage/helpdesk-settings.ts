import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../src/helpdesk/audit.js';
import { ada, ben, helper, ticketCard, toAda, toBen } from './samples.js';
import { day, fabrikam, minute, rigFor, sent, start, type FreshDatabase } from './rig.js';

const chosen: AuditEntry = {
  actorId: helper.id,
  action: 'useChannel',
  objectIds: ['19:new'],
  result: 'done',
  at: new Date(start).toISOString(),
};
const toChannel = { orderingKey: 'helpdesk', outgoing: ticketCard(1) };

export function keepsHelpdeskSettings(fresh: FreshDatabase): void {
  describe('the channel of the helpdesk', () => {
    const rig = rigFor(fresh);

    it('is the one chosen last, in one tenant', async () => {
      const [here, there] = [await rig.open(), await rig.open(fabrikam)];
      expect(await here.helpdeskSettings.channel()).toBeUndefined();
      await here.helpdeskSettings.useChannel('19:old', [], chosen);
      await here.helpdeskSettings.useChannel('19:new', [], chosen);
      expect(await here.helpdeskSettings.channel()).toBe('19:new');
      expect(await there.helpdeskSettings.channel()).toBeUndefined();
    });

    it('is chosen with its messages and its audit, or not at all', async () => {
      const storage = await rig.open();
      const unwritable = { orderingKey: null as never, outgoing: toAda };
      await expect(storage.helpdeskSettings.useChannel('19:new', [toChannel, unwritable], chosen)).rejects.toThrow();
      expect(await storage.helpdeskSettings.channel()).toBeUndefined();
      expect(await sent(storage, start)).toEqual([]);
      expect(await storage.audit.since(0, 10)).toEqual([]);
      await storage.helpdeskSettings.useChannel('19:new', [toChannel], chosen);
      expect(await sent(storage, start)).toMatchObject([toChannel]);
      expect(await storage.audit.since(0, 10)).toEqual([chosen]);
    });

    it('makes what waits for a channel due at once, and neither what waits for a person nor what another tenant has', async () => {
      const [here, there] = [await rig.open(), await rig.open(fabrikam)];
      for (const { outbox } of [here, there]) {
        await outbox.add('ticket:1', ticketCard(1));
        await outbox.add('person:ada', toAda);
        await outbox.add('person:ben', {
          kind: 'ticketNews',
          ticketNumber: 1,
          move: 1,
          personId: ben.id,
          locale: 'en',
        });
        for (const row of await outbox.take(start, minute, 10))
          await outbox.settle(row, { kind: 'retry', afterMs: day, reason: 'later' }, start);
      }
      await here.helpdeskSettings.useChannel('19:new', [], chosen);
      expect(await sent(here, start)).toMatchObject([{ orderingKey: 'ticket:1', attempts: 2 }]);
      expect(await sent(there, start)).toEqual([]);
      expect(await sent(here, start + day)).toHaveLength(2);
    });
  });

  describe('who is on duty', () => {
    const rig = rigFor(fresh);

    it('is nobody at first, then those chosen last', async () => {
      const [here, there] = [await rig.open(), await rig.open(fabrikam)];
      expect(await here.helpdeskSettings.onDuty()).toEqual([]);
      await here.helpdeskSettings.setOnDuty([ada, ben], chosen);
      await here.helpdeskSettings.setOnDuty([helper, ben], chosen);
      expect(await here.helpdeskSettings.onDuty()).toEqual([helper, ben]);
      expect(await here.audit.since(0, 10)).toEqual([chosen, chosen]);
      expect(await there.helpdeskSettings.onDuty()).toEqual([]);
    });

    it('is no longer who was forgotten', async () => {
      const [here, there] = [await rig.open(), await rig.open(fabrikam)];
      for (const { helpdeskSettings } of [here, there]) await helpdeskSettings.setOnDuty([helper, ben], chosen);
      await here.personalData.forget(helper.id);
      expect(await here.helpdeskSettings.onDuty()).toEqual([ben]);
      expect(await there.helpdeskSettings.onDuty()).toEqual([helper, ben]);
    });
  });

  describe('a day', () => {
    const rig = rigFor(fresh);

    it('is told by one of many, and each day anew', async () => {
      const storages = [await rig.open(), await rig.open()];
      const tell = (day: string) =>
        Promise.all(
          Array.from({ length: 20 }, (_, index) => storages[index % 2]!.helpdeskSettings.tellDay(day, [toChannel])),
        );
      for (const day of ['2026-03-09', '2026-03-10']) {
        expect((await tell(day)).filter(Boolean)).toHaveLength(1);
        expect(await sent(storages[0]!, start)).toHaveLength(1);
        expect((await tell(day)).filter(Boolean)).toEqual([]);
      }
      expect(await sent(storages[0]!, start)).toEqual([]);
    });

    it('is not told again by an instance whose clock is behind', async () => {
      const { helpdeskSettings } = await rig.open();
      expect(await helpdeskSettings.tellDay('2026-03-10', [])).toBe(true);
      expect(await helpdeskSettings.tellDay('2026-03-09', [])).toBe(false);
      expect(await helpdeskSettings.tellDay('2026-03-10', [])).toBe(false);
    });

    it('is not told when its message cannot be written, and belongs to one tenant', async () => {
      const [here, there] = [await rig.open(), await rig.open(fabrikam)];
      await expect(
        here.helpdeskSettings.tellDay('2026-03-09', [{ orderingKey: null as never, outgoing: toBen }]),
      ).rejects.toThrow();
      expect(await there.helpdeskSettings.tellDay('2026-03-09', [])).toBe(true);
      expect(await here.helpdeskSettings.tellDay('2026-03-09', [])).toBe(true);
    });
  });

  describe('confirmed members', () => {
    const rig = rigFor(fresh);

    it('are known by the newest confirmation, by person, group and tenant, over a restart', async () => {
      const before = await rig.open();
      const there = await rig.open(fabrikam);
      await before.confirmedMembers.confirm(helper.id, 'helpdesk', start + minute);
      await before.confirmedMembers.confirm(helper.id, 'helpdesk', start);
      await rig.close(before);
      const { confirmedMembers } = await rig.open();
      expect(await confirmedMembers.confirmedAt(helper.id, 'helpdesk')).toBe(start + minute);
      await confirmedMembers.confirm(helper.id, 'helpdesk', start + 2 * minute);
      expect(await confirmedMembers.confirmedAt(helper.id, 'helpdesk')).toBe(start + 2 * minute);
      expect(await confirmedMembers.confirmedAt(helper.id, 'others')).toBeUndefined();
      expect(await confirmedMembers.confirmedAt(ben.id, 'helpdesk')).toBeUndefined();
      expect(await there.confirmedMembers.confirmedAt(helper.id, 'helpdesk')).toBeUndefined();
    });

    it('are no longer any when it is taken back, or they are forgotten', async () => {
      const { confirmedMembers, personalData } = await rig.open();
      for (const { id } of [helper, ben, ada]) await confirmedMembers.confirm(id, 'helpdesk', start);
      await confirmedMembers.takeBack(helper.id, 'helpdesk');
      await personalData.forget(ben.id);
      expect(await confirmedMembers.confirmedAt(helper.id, 'helpdesk')).toBeUndefined();
      expect(await confirmedMembers.confirmedAt(ben.id, 'helpdesk')).toBeUndefined();
      expect(await confirmedMembers.confirmedAt(ada.id, 'helpdesk')).toBe(start);
    });

    it('are kept for a day, whatever the retention', async () => {
      const { confirmedMembers, personalData } = await rig.open();
      await confirmedMembers.confirm(helper.id, 'helpdesk', start);
      await confirmedMembers.confirm(ben.id, 'helpdesk', start + 1);
      rig.now = start + day + 1;
      await personalData.expire(start - 90 * day);
      expect(await confirmedMembers.confirmedAt(helper.id, 'helpdesk')).toBeUndefined();
      expect(await confirmedMembers.confirmedAt(ben.id, 'helpdesk')).toBe(start + 1);
    });
  });
}
