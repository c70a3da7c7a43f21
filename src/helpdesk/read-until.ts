import { DateTime } from 'luxon';
import { dayMs } from '../runtime/durations.js';

/** When something ends; `past` and `tooFar` are times that can be read and make no sense. */
export type Until = { readonly kind: 'at'; readonly at: number } | { readonly kind: 'unreadable' | 'past' | 'tooFar' };

/** Days that a known issue may last at most. What lasts longer belongs into the trees. */
export const longestIncidentDays = 14;

const units: readonly (readonly [RegExp, 'minutes' | 'hours' | 'days'])[] = [
  [/^(?:m|min|mins|minutes?|minuten?)$/, 'minutes'],
  [/^(?:h|hours?|stunden?)$/, 'hours'],
  [/^(?:d|days?|tage?n?)$/, 'days'],
];

const weekdays: readonly (readonly string[])[] = [
  ['monday', 'montag'],
  ['tuesday', 'dienstag'],
  ['wednesday', 'mittwoch'],
  ['thursday', 'donnerstag'],
  ['friday', 'freitag'],
  ['saturday', 'samstag', 'sonnabend'],
  ['sunday', 'sonntag'],
];

/**
 * Reads a time as people type it: `15:00`, `tomorrow 9:00`, `Friday 12:00`, `2026-11-27 15:00`, `27.11. 15:00`, `2 hours`; German words as
 * well. In the time zone (IANA name) in which the company works; `now` and the result in epoch ms.
 */
export function readUntil(typed: string, now: number, timeZone: string): Until {
  const at = timeIn(typed.trim().toLowerCase().replace(/ uhr$/, ''), DateTime.fromMillis(now, { zone: timeZone }));
  if (!at?.isValid) return { kind: 'unreadable' };
  if (at.toMillis() <= now) return { kind: 'past' };
  return at.toMillis() - now > longestIncidentDays * dayMs ? { kind: 'tooFar' } : { kind: 'at', at: at.toMillis() };
}

function timeIn(words: string, now: DateTime): DateTime | undefined {
  const [, amount, unit = ''] = /^(?:in )?(\d{1,4})\s*([a-z]+)$/.exec(words) ?? [];
  const known = units.find(([pattern]) => pattern.test(unit))?.[1];
  if (amount !== undefined && known) return now.plus({ [known]: Number(amount) });

  const parts = words
    .replace(/(\d)t(\d)/, '$1 $2')
    .split(' ')
    .filter((part) => part !== '' && part !== 'at' && part !== 'um');
  const [, hour, minute = '0'] = /^(\d{1,2})(?::(\d{2}))?$/.exec(parts.at(-1) ?? '') ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  const date = dayIn(parts.slice(0, -1).join(' '), now);
  return date?.set({ hour: Number(hour), minute: Number(minute), second: 0, millisecond: 0 });
}

function dayIn(words: string, now: DateTime): DateTime | undefined {
  if (words === '' || words === 'today' || words === 'heute') return now;
  if (words === 'tomorrow' || words === 'morgen') return now.plus({ days: 1 });
  const weekday = weekdays.findIndex((names) => names.includes(words)) + 1;
  if (weekday > 0) return now.plus({ days: (weekday - now.weekday + 7) % 7 || 7 });
  const [, year, month, date] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words) ?? [];
  if (year !== undefined) return dateIn(now, Number(year), Number(month), Number(date));
  const [, day, of, in_] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/.exec(words) ?? [];
  return day === undefined ? undefined : dateIn(now, Number(in_ ?? now.year), Number(of), Number(day));
}

/** Invalid for a day that there is not. */
function dateIn({ zone }: DateTime, year: number, month: number, day: number): DateTime {
  return DateTime.fromObject({ year, month, day }, { zone });
}
