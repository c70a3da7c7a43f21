import type { Finding } from '../../administration/doctor/checks.js';
import { wordsOf } from '../../administration/doctor/words.js';
import type { DoctorView, TroubledMessage } from '../../administration/views.js';
import { adminButton } from './buttons.js';
import { lines, type Drawing, type Pen } from './pen.js';
import { section } from './report-words.js';
import { clientTime } from './time-words.js';
import type { Drawers } from './drawers.js';

export const drawers = { doctor: drawDoctor } satisfies Partial<Drawers>;

/** For the operator: what failed and its cure, then warnings, then messages that do not arrive, then what is well in one line. */
function drawDoctor(pen: Pen, { findings, failing, parked }: DoctorView): Drawing {
  const heading = pen.plain('doctor.heading');
  const all = [...failing, ...parked];
  const troubles = (['failed', 'warning'] as const).flatMap((state) =>
    findings.filter((finding) => finding.state === state),
  );
  const rest = findings.filter(({ state }) => state === 'ok' || state === 'skipped');
  const cures = [
    ...(all.some(({ to }) => to === 'channel') ? [pen.plain('doctor.cureChannel')] : []),
    ...(all.some(({ to }) => to === 'person') ? [pen.plain('doctor.curePerson')] : []),
  ];
  const data = {
    kicker: '',
    heading,
    paragraphs: lines([
      ...(troubles.length === 0 && all.length === 0 ? [pen.plain('doctor.well')] : []),
      ...troubles.slice(0, pen.room.items).flatMap((finding) => troubleLines(pen, finding)),
      ...cures,
      ...(rest.length > 0 && troubles.length + all.length > 0
        ? [
            pen.plain('doctor.allWell', {
              names: rest.map(({ check }) => pen.plain(`doctor.name.${check}`)).join(', '),
            }),
          ]
        : []),
    ]),
    details: [
      ...(failing.length > 0 ? [section(pen, 'doctor.failing', failing, (message) => line(pen, message))] : []),
      ...(parked.length > 0 ? [section(pen, 'doctor.parked', parked, (message) => line(pen, message))] : []),
    ],
    options: [adminButton('examineAgain', '', pen.plain('doctor.again'))],
  };
  return { template: 'doctor', summary: heading, data };
}

function troubleLines(pen: Pen, found: Finding): readonly string[] {
  const { values = {} } = found;
  const escaped = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && name !== 'name' ? pen.given(value) : value,
    ]),
  );
  const { finding, cure } = wordsOf(pen.plain, { ...found, values: escaped });
  return [`**${pen.plain(`doctor.state.${found.state}`)}** ${finding}`, ...(cure === '' ? [] : [cure])];
}

function line(pen: Pen, { to, ticketNumber, reason, since }: TroubledMessage): string {
  const stem = to === 'channel' ? 'doctor.toChannel' : 'doctor.toPerson';
  const what = ticketNumber === undefined ? pen.plain(stem) : pen.plain(`${stem}About`, { number: ticketNumber });
  return pen.plain('doctor.line', { what, when: clientTime(since), reason: pen.given(reason) });
}
