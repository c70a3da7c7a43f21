import type { Incident } from '../../src/helpdesk/incidents.js';
import type { HelpdeskView, IncidentView } from '../../src/helpdesk/views.js';

export function anIncident(changes: Partial<Incident> = {}): Incident {
  return {
    number: 3,
    cause: 'all',
    text: 'The sign-in service is down. [x](http://evil) <at>all</at>',
    until: '2026-05-04T15:00:00.000Z',
    state: 'running',
    by: 'sven',
    ...changes,
  };
}

const title = { en: 'The federation service does not answer', de: 'Der Verbunddienst antwortet nicht' };
const shown = (incident: Partial<Incident>, more: Partial<IncidentView> = {}): IncidentView => ({
  kind: 'incident',
  incident: anIncident(incident),
  ...more,
});

export const viewsOfIncidents = {
  incident: [
    shown({ state: 'draft' }),
    shown({ state: 'draft', cause: 'federation' }, { title }),
    shown(
      { state: 'draft', cause: '' },
      {
        unknownCause: '**federation**',
        offered: [
          { id: 'a', title },
          { id: 'b', title },
        ],
      },
    ),
    shown({ text: 'x'.repeat(500) }, { joined: 12 }),
    shown({ state: 'ended' }),
  ],
  incidentOver: [
    { kind: 'incidentOver', number: 3, text: 'The sign-in service is down.', tickets: [1001] },
    { kind: 'incidentOver', number: 3, text: '[x](http://evil)', tickets: [1001, 1002] },
  ],
} satisfies { readonly [Kind in 'incident' | 'incidentOver']: readonly Extract<HelpdeskView, { kind: Kind }>[] };
