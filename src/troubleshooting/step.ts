import { advance, nodeOf } from './advance.js';
import type { FactName, Facts } from './facts.js';
import { pcToLookAgain } from './look-again.js';
import { notPossible, to, type Moved } from './moved.js';
import { moveInForm } from './move-in-form.js';
import { disputeFact, disputeReading, goBack, startOver } from './rewind.js';
import { emptyForm, unknownProfile, type Profile, type Session } from './session.js';
import { land, readingOnShow, takeReading } from './take-reading.js';
import type { Tree } from './tree.js';
import type { WalkEvent } from './walk-event.js';

export type { WalkEvent } from './walk-event.js';

/** What the shell must do after a step, besides storing the session and showing where it stands. */
export type Effect =
  /** The report of this session goes to the helpdesk; answered later by the event `handedOver`. */
  | { readonly kind: 'handOver' }
  /** The PC of the latest reading is to be looked at again at `session.lookAgainAt`. */
  | { readonly kind: 'lookAgain' }
  /** The session came to a rest point: the stored message may be brought up to date for every client. */
  | { readonly kind: 'rest' }
  /** The event does not fit where the session stands; nothing changed. */
  | { readonly kind: 'refused'; readonly reason: 'notPossibleHere' | 'nothingToGoBackTo' };

export interface StepResult {
  readonly session: Session;
  readonly effects: readonly Effect[];
}

/** A new walk at the tree's start. */
export function startSession(tree: Tree, options: { id: string; at: string }): Session {
  const blank: Session = {
    id: options.id,
    treeVersion: tree.version,
    step: 1,
    place: { kind: 'node' },
    nodeId: tree.start,
    trail: [],
    facts: {},
    profile: unknownProfile,
    disputed: [],
    form: emptyForm,
    startedAt: options.at,
    updatedAt: options.at,
  };
  return advance(tree, blank, tree.start, options.at);
}

/** Fits a stored session to the tree of today: undefined when the node it stood on is gone and the walk must begin anew. */
export function resume(tree: Tree, session: Session): Session | undefined {
  if (session.treeVersion === tree.version) return session;
  const offered = session.place.kind === 'offering' ? session.place.entries : [];
  const passed = session.trail.map(({ nodeId }) => nodeId);
  const known = [...passed, ...offered, session.nodeId].every((nodeId) => tree.nodes.has(nodeId));
  return known ? { ...session, treeVersion: tree.version } : undefined;
}

/** One event, decided: no I/O, no clock, no randomness. An event that does not fit leaves the session as it is. */
export function step(tree: Tree, session: Session, event: WalkEvent): StepResult {
  const moved = move(tree, session, event);
  if (moved.kind === 'refused') return { session, effects: [{ kind: 'refused', reason: moved.reason }] };
  // What is learned or noted beside the walk leaves every button as it is.
  const quiet = event.kind === 'learn' || event.kind === 'noted';
  const next: Session = { ...moved.session, step: quiet ? session.step : session.step + 1, updatedAt: event.at };
  const effects: Effect[] = [];
  if (event.kind === 'lookAgain') effects.push({ kind: 'lookAgain' });
  if (moved.handOver) effects.push({ kind: 'handOver' });
  if (!quiet && isRestPoint(tree, next)) effects.push({ kind: 'rest' });
  return { session: next, effects };
}

/** A fix on show, a hand-over done, a walk closed: a person may leave the card lying here for days. */
function isRestPoint(tree: Tree, session: Session): boolean {
  switch (session.place.kind) {
    case 'handedOver':
    case 'closed':
      return true;
    case 'node':
      return nodeOf(tree, session).kind === 'fix';
    default:
      return false;
  }
}

function move(tree: Tree, session: Session, event: WalkEvent): Moved {
  if (event.kind === 'learn') {
    return to(session, {
      facts: newerFacts(session.facts, event.facts),
      factsReadAt: event.at,
      profile: newerProfile(session.profile, event.profile),
    });
  }
  switch (session.place.kind) {
    case 'node':
      return moveAtNode(tree, session, event);
    case 'disputing':
      return moveWhileDisputing(tree, session, event);
    case 'offering':
      return moveWhileOffering(tree, session, session.place.entries, event);
    case 'form':
    case 'summary':
      return moveInForm(tree, session, event);
    case 'handedOver':
      return notPossible;
    case 'closed':
      if (event.kind === 'rate' && session.place.outcome === 'fixed' && session.place.rating === undefined) {
        return to(session, { place: { ...session.place, rating: event.rating } });
      }
      return event.kind === 'talkToAPerson' ? to(session, { place: { kind: 'form' } }) : notPossible;
  }
}

function moveAtNode(tree: Tree, session: Session, event: WalkEvent): Moved {
  const node = nodeOf(tree, session);
  switch (event.kind) {
    case 'choose': {
      const option =
        node.kind === 'question' ? node.options.find((candidate) => candidate.id === event.optionId) : undefined;
      if (!option) return notPossible;
      const answered: Session = {
        ...session,
        trail: [
          ...session.trail,
          { kind: 'answered', nodeId: node.id, optionId: option.id, by: 'person', at: event.at },
        ],
      };
      return to(land(tree, advance(tree, answered, option.next, event.at), event.at));
    }
    case 'read':
      return to(takeReading(tree, session, event, event.at));
    case 'enter':
      return enter(tree, session, event.nodeId, event.at);
    case 'offer':
      return to(session, { place: { kind: 'offering', entries: event.entries } });
    case 'lookAgain':
      return pcToLookAgain(tree, session, event.at) ? to(session, { lookAgainAt: event.dueAt }) : notPossible;
    case 'fixed':
      return node.kind === 'fix' ? to(session, { place: { kind: 'closed', outcome: 'fixed' } }) : notPossible;
    case 'notFixed': {
      if (node.kind !== 'fix') return notPossible;
      const tried: Session = {
        ...session,
        trail: [...session.trail, { kind: 'notFixed', nodeId: node.id, at: event.at }],
      };
      return to(advance(tree, tried, node.next, event.at));
    }
    case 'understood':
      return node.kind === 'explanation'
        ? to(session, { place: { kind: 'closed', outcome: 'explained' } })
        : notPossible;
    case 'talkToAPerson':
      return to(session, { place: { kind: 'form' } });
    case 'dispute': {
      const facts = new Set(session.trail.flatMap((entry) => (entry.kind === 'checked' ? [entry.fact] : [])));
      const [only] = facts;
      if (readingOnShow(session)) {
        return facts.size === 0
          ? disputeReading(tree, session, event.at)
          : to(session, { place: { kind: 'disputing' } });
      }
      if (only === undefined) return notPossible;
      return facts.size === 1
        ? disputeFact(tree, session, only, event.at)
        : to(session, { place: { kind: 'disputing' } });
    }
    case 'noted':
      return to(session, { form: event.form });
    case 'back':
      return goBack(session);
    case 'startOver':
      return to(startOver(tree, session, event.at));
    default:
      return notPossible;
  }
}

function moveWhileDisputing(tree: Tree, session: Session, event: WalkEvent): Moved {
  switch (event.kind) {
    case 'disputeFact':
      return disputeFact(tree, session, event.fact, event.at);
    case 'disputeReading':
      return disputeReading(tree, session, event.at);
    default:
      return moveBeside(tree, session, event);
  }
}

function moveWhileOffering(tree: Tree, session: Session, entries: readonly string[], event: WalkEvent): Moved {
  switch (event.kind) {
    case 'enter':
      return entries.includes(event.nodeId) ? enter(tree, session, event.nodeId, event.at) : notPossible;
    case 'offer':
      return to(session, { place: { kind: 'offering', entries: event.entries } });
    default:
      return moveBeside(tree, session, event);
  }
}

/** What can happen wherever something is asked beside the node that the walk stands on. */
function moveBeside(tree: Tree, session: Session, event: WalkEvent): Moved {
  switch (event.kind) {
    case 'read':
      return to(takeReading(tree, session, event, event.at));
    case 'noted':
      return to(session, { form: event.form });
    case 'back':
      return to(session, { place: { kind: 'node' } });
    case 'startOver':
      return to(startOver(tree, session, event.at));
    case 'talkToAPerson':
      return to(session, { place: { kind: 'form' } });
    default:
      return notPossible;
  }
}

function enter(tree: Tree, session: Session, nodeId: string, at: string): Moved {
  if (!tree.nodes.has(nodeId)) return notPossible;
  const entered: Session = {
    ...session,
    trail: [...session.trail, { kind: 'entered', nodeId: session.nodeId, landed: nodeId, at }],
  };
  return to(advance(tree, entered, nodeId, at));
}

/** What was known stays known, with its time, when a later reading failed. */
function newerFacts(before: Facts, read: Facts): Facts {
  const kept = Object.entries(before).filter(([name, fact]) => fact.known && read[name as FactName]?.known === false);
  return { ...before, ...read, ...Object.fromEntries(kept) };
}

function newerProfile(before: Profile, read: Profile): Profile {
  return read.displayName === '' && read.userPrincipalName === '' && read.pcs.length === 0 ? before : read;
}
