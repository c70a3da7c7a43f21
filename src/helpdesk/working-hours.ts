import { IANAZone } from 'luxon';
import { dayMs, minuteMs } from '../runtime/durations.js';

/** One stretch of a weekday. */
export interface WorkingPart {
  /** 0 is Sunday, 6 Saturday. */
  readonly weekday: number;
  /** Minutes after midnight as the clock shows them; `end` is exclusive, at most 1440. */
  readonly start: number;
  readonly end: number;
}

/** By weekday and start; parts neither overlap nor touch. */
export type WorkingHours = readonly WorkingPart[];

/** `Mon-Fri 08:00-18:00` */
export const defaultWorkingHours: WorkingHours = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  start: 8 * 60,
  end: 18 * 60,
}));

const minutesOfDay = 24 * 60;

/** How far ahead working time is looked for, in days: a thousand years. Ends the search when there is none. */
const furthestDays = 365_250;

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const partForm = /^([a-z]{3})(?:\s*[-–]\s*([a-z]{3}))?\s+(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})$/i;

/**
 * Reads `WORKING_HOURS`: parts such as `Mon-Thu 08:00-17:00` or `Sat 09:00-12:00`, separated by comma or semicolon.
 * Days may wrap (`Sat-Mon`), hours may not; `24:00` is the end of a day. Undefined for anything else.
 */
export function parseWorkingHours(text: string): WorkingHours | undefined {
  const parts = text.split(/[,;]/).map((part) => parsePart(part.trim()));
  return parts.includes(undefined) ? undefined : merged(parts.flatMap((part) => part ?? []));
}

function parsePart(text: string): readonly WorkingPart[] | undefined {
  const [, firstDay = '', lastDay = firstDay, ...numbers] = partForm.exec(text) ?? [];
  const [first, last] = [firstDay, lastDay].map((name) => weekdays.indexOf(name.toLowerCase()));
  const [startHour, startMinute, endHour, endMinute] = numbers.map(Number);
  const start = minuteOfDay(startHour, startMinute);
  const end = minuteOfDay(endHour, endMinute);
  if (first === undefined || last === undefined || first < 0 || last < 0) return undefined;
  if (start === undefined || end === undefined || end <= start) return undefined;
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, index) => ({ weekday: (first + index) % 7, start, end }));
}

function minuteOfDay(hour = NaN, minute = NaN): number | undefined {
  const sum = hour * 60 + minute;
  return minute < 60 && sum <= minutesOfDay ? sum : undefined;
}

function merged(parts: readonly WorkingPart[]): WorkingHours {
  const result: WorkingPart[] = [];
  for (const part of parts.toSorted((a, b) => a.weekday - b.weekday || a.start - b.start)) {
    const before = result.at(-1);
    if (before?.weekday === part.weekday && part.start <= before.end) {
      result[result.length - 1] = { ...before, end: Math.max(before.end, part.end) };
    } else result.push(part);
  }
  return result;
}

/** Whether the name is one of the IANA time zones that this Node knows, in any case; `+01:00` is none. */
export function isTimeZone(name: string): boolean {
  // Newer versions of Node take offsets as names of zones, older ones do not.
  return /^[a-z]/i.test(name) && IANAZone.isValidZone(name);
}

/**
 * The moment at which `ms` milliseconds of working time have passed since `from`, in epoch milliseconds like `from`. At the
 * end of a working day that end, not the next start; 0 outside the hours gives the next start. On a day on which the clock
 * changes, what really passes counts: hours begin and end when the clock first shows their times, or jumps past them.
 *
 * Throws a RangeError if `ms` is negative or infinite, the zone unknown, or the moment further away than a thousand years.
 */
export function addWorkingTime(from: number, ms: number, hours: WorkingHours, timeZone: string): number {
  if (!Number.isFinite(ms) || ms < 0) throw new RangeError(`Not a length of working time: ${ms}`);
  const zone = zoneOf(timeZone);
  const today = localDay(from, zone);
  let left = ms;
  for (let day = today; day < today + furthestDays; day++) {
    for (const { start, end } of partsOf(day, hours)) {
      const begin = Math.max(from, firstMoment(day, start, zone));
      const working = firstMoment(day, end, zone) - begin;
      // A part may be over, or be skipped by the clock.
      if (working <= 0) continue;
      if (left <= working) return begin + left;
      left -= working;
    }
  }
  throw new RangeError(`No moment within a thousand years has ${ms} ms of working time before it.`);
}

/** Whether the moment, in epoch milliseconds, is working time: a start is, an end is not. Throws like `addWorkingTime`. */
export function isWorkingTime(at: number, hours: WorkingHours, timeZone: string): boolean {
  return addWorkingTime(at, 0, hours, timeZone) === at;
}

/** The local date of the moment, in epoch milliseconds, e.g. `2026-03-09`. Throws a RangeError if the zone is unknown. */
export function dayOf(at: number, timeZone: string): string {
  return new Date(localDay(at, zoneOf(timeZone)) * dayMs).toISOString().slice(0, 10);
}

/**
 * When the local day of the moment, or that `daysBack` dates before it, began; both in epoch milliseconds. It is midnight, or
 * where the clock skips midnight the moment after. Throws a RangeError if the zone is unknown.
 */
export function startOfDay(at: number, timeZone: string, daysBack = 0): number {
  const zone = zoneOf(timeZone);
  return firstMoment(localDay(at, zone) - daysBack, 0, zone);
}

function zoneOf(timeZone: string): IANAZone {
  const zone = IANAZone.create(timeZone);
  if (!zone.isValid) throw new RangeError(`Not a time zone: ${timeZone}`);
  return zone;
}

function partsOf(day: number, hours: WorkingHours): WorkingHours {
  const weekday = new Date(day * dayMs).getUTCDay();
  return hours.filter((part) => part.weekday === weekday);
}

/** The local date as days since 1970-01-01. */
function localDay(at: number, zone: IANAZone): number {
  return Math.floor(shown(at, zone) / dayMs);
}

/** What the clock shows, counted in milliseconds as if it stood in UTC. */
function shown(at: number, zone: IANAZone): number {
  return at + zone.offset(at) * minuteMs;
}

/** The first moment at which the clock shows that minute of the day, or a later one if it skips it. */
function firstMoment(day: number, minute: number, zone: IANAZone): number {
  const wanted = day * dayMs + minute * minuteMs;
  // No zone is a day away from UTC, so these are the offsets before and after a change that could matter.
  const offsets = [wanted - dayMs, wanted + dayMs].map((at) => zone.offset(at));
  let early = wanted - Math.max(...offsets) * minuteMs;
  let late = wanted - Math.min(...offsets) * minuteMs;
  if (shown(early, zone) >= wanted) return early;
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (shown(middle, zone) >= wanted) late = middle;
    else early = middle;
  }
  return late;
}

/** Local midnight, epoch ms, of the last day before today on which there is work; of yesterday where there is never any. */
export function startOfLastWorkingDay(at: number, hours: WorkingHours, timeZone: string): number {
  const starts = [1, 2, 3, 4, 5, 6, 7].map((daysBack) => startOfDay(at, timeZone, daysBack));
  const worked = starts.find((start) => {
    const weekday = new Date(`${dayOf(start, timeZone)}T00:00:00Z`).getUTCDay();
    return hours.some((part) => part.weekday === weekday);
  });
  return worked ?? startOfDay(at, timeZone, 1);
}
