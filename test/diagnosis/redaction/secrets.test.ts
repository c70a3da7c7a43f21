import { describe, expect, it } from 'vitest';
import { redact, redactSecrets } from '../../../src/diagnosis/redact.js';
import { whatGoes } from './what-goes.js';
import { whatStays } from './what-stays.js';

/** Around it there may be anything. */
const around: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `Hello, my PC will not join.\n${text}\nThank you`,
  (text) => `> ${text}\r\n`,
  (text) => `I tried this: ${flat(text)}. What now?`,
  (text) => `Hello. ${flat(text)}, and it does not work.`,
];

/** Typed words come in one line. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

describe.each(Object.entries(whatGoes))('of %s nothing stays', (kind, spellings) => {
  it.each(spellings)('%s', (text, secret) => {
    expect(text.toLowerCase()).toContain(secret.toLowerCase());
    // A table is none without its lines.
    for (const given of (/tables/.test(kind) && text.includes('\n') ? around.slice(0, 3) : around).map((put) =>
      put(text),
    )) {
      for (const take of [redact, redactSecrets]) {
        const redacted = take(given);
        for (const each of [secret, flat(secret)]) expect(redacted.toLowerCase()).not.toContain(each.toLowerCase());
        expect(take(redacted)).toBe(redacted);
      }
    }
  });
});

describe('what helps and names nobody stays', () => {
  it.each(whatStays)('%s', (text) => {
    for (const given of around.map((put) => put(text))) {
      expect(redact(given)).toBe(given);
      expect(redactSecrets(given)).toBe(given);
    }
  });

  it('sign-in addresses and phone numbers stay in own words', () => {
    const words = 'I sign in as grace.hopper@contoso.com, call me at +49 170 1234567';
    expect(redactSecrets(words)).toBe(words);
  });
});
