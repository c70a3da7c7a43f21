import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandLists } from '../../src/assistant/command-lists.js';
import { commands } from '../../src/assistant/commands.js';
import { understand } from '../../src/assistant/understand.js';
import { locales } from '../../src/text/locale.js';

/** What manifests of schema 1.17 hold, for clouds that lag: 10 commands, 32 and 128 characters. */
const limits = { commands: 10, title: 32, description: 128 };

describe.each(locales)("Teams' menu in %s", (locale) => {
  it.each(commandLists(locale))('has lists that every manifest takes: $scopes', ({ commands: list }) => {
    expect(list.length).toBeGreaterThan(0);
    expect(list.length).toBeLessThanOrEqual(limits.commands);
    expect(new Set(list.map(({ title }) => title.toLowerCase())).size).toBe(list.length);
    for (const { title, description } of list) {
      expect(title).toMatch(/^[^/]/);
      expect(title.length).toBeLessThanOrEqual(limits.title);
      expect(description).not.toBe('');
      expect(description.length).toBeLessThanOrEqual(limits.description);
    }
  });

  it('offers what is understood when it is pressed', () => {
    for (const { title } of commandLists(locale).flatMap(({ commands: list }) => list)) {
      expect(understand(title), title).toMatchObject({ kind: 'command', exact: true });
    }
  });
});

it('each command stands there once, its ways of typing are its own, and help shows one of them', () => {
  expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
  const ways = commands.flatMap(({ words }) => words);
  expect(new Set(ways).size).toBe(ways.length);
  expect(ways.filter((way) => way !== way.toLowerCase() || way.trim() !== way)).toEqual([]);
  for (const { words, local = {} } of commands) expect(words).toEqual(expect.arrayContaining(Object.values(local)));
});

it('every way of typing leads to its command, whatever another one begins with', () => {
  for (const { id, words } of commands) {
    for (const way of words) expect(understand(way), way).toMatchObject({ kind: 'command', command: { id } });
  }
});

it('the README names each command of administrators and the helpdesk', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  for (const { words, who } of commands) if (who !== 'everyone') expect(readme).toContain(`\`${words[0] ?? ''}`);
});
