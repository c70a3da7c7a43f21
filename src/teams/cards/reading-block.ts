import type { ShownReading, WalkFrame } from '../../assistant/views.js';
import type { Finding } from '../../diagnosis/model.js';
import { factClause } from './fact-words.js';
import { directoryWords, findingMeaning, pastedLines, sentence } from './finding-words.js';
import { lines, listed, type CardWriter } from './card-writer.js';
import type { CardData } from './templates.js';

/** Lines of a paste that stand open on the card; the others are folded away with what they say. */
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
export function readingBlock(writer: CardWriter, { reading }: Pick<WalkFrame, 'reading'>): CardData {
  if (!reading || isEmpty(reading)) return empty;
  const [first, ...others] = reading.findings;
  const more = [
    ...(first
      ? pastedLines(first.evidence)
          .slice(mostLines)
          .map((line) => writer.written(line))
      : []),
    ...others.map((finding) => otherWords(writer, finding)),
    ...(reading.of === 'paste' ? tookWords(writer, reading) : []),
  ];
  return {
    readingIntro:
      reading.of === 'paste' ? writer.plain('reading.intro') : writer.say('reading.pcIntro', { name: reading.pcName }),
    readingLines: lines(
      first
        ? pastedLines(first.evidence)
            .slice(0, mostLines)
            .map((line) => writer.written(line))
        : [],
    ),
    readingTexts: lines(first ? firstWords(writer, first) : nothingBlamed(writer, reading)),
    readingNeeds: reading.missing.length > 0 ? writer.plain('reading.needs') : '',
    readingNeeded: lines(reading.missing.map((part) => writer.plain('listItem', { item: writer.plain(`missing.${part}`) }))),
    readingMoreLabel: more.length > 0 ? writer.plain('reading.all', { count: more.length }) : '',
    readingMore: lines(listed(writer, more, (item) => writer.plain('listItem', { item }))),
  };
}

function isEmpty({ findings, missing, taken, of }: ShownReading): boolean {
  return findings.length === 0 && missing.length === 0 && taken.length === 0 && of === 'pc';
}

function firstWords(writer: CardWriter, finding: Finding): readonly string[] {
  const told = directoryWords(writer, finding.evidence);
  // What the directory alone says is a fact and needs no reading.
  if (told.length > 0 && pastedLines(finding.evidence).length === 0) return told;
  const sure = finding.role === 'blocks' ? ` ${writer.plain(`reading.${finding.sure}`)}` : '';
  return [`${inRole(writer, finding)}${sure}`, ...told];
}

/** No finding: of a paste, that it names no cause; of a PC that was looked up, what the directory says of it. */
function nothingBlamed(writer: CardWriter, { of, taken }: ShownReading): readonly string[] {
  if (of === 'paste') return [writer.plain('reading.nothing')];
  return taken.map((fact) => sentence(writer, factClause(writer, fact)));
}

function otherWords(writer: CardWriter, finding: Finding): string {
  const [line] = pastedLines(finding.evidence);
  const words = inRole(writer, finding);
  return line === undefined ? words : writer.plain('answer.line', { question: writer.written(line), answer: words });
}

function inRole(writer: CardWriter, finding: Finding): string {
  return writer.plain(`reading.role.${finding.role}`, { meaning: findingMeaning(writer, finding) });
}

function tookWords(writer: CardWriter, { taken }: ShownReading): readonly string[] {
  return taken.length === 0
    ? []
    : [writer.plain('reading.took', { facts: taken.map((fact) => factClause(writer, fact)).join('; ') })];
}
