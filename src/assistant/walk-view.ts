import { answerOf, buildProblemReport } from '../helpdesk/build-problem-report.js';
import { directoryCacheMs } from '../limits.js';
import { nodeOf } from '../troubleshooting/advance.js';
import { factsAboutThePc, type FactName } from '../troubleshooting/facts.js';
import { isFactName, isOwnAccount } from '../troubleshooting/session-facts.js';
import { pcToLookAgain } from '../troubleshooting/look-again.js';
import type { Session } from '../troubleshooting/session.js';
import { isOfPerson } from '../troubleshooting/of-person.js';
import { readingOnShow } from '../troubleshooting/take-reading.js';
import type { LocalizedText } from '../text/locale.js';
import type { Tree } from '../troubleshooting/tree.js';
import { causesOnShow } from './causes-on-show.js';
import type { Notice, ShownFact, ShownReading, StepRef, WalkFrame, WalkView } from './views.js';

/** PCs that the form offers as a hint; more would be a list to read. */
const mostPcsAsHint = 5;

export interface WalkViewOptions {
  readonly now: Date;
  readonly notice?: Notice | undefined;
}

/** Draws a session as it stands. The same session drawn twice gives the same view, but for the age of its facts. */
export function walkView(tree: Tree, session: Session, { now, notice }: WalkViewOptions): WalkView {
  const view = placeView(tree, session, now);
  return notice ? { ...view, notice } : view;
}

function placeView(tree: Tree, session: Session, now: Date): WalkView {
  const ref: StepRef = { sessionId: session.id, step: session.step };
  const { place } = session;
  switch (place.kind) {
    case 'node':
      return nodeView(tree, session, ref, now);
    case 'disputing':
      return { kind: 'dispute', ...frame(tree, session, ref, now), readingLed: readingOnShow(session) !== undefined };
    case 'offering':
      return { kind: 'offer', ref, entries: place.entries.flatMap((nodeId) => entryOf(tree, nodeId)) };
    case 'form':
      return {
        kind: 'form',
        ref,
        form: session.form,
        askOtherPerson: isOwnAccount(tree, session) === false,
        knownPcs: isOwnAccount(tree, session) === false ? [] : session.profile.pcs.slice(0, mostPcsAsHint),
        ...(place.problem && { problem: place.problem }),
      };
    case 'summary':
      return { kind: 'summary', ref, report: buildProblemReport(tree, session) };
    case 'handedOver':
      return { kind: 'handedOver', ref, ticketNumber: place.ticketNumber, causes: causesOnShow(tree, session) };
    case 'closed':
      return { kind: 'closed', ref, outcome: place.outcome, rating: place.rating };
  }
}

function nodeView(tree: Tree, session: Session, ref: StepRef, now: Date): WalkView {
  const node = nodeOf(tree, session);
  const common = frame(tree, session, ref, now);
  switch (node.kind) {
    case 'question': {
      const options = node.options.map(({ id, text }) => ({ id, text }));
      return { kind: 'question', ...common, text: node.text, body: node.body, options };
    }
    case 'fix': {
      const cause = tree.causes.get(node.cause);
      if (!cause) throw new Error(`The tree has no cause ${node.cause}`);
      return {
        kind: 'fix',
        ...common,
        text: node.text,
        body: node.body,
        who: node.who ?? cause.who,
        certainty: cause.certainty,
        lookAgain: mayLookAgain(tree, session, now),
      };
    }
    case 'explanation':
      return {
        kind: node.kind,
        ...common,
        text: node.text,
        body: node.body,
        lookAgain: mayLookAgain(tree, session, now),
      };
    case 'handOver':
      return { kind: node.kind, ...common, text: node.text, body: node.body };
    case 'branch':
      throw new Error(`A session cannot stand on the branch ${node.id}`);
  }
}

function frame(tree: Tree, session: Session, ref: StepRef, now: Date): WalkFrame {
  const steps = session.trail.filter(isOfPerson).length;
  const reading = shownReading(session, now);
  return {
    ref,
    position: steps + 1,
    answers: session.trail.flatMap((entry) => answerOf(tree, entry) ?? []),
    checked: checkedFacts(session, now),
    notChecked: missedFacts(tree, session),
    canGoBack: steps > 0,
    causes: causesOnShow(tree, session),
    ...(reading && { reading }),
    ...(session.lookAgainAt !== undefined &&
      Date.parse(session.lookAgainAt) > now.getTime() && { lookAgainAt: session.lookAgainAt }),
  };
}

function shownReading(session: Session, now: Date): ShownReading | undefined {
  const reading = readingOnShow(session);
  if (!reading) return undefined;
  const taken = factsAboutThePc.flatMap((name) => {
    const fact = session.facts[name];
    return fact?.at === reading.at
      ? [{ name, fact, stale: now.getTime() - Date.parse(fact.at) > directoryCacheMs }]
      : [];
  });
  const { findings, missing } = reading;
  return { of: reading.kinds.length > 0 ? 'paste' : 'pc', pcName: reading.pc.name ?? '', findings, missing, taken };
}

function mayLookAgain(tree: Tree, session: Session, now: Date): boolean {
  return pcToLookAgain(tree, session, now.toISOString()) !== undefined;
}

function entryOf(tree: Tree, nodeId: string): { nodeId: string; text: LocalizedText }[] {
  const node = tree.nodes.get(nodeId);
  if (!node || node.kind === 'branch') return [];
  const [en = node.text.en] = node.said?.en ?? [];
  const [de] = node.said?.de ?? [];
  return [{ nodeId, text: { en: capitalised(en), ...(de !== undefined && { de: capitalised(de) }) } }];
}

/** The first way to say it is short enough for a button; the node's own sentence would be cut there. */
function capitalised(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

/** The facts that decided something on the way here, each once. */
function checkedFacts(session: Session, now: Date): readonly ShownFact[] {
  const names = new Set(session.trail.flatMap((entry) => (entry.kind === 'checked' ? [entry.fact] : [])));
  return [...names].flatMap((name) => {
    const fact = session.facts[name];
    return fact ? [{ name, fact, stale: now.getTime() - Date.parse(fact.at) > directoryCacheMs }] : [];
  });
}

/** Whether the directory was asked for something that would have decided the way since the last answer, and did not know. */
function missedFacts(tree: Tree, session: Session): boolean {
  if (isOwnAccount(tree, session) === false) return false;
  const last = session.trail.findLastIndex(isOfPerson);
  const passed = session.trail.slice(last + 1).flatMap((entry) => (entry.kind === 'branched' ? [entry.on] : []));
  const node = nodeOf(tree, session);
  const wanted = node.kind === 'question' && node.fact !== undefined ? [...passed, node.fact] : passed;
  return wanted.some((name) => isFactName(name) && isUnknown(session, name));
}

function isUnknown(session: Session, name: FactName): boolean {
  return session.facts[name]?.known === false && !session.disputed.includes(name);
}
