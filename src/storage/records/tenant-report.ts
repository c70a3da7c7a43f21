import { z } from 'zod';
import type { Cursor, TenantReport, ReportEnd } from '../../administration/report/ports.js';
import type { Totals } from '../../administration/report/tally.js';
import type { RecordKind } from './record.js';
import { flag, number, oneOf, shape, text } from './shape.js';

const totals = shape<Totals>({
  devices: number,
  byKind: shape<Totals['byKind']>({ AzureAd: number, Workplace: number, ServerAd: number, unknown: number }),
  bySystem: shape<Totals['bySystem']>({
    windows11: number,
    windows10: number,
    windows81: number,
    windows8: number,
    windows7: number,
    windowsUnknown: number,
    other: number,
  }),
  staleByAge: shape<Totals['staleByAge']>({ once: number, twice: number, fourTimes: number }),
  lastUseUnknown: number,
  disabled: number,
  pending: number,
  pendingOverAWeek: number,
  downLevel: number,
  withoutOwner: number,
});

export const reportRecord: RecordKind<TenantReport> = {
  table: 'reports',
  schema: shape<TenantReport>({
    id: text,
    askedBy: text,
    locale: text,
    percent: number,
    askedAt: text,
    staleDays: number,
    endedAt: text.exactOptional(),
    end: oneOf<ReportEnd, 'kind'>('kind', { done: {}, cancelled: {}, failed: { reason: text } }).exactOptional(),
    cursors: z.array(shape<Cursor>({ next: text.exactOptional(), done: flag })),
    pages: number,
    restarts: number,
    totals,
    limit: number.exactOptional(),
    limitUnknown: text.exactOptional(),
    expected: number.exactOptional(),
  }),
};
