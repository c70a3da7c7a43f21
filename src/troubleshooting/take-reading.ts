import { maxKeptPastes, maxReadings } from '../limits.js';
import { advance } from './advance.js';
import { factsAboutThePc, type FactName, type Facts } from './facts.js';
import { withoutReadingsIn, withReading } from './form-of-readings.js';
import { entryNodeOf } from './entry-node.js';
import { isOfPerson } from './of-person.js';
import type { Session, SessionReading } from './session.js';
import type { Tree } from './tree.js';

export interface Taken {
  readonly reading: SessionReading;
  readonly facts: Facts;
}

/** Keeps a reading and its facts, and lets it lead the walk: to the node it is about, or past the question it answers. */
export function takeReading(tree: Tree, session: Session, { reading, facts }: Taken, at: string): Session {
  const base = isOfAnotherPc(session, reading) ? withoutReadings(session) : session;
  const kept: Session = {
    ...base,
    form: withReading(base.form, reading),
    facts: { ...base.facts, ...facts },
    // What is on the paper counts more than what was called wrong of an earlier one.
    disputed: base.disputed.filter((name) => facts[name] === undefined),
    readings: withRoom([...(base.readings ?? []), reading].slice(-maxReadings)),
  };
  return land(tree, kept, at);
}

/** The newest pastes keep their text as long as there is room for it. */
function withRoom(readings: readonly SessionReading[]): readonly SessionReading[] {
  let room = maxKeptPastes;
  return readings
    .toReversed()
    .map((reading) => {
      room -= reading.text?.length ?? 0;
      const { text: _tooMuch, ...rest } = reading;
      return room >= 0 ? reading : rest;
    })
    .toReversed();
}

/** The latest reading that says which PC it is about. */
export function pcOfReadings({ readings = [] }: Session): SessionReading['pc'] | undefined {
  return readings.findLast(({ pc }) => pc.deviceId !== undefined || pc.name !== undefined || pc.objectId !== undefined)
    ?.pc;
}

/** What was known of one PC says nothing of another. Where the two tell different things of themselves, they may be the same. */
function isOfAnotherPc(session: Session, { pc }: SessionReading): boolean {
  const before = pcOfReadings(session);
  const same = (a: string | undefined, b: string | undefined): boolean | undefined =>
    a === undefined || b === undefined ? undefined : a.toLowerCase() === b.toLowerCase();
  const verdict =
    same(before?.deviceId, pc.deviceId) ?? same(before?.objectId, pc.objectId) ?? same(before?.name, pc.name);
  return verdict === false;
}

/** Lets the latest reading that has not led anywhere yet do so; a reading that waits for the kind of Windows goes on waiting. */
export function land(tree: Tree, session: Session, at: string): Session {
  const reading = session.readings?.at(-1);
  if (reading === undefined || reading.landed || session.place.kind === 'form' || session.place.kind === 'summary')
    return session;
  const entry = entryNodeOf(tree, session, reading);
  switch (entry.kind) {
    case 'whichWindows':
      return advance(tree, session, session.nodeId, at);
    case 'nowhere':
      return advance(tree, landed(session), session.nodeId, at);
    case 'node': {
      const { sets, at: readingAt } = reading;
      const led = landed(session);
      const trail = [
        ...led.trail,
        { kind: 'read', nodeId: session.nodeId, landed: entry.nodeId, at, readingAt, sets } as const,
      ];
      return advance(tree, { ...led, trail }, entry.nodeId, at);
    }
  }
}

function landed(session: Session): Session {
  const readings = session.readings ?? [];
  return {
    ...session,
    readings: readings.map((reading, index) =>
      index === readings.length - 1 ? { ...reading, landed: true } : reading,
    ),
  };
}

/** The latest reading, as long as nothing was answered since: then it is what the card is about, and can be called wrong. */
export function readingOnShow(session: Session): SessionReading | undefined {
  const reading = session.readings?.at(-1);
  const latest = session.trail.findLast(isOfPerson);
  const answeredSince = reading && latest && latest.kind !== 'read' && 'at' in latest && latest.at > reading.at;
  return answeredSince ? undefined : reading;
}

/** The latest reading was wrong, or of another PC: back to where it led away from, without it, its facts and its words. */
export function dropReading(tree: Tree, session: Session, at: string): Session | undefined {
  const reading = session.readings?.at(-1);
  if (!reading) return undefined;
  const first = session.trail.findIndex((entry) => entry.kind === 'read' && entry.readingAt === reading.at);
  const entry = session.trail[first];
  const facts = Object.entries(session.facts).filter(
    ([name, fact]) => !(factsAboutThePc.includes(name as FactName) && fact.at === reading.at),
  );
  const dropped: Session = {
    ...session,
    facts: Object.fromEntries(facts),
    form: withoutReadingsIn(session.form, [reading]),
    readings: session.readings?.slice(0, -1) ?? [],
  };
  return entry
    ? advance(tree, { ...dropped, trail: session.trail.slice(0, first) }, entry.nodeId, at)
    : advance(tree, dropped, session.nodeId, at);
}

/** As if nothing had been pasted and no PC named: without the readings, what they led to, their facts and their words in the form. */
export function withoutReadings(session: Session): Session {
  const { lookAgainAt: _ofThatPc, ...rest } = session;
  const facts = Object.entries(session.facts).filter(([name]) => !factsAboutThePc.includes(name as FactName));
  const first = session.trail.findIndex(({ kind }) => kind === 'read');
  const entry = session.trail[first];
  const way = entry ? { nodeId: entry.nodeId, trail: session.trail.slice(0, first) } : {};
  return {
    ...rest,
    ...way,
    facts: Object.fromEntries(facts),
    form: withoutReadingsIn(session.form, session.readings ?? []),
    readings: [],
  };
}
