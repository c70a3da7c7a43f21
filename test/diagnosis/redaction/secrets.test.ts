import { describe, expect, it } from 'vitest';
import { redact, redactSecrets } from '../../../src/diagnosis/redact.js';
import { whatGoes } from './what-goes.js';
import { whatStays } from './what-stays.js';

/** Around it there may be anything. */
const around: readonly ((text: string) => string)[] = [(text) => text, (text) => `Hello, my PC will not join.\n${text}\nThank you`, (text) => `> ${text}\r\n`];

describe.each(Object.entries(whatGoes))('of %s nothing stays', (_kind, spellings) => {
  it.each(spellings)('%s', (text, secret) => {
    expect(text.toLowerCase()).toContain(secret.toLowerCase());
    for (const given of around.map((put) => put(text))) {
      for (const take of [redact, redactSecrets]) {
        const redacted = take(given);
        expect(redacted.toLowerCase()).not.toContain(secret.toLowerCase());
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
