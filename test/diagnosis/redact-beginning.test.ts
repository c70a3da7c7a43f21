import { describe, expect, it } from 'vitest';
import { redact, redacting, redactSecrets, redactingSecrets } from '../../src/diagnosis/redact.js';
import { redactingBeginning } from '../../src/diagnosis/redact-beginning.js';
import { atOnce } from '../../src/diagnosis/slices.js';
import { countWork } from '../support/count-work.js';
import { fullStatus } from '../support/full-status.js';
import { hostileInputs } from '../support/hostile-inputs.js';

const length = 1_000;

describe('the beginning of a redacted text', () => {
  it.each(Object.entries(hostileInputs))('is the same as that of the whole: %s', (_name, make) => {
    const text = make(12_000);
    expect(atOnce(redactingBeginning(text, length, redacting))).toBe(redact(text).slice(0, length));
    expect(atOnce(redactingBeginning(text, length, redactingSecrets))).toBe(redactSecrets(text).slice(0, length));
  });

  it.each([
    ['a token without end', `Bearer ${'eyJhbGciOiJSUzI1NiJ9'.repeat(10_000)}`, 'Bearer [token]'],
    [
      'a password at the end of what is looked at first',
      `${'a '.repeat(1_493)}password=${'Secret1'.repeat(10)}`,
      undefined,
    ],
    [
      'a thumbprint at the end of what is looked at first',
      `${'a '.repeat(1_493)}A5C81B0E4F7D29636B1E0C9D8A7F6E5D4C3B2A19`,
      undefined,
    ],
    [
      'much that goes, then words',
      `${'A5C81B0E4F7D29636B1E0C9D8A7F6E5D4C3B2A19 '.repeat(200)}${'a '.repeat(2_000)}`,
      undefined,
    ],
  ])('shows nothing of %s', (_name, text, shown) => {
    const beginning = atOnce(redactingBeginning(text, length, redacting));
    expect(beginning).toBe(shown ?? redact(text).slice(0, length));
  });

  const words = 'a '.repeat(12_000);
  it.each([
    [
      'an envelope whose end comes later',
      `<s:Envelope>one\n\n<wsse:Password>Hunter2</wsse:Password>${words}</s:Envelope>`,
    ],
    [
      'an envelope whose end was escaped',
      `&lt;s:Envelope&gt;one\n\n&lt;Password&gt;Hunter2&lt;/Password&gt;${words}&lt;/s:Envelope&gt;`,
    ],
    [
      'a form whose grant comes later',
      `client_id=x&username=bob&pin=Hunter2&${`a=${'y'.repeat(3_000)}&`.repeat(2)}grant_type=password`,
    ],
    [
      'an end that begins at the cut',
      `<s:Envelope>one\n\n<Password>Hunter2</Password>${words}`.slice(0, 3 * length - 6).concat('</s:Envelope>'),
    ],
  ])('shows nothing of %s', (_name, text) => {
    for (const [slices, whole] of [
      [redacting, redact],
      [redactingSecrets, redactSecrets],
    ] as const) {
      const beginning = atOnce(redactingBeginning(text, length, slices));
      expect(beginning).toBe(whole(text).slice(0, length));
      expect(beginning).not.toContain('Hunter2');
    }
  });

  it('does not take the work of the whole', async () => {
    const text = fullStatus.repeat(13);
    const { characters } = await countWork(() => atOnce(redactingBeginning(text, length, redacting)));
    expect(characters).toBeLessThan((await countWork(() => redact(text))).characters / 10);
  });
});
