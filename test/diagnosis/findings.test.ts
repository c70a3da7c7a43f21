import { describe, expect, it } from 'vitest';
import { findingIds } from '../../src/diagnosis/finding-catalogue.js';
import type { MissingPart } from '../../src/diagnosis/model.js';
import { findings as findingsDe } from '../../src/text/de/findings.js';
import { findings as findingsEn } from '../../src/text/en/findings.js';

const parts: Readonly<Record<MissingPart, true>> = {
  deviceState: true,
  diagnosticsElevated: true,
  userStateUnelevated: true,
  signInDiagnostics: true,
  eventLogName: true,
  wholeCode: true,
};
const expected = [
  ...findingIds.map((id) => `finding.${id}`),
  ...Object.keys(parts).map((part) => `missing.${part}`),
].sort();

describe.each([
  ['English', findingsEn],
  ['German', findingsDe],
])('the words of findings in %s', (_, words: Readonly<Record<string, string>>) => {
  it('are there for every finding and every missing part, and for nothing else', () => {
    expect(Object.keys(words).sort()).toEqual(expected);
  });

  it('are short', () => {
    const tooLong = Object.entries(words).filter(
      ([key, text]) => text.length > (key.startsWith('finding.') ? 140 : 220),
    );
    expect(tooLong).toEqual([]);
  });

  it('carry no code and no name of a field where an office worker reads what is so', () => {
    const odd = Object.entries(words).filter(
      ([key, text]) => key.startsWith('finding.') && /0x|AzureAd|\bPRT\b|\bSCP\b|tenant|Mandant/i.test(text),
    );
    expect(odd).toEqual([]);
  });

  it('are all different, so that two findings never read the same', () => {
    expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length);
  });
});
