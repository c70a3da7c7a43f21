import { expect, it } from 'vitest';
import { redact } from '../../../src/diagnosis/redact.js';
import { redactTyped } from '../../../src/assistant/redact-typed.js';
import { unseen } from '../../fixtures/secrets/unseen.js';

it.each(unseen.map((row) => [row.kind, row.text, row] as const))(
  '%s: %j',
  (_kind, text, { secrets, alsoStays = [], where }) => {
    const left = (redacted: string): readonly string[] => secrets.filter((secret) => redacted.includes(secret));
    const [pasted, typed] = [redact(text), redactTyped(text)];
    expect(left(pasted)).toEqual([]);
    if (where !== 'technical') expect(left(typed)).toEqual([]);
    for (const stays of alsoStays)
      expect([pasted, typed]).toEqual([expect.stringContaining(stays), expect.stringContaining(stays)]);
  },
);
