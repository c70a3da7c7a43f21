import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { secrets } from '../fixtures/secrets/secrets.js';
import { staying } from '../fixtures/secrets/staying.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

function textOfFolder(folder: string): string {
  return readdirSync(root + folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(`${parentPath}/${name}`, 'utf8'))
    .join('\n');
}

const product = ['src', 'cards', 'docs'].map(textOfFolder).join('\n');

describe('the table of secrets', () => {
  it('is large enough to stand for its kinds', () => {
    expect(secrets.length).toBeGreaterThanOrEqual(120);
    expect(staying.length).toBeGreaterThanOrEqual(60);
    for (const kind of new Set(secrets.map((row) => row.kind)))
      expect(secrets.filter((row) => row.kind === kind).length, kind).toBeGreaterThanOrEqual(6);
  });

  it.each(secrets.flatMap((row) => row.secrets.map((secret) => [secret, row] as const)))(
    '%s stands in its own text and nowhere else',
    (secret, row) => {
      expect(secret.length).toBeGreaterThanOrEqual(6);
      expect([...secrets, ...staying].filter(({ text }) => text.includes(secret))).toEqual([row]);
      expect(product.includes(secret)).toBe(false);
    },
  );

  it('says only of words in the text that they stay', () => {
    const told = [
      ...secrets.flatMap(({ text, alsoStays = [] }) => alsoStays.map((stays) => ({ text, stays }))),
      ...staying.flatMap(({ text, stays: all }) => all.map((stays) => ({ text, stays }))),
    ];
    expect(told.filter(({ text, stays }) => !text.includes(stays))).toEqual([]);
  });
});
