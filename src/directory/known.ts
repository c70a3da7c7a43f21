import type { UnknownReason } from '../troubleshooting/facts.js';
import type { GraphAnswer } from './graph-failure.js';
import type { Known } from './model.js';

/** Where and when something was read: a Graph path, and ISO 8601 in UTC. */
export interface ReadAt {
  readonly source: string;
  readonly at: string;
}

/** What a body says, or why it says nothing. */
export type Parsed<T> = { readonly value: T } | { readonly reason: UnknownReason };

/** Something that was read. */
export function known<T>(value: T, { source, at }: ReadAt): Known<T> {
  return { known: true, value, source, at };
}

/** Something that could not be read, with why. */
export function unknown(reason: UnknownReason, { source, at }: ReadAt): Known<never> {
  return { known: false, reason, source, at };
}

/** Checks an answer's body with `parse`; a failed request keeps its reason. */
export function parseAnswer<T>(answer: GraphAnswer | undefined, parse: (body: unknown) => Parsed<T>): Parsed<T> {
  return answer?.ok ? parse(answer.body) : { reason: answer?.reason ?? 'invalid' };
}

/** What was parsed, with where and when. */
export function toKnown<T>(parsed: Parsed<T>, readAt: ReadAt): Known<T> {
  return 'reason' in parsed ? unknown(parsed.reason, readAt) : known(parsed.value, readAt);
}

/** What an answer says, with where and when. */
export function read<T>(
  answer: GraphAnswer | undefined,
  parse: (body: unknown) => Parsed<T>,
  readAt: ReadAt,
): Known<T> {
  return toKnown(parseAnswer(answer, parse), readAt);
}
