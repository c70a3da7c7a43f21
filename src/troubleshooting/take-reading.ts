import { maxReadings } from '../limits.js';
import { advance } from './advance.js';
import { factsAboutThePc, type FactName, type Facts } from './facts.js';
import { landingOf } from './landing.js';
import type { HandOverForm, Session, SessionReading } from './session.js';
import type { Tree } from './tree.js';

/** `form`: with what the reading adds to the helpdesk's fields. */
export interface Taken {
  readonly reading: SessionReading;
  readonly facts: Facts;
  readonly form: HandOverForm;
}

/** Keeps a reading and its facts, and lets it lead the walk: to the node it is about, or past the question it answers. */
export function takeReading(tree: Tree, session: Session, { reading, facts, form }: Taken, at: string): Session {
  // What is on the paper counts more than an earlier paper, and than what was called wrong of that.
  const disputed = session.disputed.filter((name) => facts[name] === undefined);
  const earlier = isOfAnotherPc(session.readings?.at(-1), reading) ? withoutReadings(session) : session;
  const kept: Session = {
    ...session,
    form,
    facts: { ...earlier.facts, ...facts },
    disputed,
    readings: [...(session.readings ?? []), reading].slice(-maxReadings),
  };
  return land(tree, kept, at);
}

/** What was known of one PC says nothing of another. */
function isOfAnotherPc(before: SessionReading | undefined, { pc }: SessionReading): boolean {
  const differs = (a: string | undefined, b: string | undefined): boolean => a !== undefined && b !== undefined && a.toLowerCase() !== b.toLowerCase();
  return differs(before?.pc.deviceId, pc.deviceId) || differs(before?.pc.name, pc.name);
}

/** Lets the latest reading that has not led anywhere yet do so; a reading that waits for the kind of Windows goes on waiting. */
export function land(tree: Tree, session: Session, at: string): Session {
  const reading = session.readings?.at(-1);
  if (reading === undefined || reading.landed || session.place.kind === 'form' || session.place.kind === 'summary') return session;
  const landing = landingOf(tree, session, reading);
  switch (landing.kind) {
    case 'whichWindows':
      return advance(tree, session, session.nodeId, at);
    case 'nowhere':
      return advance(tree, landed(session), session.nodeId, at);
    case 'node': {
      const { sets } = reading;
      const led = landed(session);
      const trail = [...led.trail, { kind: 'read', nodeId: session.nodeId, landed: landing.nodeId, at, sets } as const];
      return advance(tree, { ...led, trail }, landing.nodeId, at);
    }
  }
}

function landed(session: Session): Session {
  const readings = session.readings ?? [];
  return { ...session, readings: readings.map((reading, index) => (index === readings.length - 1 ? { ...reading, landed: true } : reading)) };
}

/** The reading was wrong, or of another PC: back to where it led away from, without it and without the facts that it gave. */
export function dropReading(tree: Tree, session: Session, at: string): Session | undefined {
  const first = session.trail.findLastIndex((entry) => entry.kind === 'read');
  const entry = session.trail[first];
  if (!entry) return undefined;
  const readings = (session.readings ?? []).slice(0, -1);
  return advance(tree, { ...withoutReadings(session), trail: session.trail.slice(0, first), readings }, entry.nodeId, at);
}

/** Without what was pasted and what the directory said of that PC. */
export function withoutReadings(session: Session): Session {
  const facts = Object.entries(session.facts).filter(([name]) => !factsAboutThePc.includes(name as FactName));
  return { ...session, facts: Object.fromEntries(facts), readings: [] };
}

/** Whether a reading has led the walk to where it stands, so that it can be called wrong. */
export function wasLedByReading(session: Session): boolean {
  return session.trail.some(({ kind }) => kind === 'read');
}
