import type { WalkStep } from '../helpdesk/ports.js';
import type { SessionStore } from './ports.js';

/** Tells whether a person's walk still stands at a step; an update of an older one would turn the card back. */
export function isCurrentStep(sessions: Pick<SessionStore, 'latest'>): (step: WalkStep) => Promise<boolean> {
  return async ({ personId, sessionId, step }) => {
    const latest = await sessions.latest(personId);
    return latest?.value.id === sessionId && latest.value.step === step;
  };
}
