import type { ShownIncident } from '../../assistant/views.js';
import type { IncidentView } from '../../helpdesk/views.js';
import { adminButton, type Button } from './buttons.js';
import { lines, type Drawing, type CardWriter } from './card-writer.js';
import { clientTime } from './time-words.js';
import type { Drawers, MarkdownMessage, ViewOf } from './drawers.js';

export const drawers = { incident: drawIncident, incidentOver: writeIncidentOver } satisfies Partial<Drawers>;

/** A known issue, for administrators: how people will see it, or see it now. */
function drawIncident(writer: CardWriter, view: IncidentView): Drawing {
  const { incident, title, unknownCause, offered = [], joined } = view;
  const { number, state, cause } = incident;
  const heading = writer.plain(`incident.heading.${state}`, { number });
  const about =
    cause === 'all'
      ? writer.plain('incident.aboutAll')
      : title
        ? writer.plain('incident.about', { cause: writer.tree(title) })
        : '';
  const data = {
    kicker: '',
    heading,
    notice: state === 'ended' || unknownCause !== undefined ? '' : incidentWords(writer, incident),
    paragraphs: lines([
      ...(unknownCause === undefined
        ? []
        : [
            writer.say('incident.unknownCause', { cause: unknownCause }),
            writer.plain('incident.kept', { text: writer.written(incident.text), until: clientTime(incident.until) }),
          ]),
      ...(about === '' ? [] : [about]),
      ...(state === 'draft' && unknownCause === undefined ? [writer.plain('incident.preview')] : []),
      ...(joined === undefined ? [] : [writer.plain('incident.joined', { count: joined })]),
    ]),
    options: buttons(writer, view, offered),
  };
  return { template: 'incident', summary: heading, data };
}

function buttons(
  writer: CardWriter,
  { incident: { number, state, cause } }: IncidentView,
  offered: NonNullable<IncidentView['offered']>,
): readonly Button[] {
  const id = String(number);
  switch (state) {
    case 'draft': {
      const choose = [
        ...offered.map(({ id: wanted, title }) =>
          adminButton('chooseIncidentCause', `${id} ${wanted}`, writer.tree(title)),
        ),
        adminButton('chooseIncidentCause', `${id} all`, writer.plain('incident.chooseAll')),
      ];
      const drop = adminButton('dropIncident', id, writer.plain('incident.drop'));
      return cause === ''
        ? [...choose, drop]
        : [adminButton('publishIncident', id, writer.plain('incident.publish')), drop];
    }
    case 'running':
      return [adminButton('endIncident', id, writer.plain('incident.end'))];
    case 'ended':
      return [];
  }
}

/** What whoever it concerns reads above everything else. */
export function incidentWords(writer: CardWriter, { text, until }: ShownIncident): string {
  return writer.plain('incident.shown', { text: writer.written(text), until: clientTime(until) });
}

/** Told in the channel when it is over. */
function writeIncidentOver(writer: CardWriter, { number, text, tickets }: ViewOf<'incidentOver'>): MarkdownMessage {
  const values = { number, text: writer.written(text), tickets: tickets.join(', '), count: tickets.length };
  return { text: writer.plain('incident.over', values), mentions: [] };
}
