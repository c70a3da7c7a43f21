import type { AdministrationView, TroubledMessage } from '../../administration/views.js';
import { adminButton } from './buttons.js';
import { lines, type Drawing, type Pen } from './pen.js';
import { section } from './report-words.js';
import { clientTime } from './time-words.js';

/** For the operator: what waits or was given up, with Teams' own reason, and what to do about it. */
export function drawDoctor(pen: Pen, { channelChosen, failing, parked }: Extract<AdministrationView, { kind: 'doctor' }>): Drawing {
  const heading = pen.plain('doctor.heading');
  const all = [...failing, ...parked];
  const cures = [
    ...(channelChosen ? [] : [pen.plain('doctor.noChannel')]),
    ...(all.some(({ to }) => to === 'channel') ? [pen.plain('doctor.cureChannel')] : []),
    ...(all.some(({ to }) => to === 'person') ? [pen.plain('doctor.curePerson')] : []),
  ];
  const data = {
    kicker: '',
    heading,
    paragraphs: lines(cures.length > 0 ? cures : [pen.plain('doctor.well')]),
    details: [
      ...(failing.length > 0 ? [section(pen, 'doctor.failing', failing, (message) => line(pen, message))] : []),
      ...(parked.length > 0 ? [section(pen, 'doctor.parked', parked, (message) => line(pen, message))] : []),
    ],
    options: [adminButton('examineAgain', '', pen.plain('doctor.again'))],
  };
  return { template: 'doctor', summary: heading, data };
}

function line(pen: Pen, { to, ticketNumber, reason, since }: TroubledMessage): string {
  const stem = to === 'channel' ? 'doctor.toChannel' : 'doctor.toPerson';
  const what = ticketNumber === undefined ? pen.plain(stem) : pen.plain(`${stem}About`, { number: ticketNumber });
  return pen.plain('doctor.line', { what, when: clientTime(since), reason: pen.given(reason) });
}
