import { holdsMark } from '../../diagnosis/redact.js';
import { maxCardCharacters } from '../../limits.js';
import { showInText } from '../../text/show-invisible.js';
import { runsOf } from './as-runs.js';
import { cut, typeable } from './escape.js';
import { mark } from './marked.js';
import { lines, type Drawing, type CardWriter } from './card-writer.js';
import { partyName } from './ticket-words.js';
import type { Drawers, ViewOf } from './drawers.js';

export const drawers = { ticketPaste: drawTicketPaste } satisfies Partial<Drawers>;

/** Characters of JSON that everything but the pasted text takes at most. Measured with the longest names and room to spare. */
const frame = 2_500;

/** Of the rest, what the code block may take; clients that know none get what it leaves. A paste of 18,000 characters fits whole. */
const snippetShare = 0.88;

/** How the runs look to clients that know no code block (cards/ticket-paste.json). */
const look = { fontType: 'Monospace', size: 'Small' };

/**
 * What the person pasted; line for line, unless something was taken out. The card holds it twice, as Teams' own code block and for clients that know none, and
 * both together have to fit; so the block gets as much as it needs and the other what is left.
 */
function drawTicketPaste(
  writer: CardWriter,
  { ticketNumber, requester, text }: ViewOf<'ticketPaste'>,
): Drawing {
  const whole = showInText(typeable(text.replace(/\r\n?/g, '\n')));
  const room = maxCardCharacters - frame;
  const snippet = fitting(whole, (part) => part, Math.floor(room * snippetShare));
  const fallback = fitting(
    whole,
    (part) => runsOf(mark(part)).map((run) => ({ ...run, ...look })),
    room - sizeOf(snippet),
  );
  const heading = writer.plain('ticketPaste.heading', { name: partyName(writer, requester), number: ticketNumber });
  const data = {
    kicker: '',
    heading,
    paragraphs: lines([
      writer.plain(holdsMark(text) ? 'ticketPaste.takenOut' : 'ticketPaste.intro'),
      ...(snippet === whole ? [] : [writer.plain('ticketPaste.cut')]),
    ]),
    snippet: snippet.trim() === '' ? '-' : snippet,
    text: fallback.trim() === '' ? '-' : mark(fallback),
  };
  return { template: 'ticket-paste', summary: heading, data };
}

/** The longest beginning of a text that, made ready, takes at most `room` characters of JSON. */
function fitting(text: string, ready: (part: string) => unknown, room: number): string {
  if (sizeOf(ready(text)) <= room) return text;
  let fits = 0;
  let tooLong = text.length;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (sizeOf(ready(cut(text, middle))) <= room) fits = middle;
    else tooLong = middle;
  }
  return cut(text, Math.max(1, fits));
}

function sizeOf(part: unknown): number {
  return JSON.stringify(part).length;
}
