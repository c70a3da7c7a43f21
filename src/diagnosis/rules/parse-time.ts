/** `2026-05-04 07:12:33.000 UTC` as dsregcmd prints it; seconds may be missing. */
const written = /(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?/g;

/** The times in a value, in order, as epoch ms. Windows prints UTC, and so is a time that does not say. */
export function timesIn(value: string): readonly number[] {
  return [...value.matchAll(written)].map(([, year, month, day, hour, minute, second]) =>
    Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second ?? 0)),
  );
}

/** The first time in a value, epoch ms. */
export function timeIn(value: string): number | undefined {
  return timesIn(value)[0];
}
