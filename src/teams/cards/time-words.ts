import type { Locale } from '../../text/locale.js';
import { dayMs, hourMs, minuteMs } from '../../runtime/durations.js';

/** Each unit serves up to a little more than two of the next, so that "9 weeks" comes before "2 months". */
const units = [
  { unit: 'minute', ms: minuteMs, below: 2 * hourMs },
  { unit: 'hour', ms: hourMs, below: 2 * dayMs },
  { unit: 'day', ms: dayMs, below: 15 * dayMs },
  { unit: 'week', ms: 7 * dayMs, below: 70 * dayMs },
  { unit: 'month', ms: 30.4 * dayMs, below: 730 * dayMs },
  { unit: 'year', ms: 365.25 * dayMs, below: Infinity },
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
