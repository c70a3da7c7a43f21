import type { ShownIncident } from '../../assistant/views.js';
import type { IncidentView } from '../../helpdesk/views.js';
import { adminButton, type Button } from './buttons.js';
import { lines, type Drawing, type Pen } from './pen.js';
import { clientTime } from './time-words.js';
import type { Drawers, Entry, ViewOf } from './drawers.js';

export const drawers = { incident: drawIncident, incidentOver: writeIncidentOver } satisfies Partial<Drawers>;

/** A known issue, for administrators: how people will see it, or see it now. */
function drawIncident(pen: Pen, view: IncidentView): Drawing {
  const { incident, title, unknownCause, offered = [], joined } = view;
  const { number, state, cause } = incident;
  const heading = pen.plain(`incident.heading.${state}`, { number });
  const about =
    cause === 'all'
      ? pen.plain('incident.aboutAll')
      : title
        ? pen.plain('incident.about', { cause: pen.tree(title) })
        : '';
  const data = {
    kicker: '',
    heading,
    notice: state === 'ended' || unknownCause !== undefined ? '' : incidentWords(pen, incident),
    paragraphs: lines([
      ...(unknownCause === undefined
        ? []
        : [
            pen.say('incident.unknownCause', { cause: unknownCause }),
            pen.plain('incident.kept', { text: pen.written(incident.text), until: clientTime(incident.until) }),
          ]),
      ...(about === '' ? [] : [about]),
      ...(state === 'draft' && unknownCause === undefined ? [pen.plain('incident.preview')] : []),
      ...(joined === undefined ? [] : [pen.plain('incident.joined', { count: joined })]),
    ]),
    options: buttons(pen, view, offered),
  };
  return { template: 'incident', summary: heading, data };
}

function buttons(
  pen: Pen,
  { incident: { number, state, cause } }: IncidentView,
  offered: NonNullable<IncidentView['offered']>,
): readonly Button[] {
  const id = String(number);
  switch (state) {
    case 'draft': {
      const choose = [
        ...offered.map(({ id: wanted, title }) =>
          adminButton('chooseIncidentCause', `${id} ${wanted}`, pen.tree(title)),
        ),
        adminButton('chooseIncidentCause', `${id} all`, pen.plain('incident.chooseAll')),
      ];
      const drop = adminButton('dropIncident', id, pen.plain('incident.drop'));
      return cause === ''
        ? [...choose, drop]
        : [adminButton('publishIncident', id, pen.plain('incident.publish')), drop];
    }
    case 'running':
      return [adminButton('endIncident', id, pen.plain('incident.end'))];
    case 'ended':
      return [];
  }
}

/** What whoever it concerns reads above everything else. */
export function incidentWords(pen: Pen, { text, until }: ShownIncident): string {
  return pen.plain('incident.shown', { text: pen.written(text), until: clientTime(until) });
}

/** Told in the channel when it is over. */
function writeIncidentOver(pen: Pen, { number, text, tickets }: ViewOf<'incidentOver'>): Entry {
  const values = { number, text: pen.written(text), tickets: tickets.join(', '), count: tickets.length };
  return { text: pen.plain('incident.over', values), mentions: [] };
}
