import type { Slices } from './slices.js';

/** So many times what is wanted is redacted at first: enough, unless much of it has to go. */
const atFirst = 3;

/** Bodies that are told by their end, however far away it is: an envelope by its closing tag, a form by its grant. */
const toldByEnd =
  /grant_type=|(?:<|&lt;)\/(?:[\w-]{1,20}:)?(?:Envelope|Assertion|RequestSecurityToken|BinarySecurityToken|UsernameToken|EncryptedData)/i;

/** Characters before the cut in which such an end may have begun. */
const endMayBegin = 100;

/**
 * The first `length` characters of the text as it is redacted, without the work of redacting all of a long one. What is cut off
 * behind them is as long again at least, so that no secret that begins in them goes unseen for being cut.
 */
export function* redactingBeginning(
  text: string,
  length: number,
  how: (part: string) => Slices<string>,
): Slices<string> {
  const part = atFirst * length;
  const some = yield* how(text.slice(0, part));
  const enough = text.length <= part || (some.length >= 2 * length && !toldByEnd.test(text.slice(part - endMayBegin)));
  return (enough ? some : yield* how(text)).slice(0, length);
}
