import type { Finding } from '../../administration/doctor/checks.js';
import { wordsOf } from '../../administration/doctor/words.js';
import type { DoctorView, TroubledMessage } from '../../administration/views.js';
import { adminButton } from './buttons.js';
import { lines, type Drawing, type CardWriter } from './card-writer.js';
import { section } from './report-words.js';
import { clientTime } from './time-words.js';
import type { Drawers } from './drawers.js';

export const drawers = { doctor: drawDoctor } satisfies Partial<Drawers>;

/** For the operator: what failed and its cure, then warnings, then messages that do not arrive, then what is well in one line. */
function drawDoctor(writer: CardWriter, { findings, failing, parked }: DoctorView): Drawing {
  const heading = writer.plain('doctor.heading');
  const all = [...failing, ...parked];
  const troubles = (['failed', 'warning'] as const).flatMap((state) =>
    findings.filter((finding) => finding.state === state),
  );
  const rest = findings.filter(({ state }) => state === 'ok' || state === 'skipped');
  const cures = [
    ...(all.some(({ to }) => to === 'channel') ? [writer.plain('doctor.cureChannel')] : []),
    ...(all.some(({ to }) => to === 'person') ? [writer.plain('doctor.curePerson')] : []),
  ];
  const data = {
    kicker: '',
    heading,
    paragraphs: lines([
      ...(troubles.length === 0 && all.length === 0 ? [writer.plain('doctor.well')] : []),
      ...troubles.slice(0, writer.room.items).flatMap((finding) => troubleLines(writer, finding)),
      ...cures,
      ...(rest.length > 0 && troubles.length + all.length > 0
        ? [
            writer.plain('doctor.allWell', {
              names: rest.map(({ check }) => writer.plain(`doctor.name.${check}`)).join(', '),
            }),
          ]
        : []),
    ]),
    details: [
      ...(failing.length > 0 ? [section(writer, 'doctor.failing', failing, (message) => line(writer, message))] : []),
      ...(parked.length > 0 ? [section(writer, 'doctor.parked', parked, (message) => line(writer, message))] : []),
    ],
    options: [adminButton('examineAgain', '', writer.plain('doctor.again'))],
  };
  return { template: 'doctor', summary: heading, data };
}

function troubleLines(writer: CardWriter, found: Finding): readonly string[] {
  const { values = {} } = found;
  const escaped = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && name !== 'name' ? writer.given(value) : value,
    ]),
  );
  const { finding, cure } = wordsOf(writer.plain, { ...found, values: escaped });
  return [`**${writer.plain(`doctor.state.${found.state}`)}** ${finding}`, ...(cure === '' ? [] : [cure])];
}

function line(writer: CardWriter, { to, ticketNumber, reason, since }: TroubledMessage): string {
  const stem = to === 'channel' ? 'doctor.toChannel' : 'doctor.toPerson';
  const what = ticketNumber === undefined ? writer.plain(stem) : writer.plain(`${stem}About`, { number: ticketNumber });
  return writer.plain('doctor.line', { what, when: clientTime(since), reason: writer.given(reason) });
}
