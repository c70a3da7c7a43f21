import type { ShownReading, WalkFrame } from '../../assistant/views.js';
import type { Finding } from '../../diagnosis/model.js';
import { factClause } from './fact-words.js';
import { directoryWords, findingMeaning, pastedLines, sentence } from './finding-words.js';
import { lines, listed, type Pen } from './pen.js';
import type { CardData } from './templates.js';

/** Lines of a paste that stand open on the card; the others are folded away with what they say. Ours. */
const mostLines = 2;

const empty = {
  readingIntro: '',
  readingLines: [],
  readingTexts: [],
  readingNeeds: '',
  readingNeeded: [],
  readingMoreLabel: '',
  readingMore: [],
};

/** "This is what I read": the line that tells most, what it means and how sure that is, what is still needed, and the rest folded away. */
export function readingBlock(pen: Pen, { reading }: Pick<WalkFrame, 'reading'>): CardData {
  if (!reading || isEmpty(reading)) return empty;
  const [first, ...others] = reading.findings;
  const more = [
    ...(first
      ? pastedLines(first.evidence)
          .slice(mostLines)
          .map((line) => pen.written(line))
      : []),
    ...others.map((finding) => otherWords(pen, finding)),
    ...(reading.of === 'paste' ? tookWords(pen, reading) : []),
  ];
  return {
    readingIntro:
      reading.of === 'paste' ? pen.plain('reading.intro') : pen.say('reading.pcIntro', { name: reading.pcName }),
    readingLines: lines(
      first
        ? pastedLines(first.evidence)
            .slice(0, mostLines)
            .map((line) => pen.written(line))
        : [],
    ),
    readingTexts: lines(first ? firstWords(pen, first) : nothingBlamed(pen, reading)),
    readingNeeds: reading.missing.length > 0 ? pen.plain('reading.needs') : '',
    readingNeeded: lines(reading.missing.map((part) => pen.plain('listItem', { item: pen.plain(`missing.${part}`) }))),
    readingMoreLabel: more.length > 0 ? pen.plain('reading.all', { count: more.length }) : '',
    readingMore: lines(listed(pen, more, (item) => pen.plain('listItem', { item }))),
  };
}

function isEmpty({ findings, missing, taken, of }: ShownReading): boolean {
  return findings.length === 0 && missing.length === 0 && taken.length === 0 && of === 'pc';
}

function firstWords(pen: Pen, finding: Finding): readonly string[] {
  const told = directoryWords(pen, finding.evidence);
  // What the directory alone says is a fact and needs no reading.
  if (told.length > 0 && pastedLines(finding.evidence).length === 0) return told;
  const sure = finding.role === 'blocks' ? ` ${pen.plain(`reading.${finding.sure}`)}` : '';
  return [`${inRole(pen, finding)}${sure}`, ...told];
}

/** No finding: of a paste, that it names no cause; of a PC that was looked up, what the directory says of it. */
function nothingBlamed(pen: Pen, { of, taken }: ShownReading): readonly string[] {
  if (of === 'paste') return [pen.plain('reading.nothing')];
  return taken.map((fact) => sentence(pen, factClause(pen, fact)));
}

function otherWords(pen: Pen, finding: Finding): string {
  const [line] = pastedLines(finding.evidence);
  const words = inRole(pen, finding);
  return line === undefined ? words : pen.plain('answer.line', { question: pen.written(line), answer: words });
}

function inRole(pen: Pen, finding: Finding): string {
  return pen.plain(`reading.role.${finding.role}`, { meaning: findingMeaning(pen, finding) });
}

function tookWords(pen: Pen, { taken }: ShownReading): readonly string[] {
  return taken.length === 0
    ? []
    : [pen.plain('reading.took', { facts: taken.map((fact) => factClause(pen, fact)).join('; ') })];
}
