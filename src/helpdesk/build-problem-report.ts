import { causesAhead } from '../troubleshooting/causes-ahead.js';
import type { Finding } from '../diagnosis/model.js';
import { factNames, factsAboutThePc } from '../troubleshooting/facts.js';
import { attributes, isOwnAccount } from '../troubleshooting/session-facts.js';
import type { Session, TrailEntry } from '../troubleshooting/session.js';
import { pcOfReadings } from '../troubleshooting/take-reading.js';
import type { Tree } from '../troubleshooting/tree.js';
import type { LocalizedText } from '../text/locale.js';
import type { ProblemReport, ReportedAnswer, ReportedCause, ReportedFact } from './ticket.js';

/** The values of the attribute `windows` that the vendor no longer supports (learn.microsoft.com/lifecycle). */
const outOfSupport: readonly (string | undefined)[] = ['win7', 'win81', 'server2008r2', 'server2012', 'server2012r2'];

/** All that the helpdesk would ask back, from the walk as it stands. Facts of somebody else's account are left out. */
export function buildProblemReport(tree: Tree, session: Session): ProblemReport {
  const known = attributes(tree, session);
  const own = isOwnAccount(tree, session);
  return {
    form: session.form,
    ownAccount: own,
    windows: chosenText(tree, session, 'windows'),
    dialog: chosenText(tree, session, 'dialog'),
    outOfSupport: outOfSupport.includes(known['windows']),
    answers: session.trail.flatMap((entry) => answerOf(tree, entry) ?? []),
    tried: session.trail.flatMap((entry) => (entry.kind === 'notFixed' ? [textOf(tree, entry.nodeId)] : [])),
    findings: findingsOf(session),
    facts: factsOf(session).filter(({ name }) => own !== false || factsAboutThePc.includes(name)),
    causes: causesAhead(tree, session).flatMap((id) => causeOf(tree, session, id) ?? []),
    ...pcOf(session),
    ...pasteOf(session),
  };
}

/** An answer of the trail in words; undefined for entries that answered no question. */
export function answerOf(tree: Tree, entry: TrailEntry): ReportedAnswer | undefined {
  if (entry.kind !== 'answered' && entry.kind !== 'checked') return undefined;
  const node = tree.nodes.get(entry.nodeId);
  if (node?.kind !== 'question') return undefined;
  const option = node.options.find((candidate) => candidate.id === entry.optionId);
  return option && { question: node.text, answer: option.text, by: entry.kind === 'answered' ? 'person' : 'fact' };
}

/** The words of the option that set the attribute; for what a paste proves, those of the option that would have. */
function chosenText(tree: Tree, session: Session, attribute: string): LocalizedText | undefined {
  const texts = session.trail.flatMap((entry) => {
    if (entry.kind === 'read') return textOfValue(tree, attribute, entry.sets[attribute]);
    const node = tree.nodes.get(entry.nodeId);
    if (node?.kind !== 'question' || (entry.kind !== 'answered' && entry.kind !== 'checked')) return [];
    const option = node.options.find((candidate) => candidate.id === entry.optionId);
    return option?.sets?.[attribute] === undefined ? [] : [option.text];
  });
  return texts.at(-1);
}

function textOfValue(tree: Tree, attribute: string, value: string | undefined): readonly LocalizedText[] {
  if (value === undefined) return [];
  const options = [...tree.nodes.values()].flatMap((node) => (node.kind === 'question' ? node.options : []));
  return options
    .filter(({ sets }) => sets?.[attribute] === value)
    .slice(0, 1)
    .map(({ text }) => text);
}

function textOf(tree: Tree, nodeId: string): LocalizedText {
  const node = tree.nodes.get(nodeId);
  return node && node.kind !== 'branch' ? node.text : { en: nodeId };
}

function factsOf(session: Session): readonly ReportedFact[] {
  return factNames.flatMap((name) => {
    const fact = session.facts[name];
    return fact ? [{ name, fact, disputed: session.disputed.includes(name) }] : [];
  });
}

/** Of all readings, each finding once, as the newest reading has it; what is in order is left out where something is not. */
function findingsOf({ readings = [] }: Session): readonly Finding[] {
  const byId = new Map(readings.flatMap(({ findings }) => findings).map((finding) => [finding.id, finding]));
  const all = [...byId.values()];
  return all.some(({ role }) => role === 'blocks') ? all.filter(({ role }) => role !== 'healthy') : all;
}

/** A cause that was read is as sure as the reading is. */
function causeOf(tree: Tree, { readings = [] }: Session, id: string): ReportedCause | undefined {
  const cause = tree.causes.get(id);
  if (!cause) return undefined;
  const read = readings
    .flatMap(({ findings }) => findings)
    .filter((finding) => finding.cause === id && finding.role === 'blocks');
  const { title, who, technical } = cause;
  const certainty = read.length > 0 && read.every(({ sure }) => sure !== 'certain') ? 'likely' : cause.certainty;
  return { id, title, who, certainty, technical };
}

/** Which PC: by what was pasted or looked up, else the one of their own whose name the person gives. */
function pcOf(session: Session): Pick<ProblemReport, 'pc'> {
  const ownCalled = (called = '') =>
    session.profile.pcIds?.find((own) => own.name.toLowerCase() === called.trim().toLowerCase());
  const read = pcOfReadings(session);
  // A PC that says another DeviceId of itself is not the one of that name in the directory.
  const pc = read
    ? { ...(read.deviceId === undefined && ownCalled(read.name)), ...read }
    : ownCalled(session.form.pcName);
  if (!pc) return {};
  const { objectId, deviceId, name } = pc;
  return {
    pc: {
      ...(objectId !== undefined && { objectId }),
      ...(deviceId !== undefined && { deviceId }),
      ...(name !== undefined && { name }),
    },
  };
}

/** All that was pasted, oldest first and the same text once, unless the person left it out. */
function pasteOf({ readings = [], form }: Session): Pick<ProblemReport, 'paste'> {
  const texts = [...new Set(readings.flatMap(({ text }) => text ?? []))];
  return texts.length === 0 || form.leaveOutPaste === true ? {} : { paste: texts.join('\n\n') };
}
