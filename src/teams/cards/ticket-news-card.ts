import { maxTicketText } from '../../limits.js';
import { requestButton } from './buttons.js';
import { lines, type Drawing, type Pen } from './pen.js';
import { noTextInput, textInput } from './text-input.js';
import { helperName } from './ticket-words.js';
import type { Drawers, ViewOf } from './drawers.js';

export const drawers = { ticketNews: drawTicketNews, ticketReply: drawTicketReply } satisfies Partial<Drawers>;


/** Tells the requester who took the request or solved it, what was done, and what comes next. */
function drawTicketNews(pen: Pen, { ticketNumber, news, by, text = '', step }: ViewOf<'ticketNews'>): Drawing {
  const ref = step === undefined ? undefined : { number: ticketNumber, step };
  const asks = news === 'resolved' && ref !== undefined;
  const heading = pen.plain(`ticketNews.${news}`, { name: helperName(pen, by), number: ticketNumber });
  const told = news === 'resolved' ? pen.told(text) : '';
  const data = {
    kicker: '',
    heading,
    toldBy: pen.plain('ticketNews.done', { name: helperName(pen, by) }),
    told,
    paragraphs: lines([pen.plain(asks ? 'ticketNews.resolvedAsk' : `ticketNews.${news}Next`)]),
    ...(asks ? textInput(pen.plain('request.textResolved'), '', maxTicketText) : noTextInput),
    bar: asks
      ? [
          requestButton(ref, 'confirm', pen.plain('requestAction.confirm')),
          requestButton(ref, 'reopen', pen.plain('requestAction.reopen')),
        ]
      : [],
  };
  return { template: 'ticket-news', summary: heading, data };
}

/** Brings what somebody of the helpdesk wrote, in their name, with a field for the answer. */
function drawTicketReply(pen: Pen, { ticketNumber, by, text, waits, step }: ViewOf<'ticketReply'>): Drawing {
  const heading = pen.plain('ticketReply.heading', { name: helperName(pen, by), number: ticketNumber });
  const data = {
    kicker: '',
    heading,
    toldBy: '',
    told: pen.told(text),
    paragraphs: lines([pen.plain(waits ? 'ticketReply.waits' : 'ticketReply.mayAnswer')]),
    ...textInput(pen.plain('ticketReply.text'), '', maxTicketText),
    bar: [requestButton({ number: ticketNumber, step }, 'answer', pen.plain('label.send'))],
  };
  return { template: 'ticket-news', summary: heading, data };
}
