import { describe, expect, it } from 'vitest';
import { ada, ben } from './samples.js';
import { contoso, fabrikam, rigFor, start, type FreshDatabase } from './rig.js';

export function keepsSmallThings(fresh: FreshDatabase): void {
  describe('preferences', () => {
    const rig = rigFor(fresh);

    it('start empty and keep the last choice', async () => {
      const { preferences } = await rig.open();
      expect(await preferences.load(ada.id)).toEqual({ locale: undefined });
      await preferences.save(ada.id, { locale: 'de' });
      await preferences.save(ada.id, { locale: 'en' });
      expect(await preferences.load(ada.id)).toEqual({ locale: 'en' });
      expect(await preferences.load(ben.id)).toEqual({ locale: undefined });
      await preferences.save(ada.id, { locale: undefined });
      expect(await preferences.load(ada.id)).toEqual({ locale: undefined });
    });

    it('belong to one tenant', async () => {
      const [here, there] = [await rig.open(contoso), await rig.open(fabrikam)];
      await here.preferences.save(ada.id, { locale: 'de' });
      expect(await there.preferences.load(ada.id)).toEqual({ locale: undefined });
    });
  });

  describe('conversations', () => {
    const rig = rigFor(fresh);
    const chat = { conversationId: 'a:1', serviceUrl: 'https://service.example/', reference: '{"user":{"id":"29:1"}}' };

    it('remembers the newest reference of a person', async () => {
      const { conversations } = await rig.open();
      expect(await conversations.person(ada.id)).toBeUndefined();
      await conversations.rememberPerson(ada.id, chat);
      await conversations.rememberPerson(ada.id, chat);
      expect(await conversations.person(ada.id)).toEqual(chat);
      for (const change of [{ conversationId: 'a:2' }, { serviceUrl: 'https://other.example/' }, { reference: '{}' }]) {
        const changed = { ...chat, ...change };
        await conversations.rememberPerson(ada.id, changed);
        expect(await conversations.person(ada.id)).toEqual(changed);
      }
      expect(await conversations.person(ben.id)).toBeUndefined();
    });

    it('remembers the service URL last seen in the tenant', async () => {
      const [here, there] = [await rig.open(contoso), await rig.open(fabrikam)];
      expect(await here.conversations.serviceUrl()).toBeUndefined();
      await here.conversations.rememberServiceUrl('https://one.example/');
      await here.conversations.rememberServiceUrl('https://two.example/');
      await here.conversations.rememberServiceUrl('https://two.example/');
      expect(await here.conversations.serviceUrl()).toBe('https://two.example/');
      expect(await there.conversations.serviceUrl()).toBeUndefined();
    });

    describe('of a tenant in several regions', () => {
      const channel = '19:one@thread.tacv2';

      it('a service URL belongs to its conversation', async () => {
        const [here, there] = [await rig.open(contoso), await rig.open(fabrikam)];
        await here.conversations.rememberServiceUrl('https://emea.example/');
        await here.conversations.rememberServiceUrl('https://amer.example/', channel);
        await here.conversations.rememberPerson(ada.id, { ...chat, serviceUrl: 'https://apac.example/' });
        expect(await here.conversations.serviceUrl()).toBe('https://emea.example/');
        expect(await here.conversations.serviceUrl(channel)).toBe('https://amer.example/');
        expect(await here.conversations.serviceUrl(`${channel};messageid=17`)).toBe('https://amer.example/');
        expect(await here.conversations.serviceUrl(chat.conversationId)).toBe('https://apac.example/');
        expect(await here.conversations.serviceUrl('19:two@thread.tacv2')).toBeUndefined();
        expect(await there.conversations.serviceUrl(channel)).toBeUndefined();
      });

      it('the newest counts, in a thread for the whole channel', async () => {
        const { conversations } = await rig.open();
        await conversations.rememberServiceUrl('https://one.example/', channel);
        await conversations.rememberServiceUrl('https://two.example/', `${channel};messageid=17`);
        expect(await conversations.serviceUrl(channel)).toBe('https://two.example/');
      });

      it('that of a person’s chat goes with the person', async () => {
        const { conversations, personalData } = await rig.open();
        await conversations.rememberPerson(ada.id, chat);
        await conversations.rememberServiceUrl('https://two.example/', chat.conversationId);
        expect(await conversations.person(ada.id)).toEqual({ ...chat, serviceUrl: 'https://two.example/' });
        await personalData.forget(ada.id);
        await conversations.rememberServiceUrl('https://two.example/', chat.conversationId);
        expect(await conversations.serviceUrl(chat.conversationId)).toBeUndefined();
      });
    });
  });

  describe('handled activities', () => {
    const rig = rigFor(fresh);

    it('are first once, however many deliveries arrive together', async () => {
      const [one, two] = [await rig.open(), await rig.open()];
      const deliveries = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? one : two));
      const answers = await Promise.all(deliveries.map(({ handled }) => handled.first('a:1', 'activity', start)));
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await one.handled.first('a:1', 'another', start)).toBe(true);
      expect(await one.handled.first('a:2', 'activity', start)).toBe(true);
    });

    it('can be handled again after handling failed', async () => {
      const { handled } = await rig.open();
      await handled.first('a:1', 'activity', start);
      await handled.first('a:1', 'another', start);
      await handled.forget('a:1', 'activity');
      expect(await handled.first('a:1', 'activity', start)).toBe(true);
      expect(await handled.first('a:1', 'another', start)).toBe(false);
    });
  });
}
