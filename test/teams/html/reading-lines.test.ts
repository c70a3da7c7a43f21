import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maxEntities, maxTypedCharacters } from '../../../src/limits.js';
import { htmlCopy, mention } from '../../support/activities.js';
import { aTeamsEdge, botId, type TeamsEdge } from '../../support/teams-edge.js';

let teams: TeamsEdge;
beforeAll(async () => {
  teams = await aTeamsEdge();
});
afterAll(() => teams.close());

/** What the assistant is given of a message with this text and HTML copy. */
async function heard(text: string, html?: unknown, more: object = {}) {
  const copy = html === undefined ? {} : { attachments: [{ contentType: 'text/html', content: html }] };
  expect(await teams.says('ada', text, { ...copy, ...more })).toMatchObject({ status: 200 });
  expect(teams.failures).toEqual([]);
  const input = teams.heard.at(-1);
  if (input?.kind !== 'said') throw new Error('Nothing was said');
  return input;
}

describe('a message with an HTML copy', () => {
  it('keeps the lines that its text has lost', async () => {
    const { text, lines } = await heard(
      'AzureAdJoined : NO EnterpriseJoined : NO DomainJoined : YES',
      '<div><p>AzureAdJoined : NO</p>\r\n<p>EnterpriseJoined&nbsp;: NO<br>DomainJoined : YES</p></div>',
    );
    expect(text).toBe('AzureAdJoined : NO EnterpriseJoined : NO DomainJoined : YES');
    expect(lines).toBe('AzureAdJoined : NO\nEnterpriseJoined : NO\nDomainJoined : YES');
  });

  it.each([
    ['says nothing', '<p><br></p>'],
    ['is none', 7],
    ['lost the lines itself', '<p>AzureAdJoined : NO DomainJoined : YES</p>'],
    ['is nothing but signs', '<'.repeat(100_000)],
    ['is nested too deeply', `${'<div>'.repeat(20_000)}AzureAdJoined`],
  ])('whose copy %s is read from its text', async (_name, html) => {
    const { lines } = await heard('AzureAdJoined : NO\r\nDomainJoined : YES', html);
    expect(lines).toBe('AzureAdJoined : NO\r\nDomainJoined : YES');
  });

  it('of two copies is read from the first', async () => {
    const { lines } = await heard('a b', undefined, {
      attachments: [htmlCopy('<p>a</p><p>b</p>'), htmlCopy('<p>c</p><p>d</p>')],
    });
    expect(lines).toBe('a\nb');
  });

  it('shows the bot no name of its own, and others as they show it', async () => {
    const named = '<span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">Device Join Assistant</span>';
    const { text, lines, mentions } = await heard(
      '<at>Device Join Assistant</at> quota <at>Kim Larsen</at>',
      `<div>${named}&nbsp;quota <at id="1">Kim Larsen</at></div>`,
      { entities: [mention(botId, 'Device Join Assistant'), mention('29:kim1', 'Kim Larsen')] },
    );
    expect([text.trim(), lines]).toEqual(['quota Kim Larsen', 'quota Kim Larsen']);
    expect(mentions).toEqual([{ teamsId: '29:kim1', text: 'Kim Larsen' }]);
  });

  it('is read in one pass, however many people are named in it', async () => {
    const people = Array.from({ length: 2_000 }, (_, index) => mention(`29:${index}`, `Kim ${index}`));
    const { text, mentions } = await heard(
      `<at>Kim 7</at> and (<at>Kim 42</at>) ${'<at>Kim 1</at> '.repeat(5_000)}<at>Nobody</at>`,
      undefined,
      { entities: people },
    );
    expect(text).toBe(`Kim 7 and (Kim 42) ${'Kim 1 '.repeat(5_000)}<at>Nobody</at>`);
    expect(mentions.length).toBe(maxEntities);
  });

  it('takes its own mention away behind however many others', async () => {
    const others = Array.from({ length: 300 }, (_, index) => mention(`29:${index}`, `Kim ${index}`));
    const { text } = await heard('<at>Device Join Assistant</at> help', undefined, {
      entities: [...others, mention(botId, 'Device Join Assistant')],
    });
    expect(text.trim()).toBe('help');
  });

  it('may show a mention in any signs', async () => {
    const shown = String.raw`@A|B (C) [D] \ ^$.*+?{1}-/`;
    const { text, mentions } = await heard(`hello ${shown}!`, undefined, {
      entities: [{ type: 'mention', text: shown, mentioned: { id: '29:a' } }],
    });
    expect(text).toBe(`hello ${shown}!`);
    expect(mentions).toEqual([{ teamsId: '29:a', text: shown }]);
    expect((await heard(`hello <at>${shown}</at>!`, undefined, { entities: [mention('29:a', shown)] })).text).toBe(
      `hello ${shown}!`,
    );
  });

  it.each([
    ['a picture', '<p><img src="https://graph.invalid/x" itemtype="http://schema.skype.com/AMSImage"></p>', true],
    [
      'a face',
      '<p>help <img itemscope itemtype="http://schema.skype.com/Emoji" alt="🙂" src="https://statics.invalid/x"></p>',
      false,
    ],
    ['a face and a picture', '<img itemtype="http://schema.skype.com/Emoji"><img src="x">', true],
    ['an unfinished picture', '<p><img', true],
    ['words about one', '<p>&lt;img&gt;</p>', false],
  ])('%s in it is told', async (_name, html, hasPicture) => {
    expect(await heard('help', html)).toMatchObject({ hasPicture });
  });

  it('of any length is bounded', async () => {
    const long = 'AzureAdJoined : NO\n'.repeat(6_000);
    expect((await heard(long)).lines).toBe(long.slice(0, maxTypedCharacters));
    expect((await heard('', `<pre>${long}</pre>`)).lines).toHaveLength(maxTypedCharacters);
  });
});

it('a message without a copy keeps the lines of its text', async () => {
  expect(await heard('AzureAdJoined : NO\nDomainJoined : YES &lt;br/&gt;')).toMatchObject({
    lines: 'AzureAdJoined : NO\nDomainJoined : YES <br/>',
  });
});
