import type { Finding } from '../../diagnosis/model.js';
import type { ProblemReport } from '../../helpdesk/ticket.js';
import type { TextKey } from '../../text/sentences.js';
import { factFinding } from './fact-words.js';
import { codeFix, directoryWords, findingMeaning, pastedLines } from './finding-words.js';
import { lines, listed, type CardWriter } from './card-writer.js';
import type { CardData } from './templates.js';

type Pair = { readonly title: string; readonly value: string };
type Titled = { readonly title: string; readonly text: string };

/** Who reads it: the person before sending, or the helpdesk. */
export type Reader = 'requester' | 'helpdesk';

/** The PC, whose account, and how to reach the person; a gap is shown as one. */
export function reportFacts(writer: CardWriter, report: ProblemReport, reader: Reader): readonly Pair[] {
  const { form, ownAccount, windows, outOfSupport, dialog } = report;
  const own = reader === 'requester' ? 'summary.ownAccount' : 'ticket.ownAccount';
  const system = windows ? writer.tree(windows) : writer.plain('notKnown');
  const account = ownAccount === undefined ? 'notKnown' : ownAccount ? own : 'ticket.otherPersonUnnamed';
  return [
    { title: writer.plain('ticket.pc'), value: givenOr(writer, form.pcName, 'ticket.notGiven') },
    {
      title: writer.plain('ticket.windows'),
      value: windows && outOfSupport ? writer.plain('ticket.outOfSupport', { windows: system }) : system,
    },
    ...(dialog ? [{ title: writer.plain('ticket.dialog'), value: writer.tree(dialog) }] : []),
    {
      title: writer.plain('ticket.otherPerson'),
      value: ownAccount === true ? writer.plain(account) : givenOr(writer, form.otherPerson, account),
    },
    { title: writer.plain('ticket.phone'), value: givenOr(writer, form.phone, 'ticket.notGiven') },
  ];
}

/** The longer texts that the person wrote; those that are empty are left out. */
export function reportTexts(writer: CardWriter, { form }: ProblemReport, reader: Reader): readonly Titled[] {
  return [
    { title: writer.plain('ticket.seen'), text: writer.written(form.seen) },
    { title: writer.plain(reader === 'requester' ? 'summary.note' : 'ticket.note'), text: writer.written(form.note) },
  ].filter(({ text }) => text !== '');
}

/** What was tried, answered and checked, each with its title. */
export function reportDetails(
  writer: CardWriter,
  { answers, tried, facts, ownAccount, findings }: ProblemReport,
  reader: Reader,
): readonly CardData[] {
  return [
    ...(findings.length > 0
      ? [section(writer, 'ticket.read', findings, (finding) => findingLine(writer, finding, reader))]
      : []),
    section(writer, 'ticket.tried', tried, (text) => writer.tree(text)),
    section(writer, 'ticket.answers', answers, ({ question, answer, by }) =>
      writer.plain(by === 'fact' ? 'ticket.answerByFact' : 'answer.line', {
        question: writer.tree(question),
        answer: writer.tree(answer),
      }),
    ),
    section(
      writer,
      'ticket.checked',
      facts,
      (reported) => factFinding(writer, reported),
      ownAccount === false ? 'ticket.notCheckedOther' : 'ticket.nothing',
    ),
  ];
}

/** A titled list; an empty one says so. */
export function section<T>(
  writer: CardWriter,
  title: TextKey,
  entries: readonly T[],
  line: (entry: T) => string,
  none: TextKey = 'ticket.nothing',
): CardData {
  const texts = listed(writer, entries, (entry) => writer.plain('listItem', { item: line(entry) }));
  return { title: writer.plain(title), lines: lines(texts.length > 0 ? texts : [writer.plain(none)]) };
}

/** The line, what it means and how sure that is; for the helpdesk also what the code's own page says to do. */
function findingLine(writer: CardWriter, finding: Finding, reader: Reader): string {
  const [line = finding.code ?? '', ...others] = pastedLines(finding.evidence);
  const shown = [line, ...others].map((each) => writer.written(each)).join(' · ');
  const meaning = [findingMeaning(writer, finding), ...directoryWords(writer, finding.evidence)].join(' ');
  const fix = reader === 'helpdesk' ? codeFix(writer, finding) : '';
  const values = { line: shown, meaning, sure: writer.plain(`ticket.sure.${finding.sure}`), fix };
  return shown === '' ? meaning : writer.plain(fix === '' ? 'ticket.finding' : 'ticket.findingFix', values);
}

function givenOr(
  writer: CardWriter,
  text: string,
  otherwise: 'notKnown' | 'ticket.notGiven' | 'ticket.ownAccount' | 'summary.ownAccount' | 'ticket.otherPersonUnnamed',
): string {
  const given = writer.given(text);
  return given === '' ? writer.plain(otherwise) : given;
}
