import type { Exporter, CsvRow } from './exports.js';
import type { LocalizedText, Locale } from '../text/locale.js';
import { localized } from '../text/locale.js';
import type { Tree } from '../troubleshooting/tree.js';
import { dayMs, minuteMs } from '../runtime/durations.js';

/** How a walk stands. `open`: neither closed nor handed over. */
export type WalkOutcome = 'open' | 'fixed' | 'explained' | 'handedOver';

/** Walks that are alike, counted: they stand at the same step in the same way. `quiet`: nobody answered for a week. */
export interface WalkGroup {
  readonly outcome: WalkOutcome;
  readonly nodeId: string;
  readonly rating: number | undefined;
  readonly quiet: boolean;
  readonly walks: number;
}

/** One request: milliseconds until it was claimed and resolved, undefined = not yet; the cause that the helpdesk named. */
export interface TicketTimes {
  readonly number: number;
  readonly claimMs: number | undefined;
  readonly resolveMs: number | undefined;
  readonly cause: string | undefined;
}

/** Numbers without anybody in them: they stay when the people behind them are forgotten. */
export interface StatsSource {
  /** Walks begun since `from`, quiet ones those not changed since `quietBefore` (epoch ms). */
  walks(from: number, quietBefore: number): Promise<readonly WalkGroup[]>;
  /** Requests sent since `from`, by number, after `after`. */
  tickets(from: number, after: number, limit: number): Promise<readonly TicketTimes[]>;
}

/** Half of them took at most `median`, nine of ten at most `most`; milliseconds of clock time. */
export interface Times {
  readonly count: number;
  readonly median: number;
  readonly most: number;
}

export interface Counted {
  readonly id: string;
  readonly count: number;
}

export interface Stats {
  readonly sessions: number;
  /** Closed by the person as fixed or understood. */
  readonly resolved: number;
  readonly handedOver: number;
  readonly abandoned: number;
  readonly running: number;
  readonly ratings: { readonly count: number; readonly average: number };
  /** What the walks ended with, and what the helpdesk named; most frequent first. */
  readonly causes: readonly Counted[];
  /** Steps at which walks were left without an answer, and those from which they were handed over. */
  readonly leftAt: readonly Counted[];
  readonly handedOverAt: readonly Counted[];
  readonly tickets: number;
  readonly claim: Times;
  readonly resolve: Times;
}

export interface StatsView extends Omit<Stats, 'causes' | 'leftAt' | 'handedOverAt'> {
  readonly kind: 'stats';
  readonly days: number;
  readonly causes: readonly Titled[];
  readonly leftAt: readonly Titled[];
  readonly handedOverAt: readonly Titled[];
}

/** `title` undefined: the trees do not have it any more. */
export interface Titled extends Counted {
  readonly title: LocalizedText | undefined;
}

/** Days without an answer after which a walk counts as abandoned (issue: 7), and those that are looked at when none are named. */
const quietDays = 7;
const usualDays = 30;

/** The longest look back: numbers are kept so long, see expire.ts. */
export const longestDays = 400;

/** Entries of one list that are shown, and requests read at once. */
const mostListed = 8;
const pageSize = 500;

/** Adds up what the walks and the requests came to. `causeOf` names the cause that a step removes or explains. */
export function addUp(
  groups: readonly WalkGroup[],
  tickets: readonly TicketTimes[],
  causeOf: (nodeId: string) => string | undefined,
): Stats {
  const walks = (which: (group: WalkGroup) => boolean): number =>
    groups.filter(which).reduce((sum, group) => sum + group.walks, 0);
  const isResolved = ({ outcome }: WalkGroup): boolean => outcome === 'fixed' || outcome === 'explained';
  const rated = groups.filter(({ rating }) => rating !== undefined);
  const ratings = rated.reduce((sum, group) => sum + group.walks, 0);
  const causes = new Map<string, number>();
  const note = (id: string | undefined, count: number): void =>
    void (id !== undefined && causes.set(id, (causes.get(id) ?? 0) + count));
  for (const group of groups.filter(isResolved)) note(causeOf(group.nodeId), group.walks);
  for (const { cause } of tickets) note(cause, 1);
  const byNode = (which: (group: WalkGroup) => boolean): readonly Counted[] => {
    const nodes = new Map<string, number>();
    for (const group of groups.filter(which)) nodes.set(group.nodeId, (nodes.get(group.nodeId) ?? 0) + group.walks);
    return mostFrequent(nodes);
  };
  return {
    sessions: walks(() => true),
    resolved: walks(isResolved),
    handedOver: walks(({ outcome }) => outcome === 'handedOver'),
    abandoned: walks(({ outcome, quiet }) => outcome === 'open' && quiet),
    running: walks(({ outcome, quiet }) => outcome === 'open' && !quiet),
    ratings: {
      count: ratings,
      average:
        ratings === 0 ? 0 : rated.reduce((sum, { rating = 0, walks: count }) => sum + rating * count, 0) / ratings,
    },
    causes: mostFrequent(causes),
    leftAt: byNode(({ outcome, quiet }) => outcome === 'open' && quiet),
    handedOverAt: byNode(({ outcome }) => outcome === 'handedOver'),
    tickets: tickets.length,
    claim: timesOf(tickets.map(({ claimMs }) => claimMs)),
    resolve: timesOf(tickets.map(({ resolveMs }) => resolveMs)),
  };
}

function mostFrequent(counts: ReadonlyMap<string, number>): readonly Counted[] {
  return [...counts]
    .map(([id, count]) => ({ id, count }))
    .toSorted((a, b) => b.count - a.count || a.id.localeCompare(b.id))
    .slice(0, mostListed);
}

/** The smallest of them that at least half, and nine of ten, do not exceed (nearest rank). */
function timesOf(given: readonly (number | undefined)[]): Times {
  const sorted = given.filter((ms) => ms !== undefined).toSorted((a, b) => a - b);
  const rank = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { count: sorted.length, median: rank(0.5), most: rank(0.9) };
}

export interface StatsOptions {
  readonly source: StatsSource;
  readonly tree: Tree;
  /** Epoch ms. */
  readonly now: () => number;
}

/** The numbers of so many days, on a card and in a file. */
export function createStats({ source, tree, now }: StatsOptions) {
  async function numbers(days: number): Promise<StatsView> {
    const from = now() - days * dayMs;
    const tickets: TicketTimes[] = [];
    for (
      let page = await source.tickets(from, 0, pageSize);
      page.length > 0;
      page = await source.tickets(from, tickets.at(-1)?.number ?? 0, pageSize)
    )
      tickets.push(...page);
    const { causes, leftAt, handedOverAt, ...stats } = addUp(
      await source.walks(from, now() - quietDays * dayMs),
      tickets,
      causeOf,
    );
    const node = (counted: Counted): Titled => ({ ...counted, title: textOf(counted.id) });
    return {
      kind: 'stats',
      days,
      ...stats,
      causes: causes.map((cause) => ({ ...cause, title: tree.causes.get(cause.id)?.title })),
      leftAt: leftAt.map(node),
      handedOverAt: handedOverAt.map(node),
    };
  }

  function causeOf(nodeId: string): string | undefined {
    const node = tree.nodes.get(nodeId);
    return node?.kind === 'fix' || node?.kind === 'explanation' ? node.cause : undefined;
  }

  function textOf(nodeId: string): LocalizedText | undefined {
    const node = tree.nodes.get(nodeId);
    return node && 'text' in node ? node.text : undefined;
  }

  /** '' is a month; undefined = no number of days that is kept. */
  function daysIn(argument: string): number | undefined {
    if (argument === '') return usualDays;
    const days = Number(/^(\d{1,4})(?:\s*(?:d|days?|tage?n?))?$/i.exec(argument)?.[1]);
    return days >= 1 && days <= longestDays ? days : undefined;
  }

  /** The key is the number of days. */
  const exporter: Exporter = {
    async file(key, locale) {
      const days = daysIn(key);
      if (days === undefined) return undefined;
      const rows = [...rowsOf(await numbers(days), locale)];
      return { name: `numbers-${days}-days.csv`, rows: asTheyAre(rows), approximateBytes: rows.length * 60 };
    },
  };

  return { numbers, daysIn, exporter };
}

async function* asTheyAre(rows: readonly CsvRow[]): AsyncGenerator<CsvRow> {
  yield* rows;
}

function* rowsOf(stats: StatsView, locale: Locale): Generator<CsvRow> {
  yield ['what', 'which', 'number'];
  for (const what of ['days', 'sessions', 'resolved', 'handedOver', 'abandoned', 'running', 'tickets'] as const)
    yield [what, '', stats[what]];
  yield ['ratings', 'count', stats.ratings.count];
  yield ['ratings', 'average', Math.round(stats.ratings.average * 100) / 100];
  for (const what of ['claim', 'resolve'] as const) {
    yield [`${what} minutes`, 'count', stats[what].count];
    yield [`${what} minutes`, 'median', Math.round(stats[what].median / minuteMs)];
    yield [`${what} minutes`, '90 percent', Math.round(stats[what].most / minuteMs)];
  }
  for (const list of ['causes', 'leftAt', 'handedOverAt'] as const) {
    for (const { id, title, count } of stats[list]) yield [list, title ? localized(title, locale) : id, count];
  }
}
