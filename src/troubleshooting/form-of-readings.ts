import { formLengths } from '../limits.js';
import type { HandOverForm, SessionReading } from './session.js';

/** The form with what a reading says: the PC's name where none stands, and the lines that tell something, once. */
export function withReading(form: HandOverForm, { pc, seen }: SessionReading): HandOverForm {
  const pcName = form.pcName === '' && pc.name !== undefined ? pc.name.slice(0, formLengths.pcName) : form.pcName;
  return withSeen({ ...form, pcName }, seen);
}

/** The form with what the PC shows, once. `seen` is redacted already. */
export function withSeen(form: HandOverForm, seen: string): HandOverForm {
  if (seen === '' || form.seen.includes(seen)) return form;
  const joined = form.seen === '' ? seen : `${form.seen}\n${seen}`;
  return { ...form, seen: joined.slice(0, formLengths.seen) };
}

/** The form without what these readings put there; what the person wrote stays. */
export function withoutReadingsIn(form: HandOverForm, readings: readonly SessionReading[]): HandOverForm {
  const fromReading = readings.some(({ pc }) => pc.name !== undefined && pc.name === form.pcName);
  const seen = readings.reduce(
    (text, reading) => (reading.seen === '' ? text : text.replace(reading.seen, '')),
    form.seen,
  );
  return { ...form, pcName: fromReading ? '' : form.pcName, seen: seen.replace(/\n{2,}/g, '\n').trim() };
}
