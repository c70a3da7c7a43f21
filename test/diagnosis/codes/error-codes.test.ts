import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { codeEntries } from '../../../src/diagnosis/codes/code-index.js';
import { findingIds } from '../../../src/diagnosis/finding-catalogue.js';
import { phases } from '../../../src/diagnosis/model.js';
import { allCodes } from './all-codes.js';

const text = z.strictObject({ en: z.string().min(10), de: z.string().min(10) });
const phase = z.enum([...phases, 'information']);
const who = z.enum(['person', 'localAdministrator', 'directoryAdministrator']);
const finding = z.enum(findingIds as [string, ...string[]]);
const context = z.strictObject({
  phase: phase.optional(),
  meaning: text.optional(),
  cause: text.optional(),
  fix: text.optional(),
  who: who.optional(),
  finding: finding.nullable().optional(),
});
const contextNames = z.enum(['discover', 'auth', 'join', 'prt', 'hello', 'autopilot', 'downLevel']);
const entry = z.strictObject({
  code: z.string().min(1),
  symbol: z.string().min(1),
  phase,
  platform: z.enum(['current', 'downLevel', 'both']),
  meaning: text,
  cause: text,
  fix: text,
  who,
  finding: finding.optional(),
  contexts: z.partialRecord(contextNames, context).optional(),
  source: z.string().min(8),
});

/** Every text of an entry, those of its contexts too. */
const textsOf = (one: (typeof codeEntries)[number]) =>
  [one, ...Object.values(one.contexts ?? {})].flatMap((words) =>
    [words.meaning, words.cause, words.fix].filter((t) => t !== undefined),
  );

describe('the list of error codes', () => {
  it('has every code once, and no other', () => {
    expect(codeEntries.map(({ code }) => code)).toEqual(allCodes);
    expect(new Set(allCodes).size).toBe(125);
  });

  it.each(codeEntries.map((one) => [one.code, one] as const))('has %s in full, in both languages', (_code, one) => {
    expect(entry.safeParse(one).error?.issues ?? []).toEqual([]);
  });

  it('says nothing in one language that the other leaves untranslated', () => {
    const same = codeEntries.flatMap(textsOf).filter(({ en, de }) => en === de);
    expect(same).toEqual([]);
  });

  it('keeps commands and names alike in both languages', () => {
    const namesIn = (words: string) =>
      (words.match(/`[^`]+`|\b0x[0-9a-f]+|\bKB ?\d+|%\w+%/gi) ?? []).map((name) => name.toLowerCase()).sort();
    for (const { en, de } of codeEntries.flatMap(textsOf)) expect(namesIn(de)).toEqual(namesIn(en));
  });

  it('tells a person what it means without the words of administrators', () => {
    const jargon = /\b(?:SCP|DNS|OU|HTTP|WS-Trust|MEX|UPN|PRT|AIK|SYSTEM|proxy|tenant|Mandant|token)\b/;
    const meanings = codeEntries
      .flatMap((one) => [one, ...Object.values(one.contexts ?? {})])
      .flatMap(({ meaning }) => meaning ?? []);
    const hard = meanings.filter(
      ({ en, de }) => jargon.test(en.replace(/proxy setting|without a proxy|sign-in token/g, '')) || jargon.test(de),
    );
    expect(hard).toEqual([]);
  });

  it('does not name 0x801c03f2 a quota, nor 0x801c001d a failed discovery', () => {
    const of = (code: string) => codeEntries.find((one) => one.code === code);
    expect(of('0x801c03f2')).toMatchObject({
      finding: 'not-synced',
      symbol: expect.stringContaining('DSREG_E_DIRECTORY_FAILURE'),
    });
    expect(of('0x801c001d')?.symbol).toContain('DSREG_AUTOJOIN_ADCONFIG_READ_FAILED');
  });
});

const original = fileURLToPath(new URL('../../../../shared/domain/error-codes.json', import.meta.url));

describe.runIf(existsSync(original))('beside the list that the facts came from', () => {
  const source = existsSync(original)
    ? (JSON.parse(readFileSync(original, 'utf8')) as readonly Record<'code' | 'meaning' | 'cause' | 'fix', string>[])
    : [];

  it('has the same codes', () => {
    expect(source.map(({ code }) => code)).toEqual(allCodes);
  });

  it('uses words of its own', () => {
    const sentences = (words: string) =>
      words
        .split(/(?<=[.;])\s/)
        .map((sentence) => sentence.trim().toLowerCase())
        .filter((sentence) => sentence !== '');
    const theirs = new Set(source.flatMap((one) => [one.meaning, one.cause, one.fix]).flatMap(sentences));
    const copied = codeEntries
      .flatMap(textsOf)
      .flatMap(({ en }) => sentences(en).filter((sentence) => theirs.has(sentence)));
    expect(copied).toEqual([]);
  });
});
