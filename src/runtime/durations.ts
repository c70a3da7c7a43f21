/** Durations in milliseconds. A day is 24 hours, because days here measure age and never stand for a calendar date. */
export const secondMs = 1_000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
