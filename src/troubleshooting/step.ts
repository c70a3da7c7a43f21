import { advance, nodeOf } from './advance.js';
import type { FactName, Facts } from './facts.js';
import { isOwnAccount } from './know.js';
import { pcToLookAgain } from './look-again.js';
import { emptyForm, unknownProfile, type HandOverForm, type Profile, type Session, type SessionReading, type TrailEntry } from './session.js';
import { dropReading, land, takeReading, wasLedByReading, withoutReadings } from './take-reading.js';
import type { Tree } from './tree.js';

/** What can happen to a walk. `at` is the time of the event, ISO 8601. */
export type WalkEvent = { readonly at: string } & (
  | { readonly kind: 'choose'; readonly optionId: string }
  | { readonly kind: 'fixed' | 'notFixed' | 'understood' | 'talkToAPerson' | 'dispute' | 'edit' | 'send' }
  /** `form` is what stood in the form when it was left this way: it is kept. */
  | { readonly kind: 'back' | 'startOver'; readonly form?: HandOverForm }
  | { readonly kind: 'disputeFact'; readonly fact: FactName }
  | { readonly kind: 'disputeReading' }
  /** Something was pasted, or a PC looked up. */
  | { readonly kind: 'read'; readonly reading: SessionReading; readonly facts: Facts; readonly form: HandOverForm }
  /** Own words lead to one place of the trees, or to a few to choose from. */
  | { readonly kind: 'enter'; readonly nodeId: string }
  | { readonly kind: 'offer'; readonly entries: readonly string[] }
  /** `dueAt`: when the PC will be looked at again, ISO 8601. */
  | { readonly kind: 'lookAgain'; readonly dueAt: string }
  | { readonly kind: 'review'; readonly form: HandOverForm }
  | { readonly kind: 'noted'; readonly form: HandOverForm }
  | { readonly kind: 'learn'; readonly facts: Facts; readonly profile: Profile }
  | { readonly kind: 'handedOver'; readonly ticketNumber: number }
  | { readonly kind: 'rate'; readonly rating: number }
);

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

type Moved =
  | { readonly kind: 'moved'; readonly session: Session; readonly handOver?: boolean }
  | { readonly kind: 'refused'; readonly reason: 'notPossibleHere' | 'nothingToGoBackTo' };

const notPossible: Moved = { kind: 'refused', reason: 'notPossibleHere' };

function to(session: Session, change: Partial<Session> = {}): Moved {
  return { kind: 'moved', session: { ...session, ...change } };
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
      const option = node.kind === 'question' ? node.options.find((candidate) => candidate.id === event.optionId) : undefined;
      if (!option) return notPossible;
      const answered: Session = {
        ...session,
        trail: [...session.trail, { kind: 'answered', nodeId: node.id, optionId: option.id, by: 'person', at: event.at }],
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
      return pcToLookAgain(tree, session) ? to(session, { lookAgainAt: event.dueAt }) : notPossible;
    case 'fixed':
      return node.kind === 'fix' ? to(session, { place: { kind: 'closed', outcome: 'fixed' } }) : notPossible;
    case 'notFixed': {
      if (node.kind !== 'fix') return notPossible;
      const tried: Session = { ...session, trail: [...session.trail, { kind: 'notFixed', nodeId: node.id, at: event.at }] };
      return to(advance(tree, tried, node.next, event.at));
    }
    case 'understood':
      return node.kind === 'explanation' ? to(session, { place: { kind: 'closed', outcome: 'explained' } }) : notPossible;
    case 'talkToAPerson':
      return to(session, { place: { kind: 'form' } });
    case 'dispute': {
      const facts = new Set(session.trail.flatMap((entry) => (entry.kind === 'checked' ? [entry.fact] : [])));
      const [only] = facts;
      if (wasLedByReading(session)) {
        return facts.size === 0 ? disputeReading(tree, session, event.at) : to(session, { place: { kind: 'disputing' } });
      }
      if (only === undefined) return notPossible;
      return facts.size === 1 ? disputeFact(tree, session, only, event.at) : to(session, { place: { kind: 'disputing' } });
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

function moveWhileOffering(tree: Tree, session: Session, entries: readonly string[], event: WalkEvent): Moved {
  switch (event.kind) {
    case 'enter':
      return entries.includes(event.nodeId) ? enter(tree, session, event.nodeId, event.at) : notPossible;
    case 'offer':
      return to(session, { place: { kind: 'offering', entries: event.entries } });
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

function moveInForm(tree: Tree, session: Session, event: WalkEvent): Moved {
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
      return reviewed ? { kind: 'moved', session, handOver: true } : notPossible;
    case 'handedOver':
      return reviewed ? to(session, { place: { kind: 'handedOver', ticketNumber: event.ticketNumber } }) : notPossible;
    case 'back':
      return to(session, { form: event.form ?? session.form, place: { kind: reviewed ? 'form' : 'node' } });
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

/** Something that the person did, as opposed to what facts and branches decided. */
export function isOfPerson({ kind }: TrailEntry): boolean {
  return kind === 'answered' || kind === 'notFixed' || kind === 'read' || kind === 'entered';
}

/** Returns to the last thing the person did; what facts decided after it is decided anew on the way forward. */
function goBack(session: Session): Moved {
  const last = session.trail.findLastIndex(isOfPerson);
  const entry = session.trail[last];
  if (!entry) return { kind: 'refused', reason: 'nothingToGoBackTo' };
  return to(session, { nodeId: entry.nodeId, trail: session.trail.slice(0, last) });
}

/** Back to where this fact first decided the way; from there on it counts as unknown. */
function disputeFact(tree: Tree, session: Session, fact: FactName, at: string): Moved {
  const first = session.trail.findIndex((entry) => entry.kind === 'checked' && entry.fact === fact);
  const entry = session.trail[first];
  if (!entry) return notPossible;
  const rewound: Session = { ...session, trail: session.trail.slice(0, first), disputed: [...session.disputed, fact] };
  return to(advance(tree, rewound, entry.nodeId, at));
}

function disputeReading(tree: Tree, session: Session, at: string): Moved {
  const rewound = dropReading(tree, session, at);
  return rewound ? to(rewound) : notPossible;
}

function enter(tree: Tree, session: Session, nodeId: string, at: string): Moved {
  if (!tree.nodes.has(nodeId)) return notPossible;
  const entered: Session = { ...session, trail: [...session.trail, { kind: 'entered', nodeId: session.nodeId, landed: nodeId, at }] };
  return to(advance(tree, entered, nodeId, at));
}

/** What the person wrote and called wrong is kept: only the way is forgotten, and what was pasted for it. */
function startOver(tree: Tree, session: Session, at: string): Session {
  return advance(tree, { ...withoutReadings(session), trail: [] }, tree.start, at);
}

/** What was known stays known, with its time, when a later reading failed. */
function newerFacts(before: Facts, read: Facts): Facts {
  const kept = Object.entries(before).filter(([name, fact]) => fact.known && read[name as FactName]?.known === false);
  return { ...before, ...read, ...Object.fromEntries(kept) };
}

function newerProfile(before: Profile, read: Profile): Profile {
  return read.displayName === '' && read.userPrincipalName === '' && read.pcs.length === 0 ? before : read;
}
