import type { Posted } from '../attempts.js';
import type { Expected, Placed } from '../causes.js';

const named = ({ place, message }: Placed) => `"${message}" in the ${place}`;
const same = (one: Placed) => (other: Placed) => one.place === other.place && one.message === other.message;
const copiesOf = ({ attempts }: Posted) => attempts.filter(({ taken }) => taken);
const unresolvedOf = ({ attempts }: Posted) => attempts.filter(({ unresolved }) => unresolved);

export function lostMessages(expected: readonly Expected[], posted: readonly Posted[]): readonly string[] {
  const there = posted.filter((each) => copiesOf(each).length > 0);
  return unmatched(expected, there)
    .filter(({ optional }) => !optional)
    .map((each) => `${named(each)} never came`);
}

/** Also a message that came a second time after the next one had begun. */
export function messagesNothingCaused(expected: readonly Expected[], posted: readonly Posted[]): readonly string[] {
  return unmatched(posted, expected).map((each) => `Nothing caused ${named(each)}, or it came back later`);
}

export function wrongOrder(expected: readonly Expected[], posted: readonly Posted[]): readonly string[] {
  const left = expected.map((each, order) => ({ ...each, order }));
  const latest = new Map<string, number>();
  return posted.flatMap((each) => {
    const before = latest.get(each.place) ?? 0;
    // Of two that read alike the earlier one may have become idle and never have come.
    const inTurn = left.findIndex((cause) => same(each)(cause) && cause.order >= before);
    const index = inTurn >= 0 ? inTurn : left.findIndex(same(each));
    const [cause] = index < 0 ? [] : left.splice(index, 1);
    if (!cause) return [];
    if (cause.order < before) return [`${named(each)} came after one that was caused later`];
    latest.set(each.place, cause.order);
    return [];
  });
}

export function unmarkedCopies(posted: readonly Posted[]): readonly string[] {
  return posted.flatMap((each) =>
    copiesOf(each)
      .slice(1)
      .filter(({ again }) => !again)
      .map(() => `A second copy of ${named(each)} carries no mark`),
  );
}

export function marksWithoutDoubt(posted: readonly Posted[]): readonly string[] {
  return posted.flatMap(({ attempts, ...each }) => {
    const doubt = attempts.findIndex(({ unresolved }) => unresolved);
    const wrong = attempts.find(({ again }, index) => again && (doubt < 0 || index <= doubt));
    return wrong ? [`${named(each)} is marked, and no attempt before was unresolved`] : [];
  });
}

export function moreCopiesThanDoubts(posted: readonly Posted[]): readonly string[] {
  return posted.flatMap((each) => {
    const second = Math.max(0, copiesOf(each).length - 1);
    const marked = copiesOf(each).filter(({ again }) => again).length;
    const doubts = unresolvedOf(each).length;
    return Math.max(second, marked) > doubts
      ? [`${named(each)} has ${second} second copies and ${marked} marks after ${doubts} unresolved attempts`]
      : [];
  });
}

export interface Sums {
  readonly messages: number;
  readonly copies: number;
  readonly marked: number;
  readonly unresolved: number;
}

export function sumsOf(posted: readonly Posted[]): Sums {
  const sum = (count: (each: Posted) => number) => posted.reduce((total, each) => total + count(each), 0);
  return {
    messages: posted.length,
    copies: sum((each) => Math.max(0, copiesOf(each).length - 1)),
    marked: sum((each) => copiesOf(each).filter(({ again }) => again).length),
    unresolved: sum((each) => unresolvedOf(each).length),
  };
}

/** Those of the first list that the second has no partner for; each partner counts once. */
function unmatched<T extends Placed>(list: readonly T[], partners: readonly Placed[]): readonly T[] {
  const left = [...partners];
  return list.filter((each) => {
    const index = left.findIndex(same(each));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
