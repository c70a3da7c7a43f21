import { expect, it } from 'vitest';
import { expireOld } from '../../src/composition/expire-old.js';
import { dayMs } from '../../src/runtime/durations.js';

function begin(fails: { readonly data?: boolean; readonly audit?: boolean } = {}) {
  const asked = { data: [] as number[], audit: [] as number[] };
  const lines: unknown[] = [];
  const expiring = expireOld({
    personalData: {
      async expire(before) {
        asked.data.push(before);
        if (fails.data) throw new Error('no data');
        return { sessions: 1, tickets: 2, messages: 3 };
      },
    },
    audit: {
      async expire(before) {
        asked.audit.push(before);
        if (fails.audit) throw new Error('no audit');
        return 4;
      },
    },
    days: 90,
    auditDays: 365,
    now: () => 400 * dayMs,
    log: { info: (...line: unknown[]) => void lines.push(line) } as never,
  });
  return { asked, lines, expiring };
}

it('takes away personal data and the audit, each after its own days, and says how much', async () => {
  const { asked, lines, expiring } = begin();
  await expiring;
  expect(asked).toEqual({ data: [310 * dayMs], audit: [35 * dayMs] });
  expect(lines).toEqual([
    [{ sessions: 1, tickets: 2, messages: 3 }, 'retention'],
    [{ audit: 4 }, 'retention'],
  ]);
});

it('keeps the audit for its own days also when taking the rest away failed, which is told', async () => {
  const { asked, expiring } = begin({ data: true });
  await expect(expiring).rejects.toThrow('no data');
  expect(asked.audit).toEqual([35 * dayMs]);
});

it('of two failures tells the first', async () => {
  await expect(begin({ data: true, audit: true }).expiring).rejects.toThrow('no data');
});
