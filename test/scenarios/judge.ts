import type { Played } from './play.js';
import { isTrue } from './true-cause.js';
import type { Scenario } from './scenario.js';

/** How somebody comes to an answer: with a whole status, with a part of something, or by answers alone. */
export type Way = 'paste' | 'part' | 'none';

export function wayOf({ person }: Scenario): Way {
  const { pastes, mangled } = person;
  if (pastes.kind === 'nothing') return 'none';
  return pastes.kind === 'status' &&
    pastes.sections === undefined &&
    !mangled.includes('cutTail') &&
    person.when === 'first'
    ? 'paste'
    : 'part';
}

/** What is wrong with how a scenario ended; undefined = nothing. */
export function mistakeIn(played: Played): string | undefined {
  const wrong = played.certain.filter((cause) => !isTrue(played.scenario, cause));
  if (wrong.length > 0) return `stated as certain: ${wrong.join(', ')}`;
  if (played.endsAt === undefined) return `came to no end; last at ${played.seen.at(-1) ?? 'nothing'}`;
  return played.scenario.truth.kind === 'cause' ? wrongCause(played) : wrongHealth(played);
}

function wrongCause({ scenario, named, endsAt }: Played): string | undefined {
  const first = named.slice(0, scenario.amongFirst?.count ?? 1);
  if (first.some((cause) => isTrue(scenario, cause))) return undefined;
  return `named ${named.length === 0 ? 'no cause' : named.join(', ')} at ${endsAt ?? ''}`;
}

/** Nothing is to repair: no cause may be named, and the end or the leading finding says so. */
function wrongHealth({ scenario, named, findings, endsAt }: Played): string | undefined {
  if (scenario.truth.kind !== 'noFault') return undefined;
  if (named.length > 0) return `named ${named.join(', ')} at ${endsAt ?? ''}`;
  const { findings: expected, nodes } = scenario.truth;
  const said = (endsAt !== undefined && nodes.includes(endsAt)) || expected.some((id) => id === findings[0]?.id);
  return said ? undefined : `ended at ${endsAt ?? ''} with ${findings[0]?.id ?? 'no finding'}`;
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
