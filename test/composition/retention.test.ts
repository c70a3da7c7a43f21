import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { redact } from '../../src/diagnosis/redact.js';
import { createLog } from '../../src/runtime/log.js';
import { startRetention } from '../../src/composition/retention.js';

const day = 24 * 60 * 60_000;
const hour = 60 * 60_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Personal data whose looks end when the test says so. */
function slowData() {
  const asked: number[] = [];
  const pending: { end: () => void; fail: () => void }[] = [];
  const nothing = { sessions: 0, tickets: 0, messages: 0 };
  return {
    asked,
    next: () => pending.shift()!,
    audited: [] as number[],
    personalData: {
      forget: () => Promise.reject(new Error('Nobody asked to be forgotten.')),
      expire(before: number) {
        asked.push(before);
        return new Promise<typeof nothing>((resolve, reject) => {
          pending.push({ end: () => resolve(nothing), fail: () => reject(new Error('no database')) });
        });
      },
    },
  };
}

function begin() {
  const data = slowData();
  const lines: string[] = [];
  const log = createLog({ redact, level: 'info', destination: { write: (line) => lines.push(line) } });
  const { personalData, audited } = data;
  const audit = { expire: async (before: number) => audited.push(before) };
  return {
    ...data,
    lines,
    retention: startRetention({ personalData, audit, days: 90, auditDays: 365, now: () => 400 * day, log }),
  };
}

it('looks at once and every hour, one look at a time, also after one failed', async () => {
  const { asked, next, lines } = begin();
  expect(asked).toEqual([310 * day]);
  await vi.advanceTimersByTimeAsync(hour);
  expect(asked).toHaveLength(1);
  next().fail();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toHaveLength(2);
  expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['retention failed', 'retention']);
});

it('keeps the audit for its own days, also when taking the rest away failed', async () => {
  const { next, audited } = begin();
  expect(audited).toEqual([]);
  next().fail();
  await vi.advanceTimersByTimeAsync(0);
  expect(audited).toEqual([35 * day]);
});

it('is stopped when the look under way has ended', async () => {
  const { asked, next, retention } = begin();
  const order: string[] = [];
  const stopped = retention.stop().then(() => order.push('stopped'));
  await vi.advanceTimersByTimeAsync(hour);
  order.push('ended');
  next().end();
  await stopped;
  expect(order).toEqual(['ended', 'stopped']);
  await vi.advanceTimersByTimeAsync(2 * hour);
  expect(asked).toHaveLength(1);
});
