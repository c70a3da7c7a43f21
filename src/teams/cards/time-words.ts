import type { Locale } from '../../text/locale.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Each unit serves up to a little more than two of the next, so that "9 weeks" comes before "2 months". */
const units = [
  { unit: 'minute', ms: minute, below: 2 * hour },
  { unit: 'hour', ms: hour, below: 2 * day },
  { unit: 'day', ms: day, below: 15 * day },
  { unit: 'week', ms: 7 * day, below: 70 * day },
  { unit: 'month', ms: 30.4 * day, below: 730 * day },
  { unit: 'year', ms: 365.25 * day, below: Infinity },
] as const;

/** How long ago, in words: "3 weeks ago". Both ends are real times; what lies ahead counts as now. */
export function ago(then: Date, now: Date, locale: Locale): string {
  const { count, unit } = inUnits(now.getTime() - then.getTime());
  return new Intl.RelativeTimeFormat(locale, { numeric: 'always' }).format(-count, unit);
}

/** A length of time in words: "2 days". */
export function duration(ms: number, locale: Locale): string {
  const { count, unit } = inUnits(ms);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

function inUnits(given: number): { readonly count: number; readonly unit: (typeof units)[number]['unit'] } {
  const ms = Math.max(0, given);
  const { unit, ms: length } = units.find(({ below }) => ms < below) ?? units[5];
  return { count: Math.round(ms / length), unit };
}

/** A time that the client shows in its own time zone (Adaptive Cards text features); `at` is ISO 8601, UTC. */
export function clientTime(at: string): string {
  const seconds = inSeconds(at);
  return `{{DATE(${seconds}, SHORT)}} {{TIME(${seconds})}}`;
}

/** The time of day, shown in the client's time zone likewise. */
export function clientHour(at: string): string {
  return `{{TIME(${inSeconds(at)})}}`;
}

function inSeconds(at: string): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}
