import type { CurrentIncidents } from '../helpdesk/current-incidents.js';
import type { LocalizedAnswer } from './answer.js';
import type { View } from './views.js';

/** What is known about a cause stands above each card that is about it. */
export async function withIncidents(
  outcome: LocalizedAnswer,
  incidents: Pick<CurrentIncidents, 'concerning'>,
): Promise<LocalizedAnswer> {
  const shown = (view: View): Promise<View> => withIncident(view, incidents);
  const replies = await Promise.all(outcome.replies.map(shown));
  return { ...outcome, replies, ...(outcome.card && { card: await shown(outcome.card) }) };
}

async function withIncident(view: View, incidents: Pick<CurrentIncidents, 'concerning'>): Promise<View> {
  if (!('causes' in view) || !('ref' in view)) return view;
  const incident = await incidents.concerning(view.causes);
  return incident
    ? { ...view, incident: { number: incident.number, text: incident.text, until: incident.until } }
    : view;
}
