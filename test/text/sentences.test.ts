import { describe, expect, it } from 'vitest';
import { factValues } from '../../src/troubleshooting/facts.js';
import { de } from '../../src/text/de/index.js';
import { en } from '../../src/text/en/index.js';
import { isTextKey, sentences } from '../../src/text/sentences.js';

type Key = keyof typeof en;
const keys = Object.keys(en) as Key[];
const placeholders = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe('the sentences', () => {
  it('are the same in both languages', () => expect(Object.keys(de).sort()).toEqual([...keys].sort()));

  it.each(keys)('%s takes the same values in both languages', (key) => {
    expect(placeholders(de[key])).toEqual(placeholders(en[key]));
    expect(de[key].trim()).not.toBe('');
  });

  it('have both plurals or none', () => {
    const stems = (ending: string): string[] =>
      keys.filter((key) => key.endsWith(ending)).map((key) => key.slice(0, -ending.length));
    expect(stems('_one')).toEqual(stems('_other'));
  });

  it.each(Object.entries(factValues).flatMap(([name, values]) => values.map((value) => `${name}.${value}`)))(
    'know the fact %s',
    (fact) => {
      expect(isTextKey(`fact.${fact}`)).toBe(true);
      expect(isTextKey(`factValue.${fact}`)).toBe(true);
    },
  );

  it('speak to a German with Sie', () => {
    expect(Object.values(de).filter((text) => /\b(du|dein|deine|dich|dir|kannst|musst)\b/i.test(text))).toEqual([]);
  });
});

describe('saying', () => {
  it('chooses the plural', () => {
    expect(sentences('en')('devices.count', { count: 1 })).toBe('1 device is linked to the account.');
    expect(sentences('en')('devices.count', { count: 0 })).toBe('0 devices are linked to the account.');
    expect(sentences('de')('devices.count', { count: 2 })).toBe('Dem Konto sind 2 Geräte zugeordnet.');
  });

  it('escapes what is filled in and nothing else', () => {
    const say = sentences('en', (value) => `<${value}>`);
    expect(say('notice.nobodyFound', { query: 'Bob' })).toBe(
      'I found nobody called <Bob>. The full sign-in address always works.',
    );
  });

  it.each(['{{query}}', '$t(again)', '$&', '$1', '${x}', '__proto__'])('leaves %s in a value alone', (query) => {
    expect(sentences('en')('choosePerson.heading', { query })).toBe(`Which ${query} do you mean?`);
  });

  it('knows which keys there are', () => {
    expect(isTextKey('notice.nobodyFound')).toBe(true);
    expect(isTextKey('no such key')).toBe(false);
    expect(isTextKey('toString')).toBe(false);
  });
});

it('a value that looks like another sentence, closed or not, shows as it is, however long', () => {
  for (const name of [
    '$t(notice.forgotten)',
    '$t(again and again and again and never closed',
    `$t(${'a'.repeat(5_000)}`,
    '$t('.repeat(1_000),
    '{{name}} $t({{name}}',
  ]) {
    expect(sentences('en')('notice.pcNameNoted', { name })).toContain(name);
  }
});
