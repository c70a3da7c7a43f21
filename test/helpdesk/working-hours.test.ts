import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingTime,
  dayOf,
  defaultWorkingHours,
  isTimeZone,
  isWorkingTime,
  parseWorkingHours,
  startOfDay,
  type WorkingHours,
} from '../../src/helpdesk/working-hours.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const berlin = 'Europe/Berlin';
const newYork = 'America/New_York';
const kolkata = 'Asia/Kolkata';

function read(text: string): WorkingHours {
  const hours = parseWorkingHours(text);
  if (hours === undefined) throw new Error(`Not working hours: ${text}`);
  return hours;
}

const part = (weekday: number, start: number, end: number) => ({ weekday, start: start * 60, end: end * 60 });

const added = (from: string, minutes: number, hours: string, timeZone: string): string =>
  new Date(addWorkingTime(Date.parse(from), minutes * minute, read(hours), timeZone))
    .toISOString()
    .replace(':00.000Z', 'Z');

describe('working hours', () => {
  it('are Monday to Friday from eight to six unless told otherwise', () => {
    expect(parseWorkingHours('Mon-Fri 08:00-18:00')).toEqual(defaultWorkingHours);
  });

  it.each<[string, string, WorkingHours]>([
    ['a single day', 'Sat 09:00-12:00', [part(6, 9, 12)]],
    ['a range of one day', 'Sat-Sat 09:00-12:00', [part(6, 9, 12)]],
    ['several parts', 'Mon-Tue 08:00-17:00, Fri 08:30-15:00', [part(1, 8, 17), part(2, 8, 17), part(5, 8.5, 15)]],
    ['a break at noon', 'Mon 08:00-12:00; Mon 13:00-17:00', [part(1, 8, 12), part(1, 13, 17)]],
    ['days that wrap', 'Sat-Mon 10:00-11:00', [part(0, 10, 11), part(1, 10, 11), part(6, 10, 11)]],
    ['a whole day', 'Sun 00:00-24:00', [part(0, 0, 24)]],
    [
      'any case and spacing',
      '  mON – tUE   8:00 - 9:00;WED 10:00-11:00 ',
      [part(1, 8, 9), part(2, 8, 9), part(3, 10, 11)],
    ],
    [
      'parts in any order',
      'Tue 08:00-09:00, Mon 13:00-14:00, Mon 08:00-09:00',
      [part(1, 8, 9), part(1, 13, 14), part(2, 8, 9)],
    ],
    ['parts that overlap', 'Mon 08:00-12:00, Mon 11:00-13:00, Mon 09:00-10:00', [part(1, 8, 13)]],
    ['parts that touch', 'Mon 12:00-17:00, Mon 08:00-12:00', [part(1, 8, 17)]],
  ])('may be %s', (_what, text, hours) => {
    expect(parseWorkingHours(text)).toEqual(hours);
  });

  it('may be every day, from any day on', () => {
    expect(read('Wed-Tue 08:00-09:00')).toEqual([0, 1, 2, 3, 4, 5, 6].map((weekday) => part(weekday, 8, 9)));
  });

  it.each([
    '',
    'always',
    'Mon-Fri',
    '08:00-18:00',
    'Mon-Fri 08:00',
    'Mon-Fri 8-18',
    'Mon-Fri 08:00-08:00',
    'Mon-Fri 22:00-06:00',
    'Mon-Fri 08:00-24:01',
    'Mon-Fri 24:00-24:00',
    'Mon-Fri 25:00-26:00',
    'Mon-Fri 08:60-18:00',
    'Mon-Fri 08:00-17:75',
    'Mon-Fry 08:00-18:00',
    'Monday 08:00-18:00',
    'Mo-Fr 08:00-18:00',
    'Mon-Wed-Fri 08:00-18:00',
    'Mon, Wed 08:00-18:00',
    'Mon-Fri 08:00-18:00,',
    'Mon 08:00-12:00 13:00-17:00',
    'Mon-Fri -08:00-18:00',
    'Mon-Fri 08:00-18:00 UTC',
  ])('are not "%s"', (text) => {
    expect(parseWorkingHours(text)).toBeUndefined();
  });
});

describe('adding working time', () => {
  const office = 'Mon-Fri 08:00-18:00';

  it.each<[string, string, number, string, string]>([
    ['stays within the day', '2026-03-09T09:00Z', 60, 'UTC', '2026-03-09T10:00Z'],
    ['may end with the day', '2026-03-09T17:00Z', 60, 'UTC', '2026-03-09T18:00Z'],
    ['goes on the next morning', '2026-03-09T17:30Z', 60, 'UTC', '2026-03-10T08:30Z'],
    ['goes on after the weekend', '2026-03-06T17:30Z', 60, 'UTC', '2026-03-09T08:30Z'],
    ['goes on in the next year', '2026-12-31T17:30Z', 60, 'UTC', '2027-01-01T08:30Z'],
    ['goes on over the 29th of February', '2028-02-28T17:30Z', 11 * 60, 'UTC', '2028-03-01T08:30Z'],
    ['begins with the hours', '2026-03-09T05:00Z', 15, 'UTC', '2026-03-09T08:15Z'],
    ['begins after the weekend', '2026-03-07T12:00Z', 15, 'UTC', '2026-03-09T08:15Z'],
    ['takes whole weeks', '2026-03-09T08:00Z', 50 * 60 + 1, 'UTC', '2026-03-16T08:01Z'],
    ['goes by the local clock', '2026-03-09T12:00Z', 60, kolkata, '2026-03-10T03:00Z'],
    ['goes by the local weekday', '2026-03-06T20:00Z', 60, kolkata, '2026-03-09T03:30Z'],
    ['goes by the local weekday in the west', '2026-03-07T02:00Z', 15, newYork, '2026-03-09T12:15Z'],
    ['knows that the clock went forward at the weekend', '2026-03-27T16:30Z', 60, berlin, '2026-03-30T06:30Z'],
    ['knows that it went back', '2026-10-23T15:30Z', 60, berlin, '2026-10-26T07:30Z'],
  ])('%s', (_what, from, minutes, timeZone, result) => {
    expect(added(from, minutes, office, timeZone)).toBe(result);
  });

  it.each<[string, string, string]>([
    ['at night gives the next start', '2026-03-09T03:00Z', '2026-03-09T08:00Z'],
    ['at the end gives the next start', '2026-03-06T18:00Z', '2026-03-09T08:00Z'],
    ['within the hours changes nothing', '2026-03-09T08:00Z', '2026-03-09T08:00Z'],
  ])('of no length %s', (_what, from, result) => {
    expect(added(from, 0, office, 'UTC')).toBe(result);
  });

  it('leaves out a break', () => {
    expect(added('2026-03-09T11:30Z', 60, 'Mon 08:00-12:00; Mon 13:00-17:00', 'UTC')).toBe('2026-03-09T13:30Z');
  });

  it('goes on at midnight where a day follows a day', () => {
    expect(added('2026-03-09T23:30Z', 60, 'Mon-Sun 00:00-24:00', 'UTC')).toBe('2026-03-10T00:30Z');
  });

  // Berlin: 2026-03-29 has no 02:00-03:00, 2026-10-25 has it twice. New York: the same on 2026-03-08, and 01:00-02:00 on 2026-11-01.
  it.each<[string, string, number, string, string, string]>([
    [
      'an hour less on a day that lost one',
      '2026-03-28T23:00Z',
      23 * 60,
      'Mon-Sun 00:00-24:00',
      berlin,
      '2026-03-29T22:00Z',
    ],
    [
      'an hour more on a day that won one',
      '2026-10-24T22:00Z',
      25 * 60,
      'Mon-Sun 00:00-24:00',
      berlin,
      '2026-10-25T23:00Z',
    ],
    [
      'what passed of a morning that lost an hour',
      '2026-03-29T00:00Z',
      3 * 60,
      'Sun 00:00-05:00; Mon 09:00-10:00',
      berlin,
      '2026-03-29T03:00Z',
    ],
    [
      'what passed of a morning that won an hour',
      '2026-10-24T22:00Z',
      6 * 60,
      'Sun 00:00-05:00',
      berlin,
      '2026-10-25T04:00Z',
    ],
    [
      'hours that begin when the clock jumps past their start',
      '2026-03-29T00:00Z',
      30,
      'Sun 02:30-05:00',
      berlin,
      '2026-03-29T01:30Z',
    ],
    [
      'hours that end when the clock jumps past their end',
      '2026-03-29T00:00Z',
      90,
      'Sun 01:00-02:30; Mon 09:00-10:00',
      berlin,
      '2026-03-30T07:30Z',
    ],
    [
      'nothing of hours that the clock jumps over',
      '2026-03-29T00:00Z',
      10,
      'Sun 02:15-02:45; Mon 09:00-10:00',
      berlin,
      '2026-03-30T07:10Z',
    ],
    [
      'hours up to the first time their end is shown',
      '2026-10-24T23:00Z',
      90,
      'Sun 01:00-02:30; Mon 09:00-10:00',
      berlin,
      '2026-10-25T00:30Z',
    ],
    ['those hours once', '2026-10-24T23:00Z', 91, 'Sun 01:00-02:30; Mon 09:00-10:00', berlin, '2026-10-26T08:01Z'],
    [
      'a night that lost an hour in New York',
      '2026-03-08T05:00Z',
      5 * 60,
      'Sun 00:00-06:00',
      newYork,
      '2026-03-08T10:00Z',
    ],
    [
      'a night that won an hour in New York',
      '2026-11-01T04:00Z',
      7 * 60,
      'Sun 00:00-06:00',
      newYork,
      '2026-11-01T11:00Z',
    ],
    [
      "a day that begins at one o'clock",
      '2018-11-04T02:00Z',
      60,
      'Sun 00:00-24:00',
      'America/Sao_Paulo',
      '2018-11-04T04:00Z',
    ],
    [
      'nothing of a day that was left out',
      '2011-12-30T09:30Z',
      60,
      'Thu-Sat 00:00-24:00',
      'Pacific/Apia',
      '2011-12-30T10:30Z',
    ],
  ])('counts %s', (_what, from, minutes, hours, timeZone, result) => {
    expect(added(from, minutes, hours, timeZone)).toBe(result);
  });

  it.each<[string, number, number, WorkingHours, string]>([
    ['a negative time', 0, -1, defaultWorkingHours, 'UTC'],
    ['a time that is no number', 0, NaN, defaultWorkingHours, 'UTC'],
    ['an endless time', 0, Infinity, [part(1, 8, 9)], 'UTC'],
    ['a moment that is none', NaN, 0, defaultWorkingHours, 'UTC'],
    ['no hours at all', 0, 0, [], 'UTC'],
    ['an unknown zone', 0, 0, defaultWorkingHours, 'Europe/Nowhere'],
  ])('refuses %s', (_what, from, ms, hours, timeZone) => {
    expect(() => addWorkingTime(from, ms, hours, timeZone)).toThrow(RangeError);
  });
});

describe('working time', () => {
  it.each<[string, string, string, boolean]>([
    ['begins with the first minute', '2026-03-09T07:00:00.000Z', berlin, true],
    ['does not begin earlier', '2026-03-09T06:59:59.999Z', berlin, false],
    ['lasts until the last millisecond', '2026-03-09T16:59:59.999Z', berlin, true],
    ['ends with the end', '2026-03-09T17:00:00.000Z', berlin, false],
    ['begins an hour earlier in summer', '2026-06-08T06:00:00.000Z', berlin, true],
    ['is not at the weekend', '2026-03-08T12:00:00.000Z', berlin, false],
    ['goes by the local weekday', '2026-03-09T03:00:00.000Z', kolkata, true],
    ['is over in the evening there', '2026-03-09T13:00:00.000Z', kolkata, false],
  ])('%s', (_what, at, timeZone, is) => {
    expect(isWorkingTime(Date.parse(at), read('Mon-Fri 08:00-18:00'), timeZone)).toBe(is);
  });
});

describe('a local day', () => {
  it.each<[string, string, string]>([
    ['2026-03-09T18:29:59.999Z', kolkata, '2026-03-09'],
    ['2026-03-09T18:30:00.000Z', kolkata, '2026-03-10'],
    ['2026-01-01T04:59:59.999Z', newYork, '2025-12-31'],
    ['1969-12-31T23:00:00.000Z', 'UTC', '1969-12-31'],
  ])('of %s in %s is %s', (at, timeZone, date) => {
    expect(dayOf(Date.parse(at), timeZone)).toBe(date);
  });

  it.each<[string, number, string, string]>([
    ['2026-03-09T12:00Z', 0, berlin, '2026-03-08T23:00:00.000Z'],
    ['2026-03-30T12:00Z', 1, berlin, '2026-03-28T23:00:00.000Z'],
    ['2026-03-29T12:00Z', 0, berlin, '2026-03-28T23:00:00.000Z'],
    ['2026-10-26T12:00Z', 1, berlin, '2026-10-24T22:00:00.000Z'],
    ['2026-03-09T12:00Z', 30, newYork, '2026-02-07T05:00:00.000Z'],
    ['2026-01-01T12:00Z', 1, kolkata, '2025-12-30T18:30:00.000Z'],
    ['2018-11-04T12:00Z', 0, 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
  ])('of %s, less %i, in %s began at %s', (at, daysBack, timeZone, start) => {
    expect(new Date(startOfDay(Date.parse(at), timeZone, daysBack)).toISOString()).toBe(start);
  });

  it('of an unknown zone is refused', () => {
    expect(() => dayOf(0, 'Europe/Nowhere')).toThrow(RangeError);
    expect(() => startOfDay(0, '')).toThrow(RangeError);
  });
});

describe('a time zone', () => {
  it.each(['UTC', berlin, 'europe/berlin', newYork, kolkata, 'Etc/GMT+5'])('is %s', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  it.each(['', 'Berlin', 'Europe/Nowhere', 'W. Europe Standard Time', '+01:00', '-0500', 'local', 'system'])(
    'is not "%s"',
    (name) => {
      expect(isTimeZone(name)).toBe(false);
    },
  );
});

describe('at any moment, in any zone, with any hours', () => {
  const zones = [
    'UTC',
    berlin,
    newYork,
    kolkata,
    'America/St_Johns',
    'America/Santiago',
    'America/Havana',
    'America/Sao_Paulo',
    'Africa/Casablanca',
    'Asia/Beirut',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Pacific/Kiritimati',
  ];
  const range = { min: Date.UTC(2005, 0), max: Date.UTC(2037, 11) };
  const changes = zones.flatMap((timeZone) => changesOf(timeZone).map((at) => ({ timeZone, at })));

  const anywhere = fc.record({ timeZone: fc.constantFrom(...zones), at: fc.integer(range) });
  const nearAChange = fc
    .tuple(
      fc.constantFrom(...changes),
      fc.oneof(fc.integer({ min: -4 * hour, max: 4 * hour }), fc.integer({ min: -2 * day, max: 2 * day })),
    )
    .map(([{ timeZone, at }, off]) => ({ timeZone, at: at + off }));
  const somewhere = fc.oneof(anywhere, nearAChange);

  const time = fc.integer({ min: 0, max: 24 * 4 }).map((quarter) => quarter * 15);
  const stretch = fc.uniqueArray(time, { minLength: 2, maxLength: 2 }).map((both) => both.toSorted((a, b) => a - b));
  const dayNames = fc.constantFrom('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun');
  const anyHours = fc
    .array(
      fc
        .tuple(dayNames, dayNames, stretch)
        .map(([first, last, times]) => `${first}-${last} ${times.map(clock).join('-')}`),
      { minLength: 1, maxLength: 4 },
    )
    .map((parts) => read(parts.join(', ')));
  const duration = fc.oneof(fc.integer({ min: 0, max: 3 * hour }), fc.integer({ min: 0, max: 3 * day }));

  it('adding twice is adding the sum', () => {
    fc.assert(
      fc.property(somewhere, anyHours, duration, duration, ({ at, timeZone }, hours, first, rest) => {
        // Nothing added at the end of the hours leads to the next start.
        const second = rest + 1;
        const between = addWorkingTime(at, first, hours, timeZone);
        expect(addWorkingTime(between, second, hours, timeZone)).toBe(
          addWorkingTime(at, first + second, hours, timeZone),
        );
      }),
    );
  });

  it('later or more never comes out earlier', () => {
    fc.assert(
      fc.property(somewhere, anyHours, duration, duration, duration, ({ at, timeZone }, hours, later, ms, more) => {
        const result = addWorkingTime(at, ms, hours, timeZone);
        expect(addWorkingTime(at + later, ms, hours, timeZone)).toBeGreaterThanOrEqual(result);
        expect(addWorkingTime(at, ms + more, hours, timeZone)).toBeGreaterThanOrEqual(result);
      }),
    );
  });

  it('the result is in working time or at its end, and not before the time itself has passed', () => {
    fc.assert(
      fc.property(somewhere, anyHours, duration, ({ at, timeZone }, hours, ms) => {
        const result = addWorkingTime(at, ms, hours, timeZone);
        expect(result).toBeGreaterThanOrEqual(at + ms);
        expect(isWorkingTime(result, hours, timeZone) || isWorkingTime(result - 1, hours, timeZone)).toBe(true);
      }),
    );
  });

  it('as many minutes of working time have passed as were added', () => {
    const minutes = fc.integer({ min: 0, max: 90 });
    fc.assert(
      fc.property(somewhere, anyHours, minutes, ({ at, timeZone }, hours, count) => {
        const from = Math.floor(at / minute) * minute;
        const result = addWorkingTime(from, count * minute, hours, timeZone);
        let passed = 0;
        for (let moment = from; moment < result; moment += minute)
          if (isWorkingTime(moment, hours, timeZone)) passed += 1;
        expect(passed).toBe(count);
      }),
      { numRuns: 10 },
    );
  });

  it('it is working time when the clock shows it, unless it shows the time twice', () => {
    fc.assert(
      fc.property(somewhere, anyHours, ({ at, timeZone }, hours) => {
        const local = shown(at, timeZone);
        fc.pre(
          shown(at - 2 * hour, timeZone) === local - 2 * hour && shown(at + 2 * hour, timeZone) === local + 2 * hour,
        );
        const weekday = new Date(local).getUTCDay();
        const minuteOfDay = (((local % day) + day) % day) / minute;
        const within = hours.some(
          (each) => each.weekday === weekday && each.start <= minuteOfDay && minuteOfDay < each.end,
        );
        expect(isWorkingTime(at, hours, timeZone)).toBe(within);
      }),
    );
  });

  it('a day begins once, with its date', () => {
    fc.assert(
      fc.property(somewhere, fc.integer({ min: 0, max: 40 }), ({ at, timeZone }, daysBack) => {
        const start = startOfDay(at, timeZone);
        expect(start).toBeLessThanOrEqual(at);
        expect(dayOf(start, timeZone)).toBe(dayOf(at, timeZone));
        expect(dayOf(start - 1, timeZone) < dayOf(at, timeZone)).toBe(true);
        const earlier = startOfDay(at, timeZone, daysBack);
        expect(earlier).toBe(startOfDay(earlier, timeZone));
        expect(Math.abs(start - earlier - daysBack * day)).toBeLessThanOrEqual(day);
      }),
    );
  });

  function changesOf(timeZone: string): readonly number[] {
    const ahead = (at: number): number => shown(at, timeZone) - at;
    const changesWithin = (from: number, to: number): readonly number[] => {
      if (ahead(from) === ahead(to)) return [];
      const middle = Math.floor((from + to) / 2);
      return to - from === 1 ? [to] : [...changesWithin(from, middle), ...changesWithin(middle, to)];
    };
    const week = 7 * day;
    const weeks = Array.from({ length: (range.max - range.min) / week }, (_, index) => range.min + index * week);
    return weeks.flatMap((at) => changesWithin(at, at + week));
  }
});

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((each) => String(each).padStart(2, '0')).join(':');
}

/** What Intl says the clock shows, as if it stood in UTC. */
function shown(at: number, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(at);
  const [year = 0, month = 0, date = 0, ...rest] = ['year', 'month', 'day', 'hour', 'minute', 'second'].map((type) =>
    Number(parts.find((each) => each.type === type)?.value),
  );
  return Date.UTC(year, month - 1, date, ...rest) + (((at % 1000) + 1000) % 1000);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const day = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const time = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const;
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, ...day, ...time });
  formats.set(timeZone, format);
  return format;
}
