import { expect, it } from 'vitest';
import { readUntil } from '../../src/helpdesk/read-until.js';

/** A Wednesday; in Berlin it is 11:00. */
const now = Date.parse('2026-05-06T09:00:00Z');

it.each([
  ['15:00', '2026-05-06T13:00:00Z'],
  ['15', '2026-05-06T13:00:00Z'],
  ['15:00 Uhr', '2026-05-06T13:00:00Z'],
  ['heute um 15:00', '2026-05-06T13:00:00Z'],
  ['tomorrow 9:00', '2026-05-07T07:00:00Z'],
  ['morgen 9:30', '2026-05-07T07:30:00Z'],
  ['Friday 12:00', '2026-05-08T10:00:00Z'],
  ['Mittwoch 8:00', '2026-05-13T06:00:00Z'],
  ['2026-05-10 15:00', '2026-05-10T13:00:00Z'],
  ['2026-05-10T15:00', '2026-05-10T13:00:00Z'],
  ['10.5. 15:00', '2026-05-10T13:00:00Z'],
  ['10.05.2026 15:00', '2026-05-10T13:00:00Z'],
  ['2 hours', '2026-05-06T11:00:00Z'],
  ['30 min', '2026-05-06T09:30:00Z'],
  ['3 Tage', '2026-05-09T09:00:00Z'],
])('%s', (typed, at) => {
  expect(readUntil(typed, now, 'Europe/Berlin')).toEqual({ kind: 'at', at: Date.parse(at) });
});

it.each([
  ['10:59', 'past'],
  ['2026-05-05 15:00', 'past'],
  ['2026-06-30 15:00', 'tooFar'],
  ['15 days', 'tooFar'],
  ['soon', 'unreadable'],
  ['25:00', 'unreadable'],
  ['2026-02-30 15:00', 'unreadable'],
  ['yesterday 9:00', 'unreadable'],
  ['', 'unreadable'],
])('%j is %s', (typed, kind) => {
  expect(readUntil(typed, now, 'Europe/Berlin')).toEqual({ kind });
});
