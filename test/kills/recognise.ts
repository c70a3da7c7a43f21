import type { Activity } from 'botbuilder';
import { en } from '../../src/text/en.js';
import { carried, type Says } from './causes.js';

/** Which message of which ticket this is. Two copies of one message are recognised as the same. */
export interface Recognised {
  readonly ticketNumber: number;
  readonly says: Says;
  /** It is marked as a copy of one that may stand there already. */
  readonly again: boolean;
}

const sentences = carried.map((says) => ({ says, pattern: patternOf(en[says]) }));

/** Reads the sentence that notifies of the message, which a card carries as its summary. */
export function recognise({ summary, text, attachments }: Partial<Activity>): Recognised | undefined {
  const words = summary ?? text ?? '';
  for (const { says, pattern } of sentences) {
    const number = pattern.exec(words)?.groups?.['number'];
    if (number !== undefined) return { ticketNumber: Number(number), says, again: JSON.stringify(attachments ?? text).includes(en.again) };
  }
  return undefined;
}

/** The sentence with anything in the places that are filled in, marked as a copy or not. */
function patternOf(sentence: string): RegExp {
  const literal = sentence.split(/\{\{(\w+)\}\}/).map((part, index) => {
    if (index % 2 === 0) return escaped(part);
    return part === 'number' ? '(?<number>\\d+)' : '.+';
  });
  return new RegExp(`^${literal.join('')}( ${escaped(en.again)})?$`);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
