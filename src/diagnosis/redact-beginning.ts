import type { redacting, redactingSecrets } from './redact.js';
import type { Slices } from './slices.js';

/** So many times what is wanted is redacted at first: enough, unless much of it has to go. */
const atFirst = 3;

/**
 * The first `length` characters of the text as it is redacted, without the work of redacting all of a long one. What is cut off
 * behind them is as long again at least, so that no secret that begins in them goes unseen for being cut.
 */
export function* redactingBeginning(text: string, length: number, how: typeof redacting | typeof redactingSecrets): Slices<string> {
  const some = yield* how(text.slice(0, atFirst * length));
  const enough = text.length <= atFirst * length || some.length >= 2 * length;
  return (enough ? some : yield* how(text)).slice(0, length);
}
