/** Durations in milliseconds. A day is 24 hours: what is counted in days here is how old something is, never a date of the calendar. */
export const secondMs = 1_000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
