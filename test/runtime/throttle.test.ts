import { expect, it } from 'vitest';
import { minuteMs } from '../../src/runtime/durations.js';
import { createThrottle } from '../../src/runtime/throttle.js';

it('the same is told once in a quarter of an hour, something else at once', () => {
  let now = 0;
  const told: string[] = [];
  const throttle = createThrottle(() => now);
  const say = (key: string): void => throttle(key, () => told.push(`${key} at ${now / minuteMs}`));
  for (const minute of [0, 1, 14.9, 15, 29, 30]) {
    now = minute * minuteMs;
    say('outbox');
    say('reports');
  }
  expect(told).toEqual([
    'outbox at 0',
    'reports at 0',
    'outbox at 15',
    'reports at 15',
    'outbox at 30',
    'reports at 30',
  ]);
});
