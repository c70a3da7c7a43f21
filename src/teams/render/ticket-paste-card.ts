import { holdsMark } from '../../diagnosis/redact.js';
import type { HelpdeskView } from '../../helpdesk/views.js';
import { maxCardCharacters } from '../../limits.js';
import { cut, escapeText, typeable } from './escape.js';
import { lines, type Drawing, type Pen } from './pen.js';
import { partyName, plainParty } from './ticket-words.js';

/** Characters of JSON that everything but the pasted text takes at most. Ours, measured with the longest names and room to spare. */
const frame = 2_500;

/** Of the rest, what the code block may take; clients that know none get what it leaves. Ours: a paste of 18,000 characters fits whole. */
const snippetShare = 0.88;

/**
 * What the person pasted; line for line, unless something was taken out. The card holds it twice, as Teams' own code block and for clients that know none, and
 * both together have to fit; so the block gets as much as it needs and the other what is left.
 */
export function drawTicketPaste(pen: Pen, { ticketNumber, requester, text }: Extract<HelpdeskView, { kind: 'ticketPaste' }>): Drawing {
  const whole = typeable(text.replace(/\r\n?/g, '\n'));
  const room = maxCardCharacters - frame;
  const snippet = fitting(whole, (part) => part, Math.floor(room * snippetShare));
  const fallback = fitting(whole, escapeText, room - sizeOf(snippet));
  const heading = pen.plain('ticketPaste.heading', { name: partyName(pen, requester), number: ticketNumber });
  const data = {
    kicker: '',
    heading,
    paragraphs: lines([
      pen.plain(holdsMark(text) ? 'ticketPaste.takenOut' : 'ticketPaste.intro'),
      ...(snippet === whole ? [] : [pen.plain('ticketPaste.cut')]),
    ]),
    snippet: snippet.trim() === '' ? '-' : snippet,
    text: fallback.trim() === '' ? '-' : fallback,
  };
  return { template: 'ticket-paste', summary: pen.plain('ticketPaste.heading', { name: plainParty(pen, requester), number: ticketNumber }), data };
}

/** The longest beginning of a text that, made ready, takes at most `room` characters of JSON. */
function fitting(text: string, ready: (part: string) => string, room: number): string {
  if (sizeOf(ready(text)) <= room) return ready(text);
  let fits = 0;
  let tooLong = text.length;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (sizeOf(ready(cut(text, middle))) <= room) fits = middle;
    else tooLong = middle;
  }
  return ready(cut(text, Math.max(1, fits)));
}

function sizeOf(text: string): number {
  return JSON.stringify(text).length;
}
