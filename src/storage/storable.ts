/**
 * A value as both databases take it and give it back alike. Numbers are whole, because all columns are: a fraction, as a pause with
 * jitter has one, is rounded, which PostgreSQL would refuse and SQLite keep. One that is none, or that no JavaScript number holds
 * exactly, is a mistake of ours: throws a RangeError that names the statement, before anything is written. A NUL, which PostgreSQL's
 * text cannot hold, becomes the sign for what cannot be shown (U+FFFD).
 */
export function storable(value: unknown, statement: string): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
  if (typeof value !== 'number') return value;
  // Adding 0 makes 0 of -0.
  const whole = Math.round(value) + 0;
  if (!Number.isSafeInteger(whole))
    throw new RangeError(`${value} is no number that can be stored, in: ${statement.slice(0, shownCharacters)}`);
  return whole;
}

/** Characters of a statement that tell which it is; they hold no values. */
const shownCharacters = 120;
