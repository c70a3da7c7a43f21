import type { KeptData } from '../kept-data.js';

export function leftInOutbox({ outbox }: Pick<KeptData, 'outbox'>): readonly string[] {
  return outbox.map(
    ({ id, lane, state, reason }) =>
      `Row ${id} of ${lane.split(':')[0]} is still ${state}${reason === null ? '' : ` (${reason})`}`,
  );
}

export function brokenFile({ integrity }: Pick<KeptData, 'integrity'>): readonly string[] {
  return integrity === 'ok' ? [] : [`The database file is broken: ${integrity}`];
}
