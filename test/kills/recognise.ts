import type { Activity } from '../../src/teams/activity.js';
import { en } from '../../src/text/en/index.js';
import { typedIn } from './typed.js';
import type { Says } from './causes.js';

/** Which message of which ticket this is. Two copies of one message are recognised as the same. */
export interface Recognised {
  readonly ticketNumber: number;
  readonly says: Says;
  /** Tells it from the other messages of its place; it may come again when the same thing happens again later. */
  readonly message: string;
  /** It is marked as a copy of one that may stand there already. */
  readonly again: boolean;
}

const mark = ` ${en.again}`;
const cards = [en['ticket.heading'], en['ticket.headingUrgent']].map(patternOf);
const news = [
  en['ticketNews.claimed'],
  en['ticketNews.resolved'],
  en['ticketNews.reopened'],
  en['ticketReply.heading'],
].map(patternOf);

/**
 * Reads the sentence that notifies of a card, which it carries as its summary, with what somebody typed in it; a reply in a
 * thread is a text and told by its words. `thread`: the ticket whose card it stands below.
 */
export function recognise({ summary, text, attachments }: Partial<Activity>, thread?: number): Recognised | undefined {
  if (summary === undefined) {
    if (thread === undefined || text === undefined) return undefined;
    return {
      ticketNumber: thread,
      says: 'entry',
      message: `${thread} ${withoutMark(text)}`,
      again: text.endsWith(mark),
    };
  }
  const sentence = withoutMark(summary);
  const again = JSON.stringify(attachments).includes(en.again);
  const card = numberIn(cards, sentence);
  if (card !== undefined) return { ticketNumber: card, says: 'card', message: cardMessage(card), again };
  const told = numberIn(news, sentence);
  return told === undefined
    ? undefined
    : { ticketNumber: told, says: 'news', message: [told, sentence, ...typedIn(attachments)].join(' '), again };
}

export function cardMessage(ticketNumber: number): string {
  return `${ticketNumber} card`;
}

function withoutMark(words: string): string {
  return words.endsWith(mark) ? words.slice(0, -mark.length) : words;
}

function numberIn(patterns: readonly RegExp[], words: string): number | undefined {
  const number = patterns.map((pattern) => pattern.exec(words)?.groups?.['number']).find((each) => each !== undefined);
  return number === undefined ? undefined : Number(number);
}

/** The sentence with anything in the places that are filled in. */
function patternOf(sentence: string): RegExp {
  const literal = sentence.split(/\{\{(\w+)\}\}/).map((part, index) => {
    if (index % 2 === 0) return escaped(part);
    return part === 'number' ? '(?<number>\\d+)' : '.+';
  });
  return new RegExp(`^${literal.join('')}$`);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
