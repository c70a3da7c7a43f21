import { isOwnAccount } from './session-facts.js';
import { notPossible, to, type Moved } from './moved.js';
import { isOfPerson } from './of-person.js';
import { startOver } from './rewind.js';
import type { HandOverForm, Session } from './session.js';
import { land, takeReading } from './take-reading.js';
import type { Tree } from './tree.js';
import type { WalkEvent } from './walk-event.js';

/** What can happen while the hand-over is being written, or is on show before it is sent. */
export function moveInForm(tree: Tree, session: Session, event: WalkEvent): Moved {
  const reviewed = session.place.kind === 'summary';
  switch (event.kind) {
    case 'review':
      return review(tree, session, event.form);
    case 'noted':
      return to(session, { form: event.form });
    // Kept for the helpdesk; the form stays where it is.
    case 'read':
      return to(takeReading(tree, session, event, event.at));
    case 'edit':
      return reviewed ? to(session, { place: { kind: 'form' } }) : notPossible;
    case 'send':
      return reviewed
        ? { kind: 'moved', session: withChoice(session, event.leaveOutPaste), handOver: true }
        : notPossible;
    case 'handedOver':
      return reviewed ? to(session, { place: { kind: 'handedOver', ticketNumber: event.ticketNumber } }) : notPossible;
    case 'back': {
      const form = event.form ?? session.form;
      if (reviewed) return to(session, { form, place: { kind: 'form' } });
      // What was pasted while the form was open leads on from here.
      return to(land(tree, { ...session, form, place: { kind: 'node' } }, event.at));
    }
    case 'startOver':
      return to(startOver(tree, { ...session, form: event.form ?? session.form }, event.at));
    default:
      return notPossible;
  }
}

/** The helpdesk can do nothing with a form that says nothing, when the walk says nothing either. */
function review(tree: Tree, session: Session, form: HandOverForm): Moved {
  const something = session.trail.some(isOfPerson) || (session.readings ?? []).length > 0;
  if (!something && form.note.trim() === '' && form.seen.trim() === '') {
    return to(session, { form, place: { kind: 'form', problem: 'nothingToSay' } });
  }
  if (isOwnAccount(tree, session) === false && form.otherPerson.trim() === '') {
    return to(session, { form, place: { kind: 'form', problem: 'otherPersonMissing' } });
  }
  return to(session, { form, place: { kind: 'summary' } });
}

function withChoice(session: Session, leaveOutPaste: boolean | undefined): Session {
  return leaveOutPaste === undefined ? session : { ...session, form: { ...session.form, leaveOutPaste } };
}
