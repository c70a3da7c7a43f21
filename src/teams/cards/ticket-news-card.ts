import { maxTicketText } from '../../limits.js';
import { requestButton } from './buttons.js';
import { lines, type Drawing, type CardWriter } from './card-writer.js';
import { noTextInput, textInput } from './text-input.js';
import { helperName } from './ticket-words.js';
import type { Drawers, ViewOf } from './drawers.js';

export const drawers = { ticketNews: drawTicketNews, ticketReply: drawTicketReply } satisfies Partial<Drawers>;


/** Tells the requester who took the request or solved it, what was done, and what comes next. */
function drawTicketNews(writer: CardWriter, { ticketNumber, news, by, text = '', step }: ViewOf<'ticketNews'>): Drawing {
  const ref = step === undefined ? undefined : { number: ticketNumber, step };
  const asks = news === 'resolved' && ref !== undefined;
  const heading = writer.plain(`ticketNews.${news}`, { name: helperName(writer, by), number: ticketNumber });
  const told = news === 'resolved' ? writer.told(text) : '';
  const data = {
    kicker: '',
    heading,
    toldBy: writer.plain('ticketNews.done', { name: helperName(writer, by) }),
    told,
    paragraphs: lines([writer.plain(asks ? 'ticketNews.resolvedAsk' : `ticketNews.${news}Next`)]),
    ...(asks ? textInput(writer.plain('request.textResolved'), '', maxTicketText) : noTextInput),
    bar: asks
      ? [
          requestButton(ref, 'confirm', writer.plain('requestAction.confirm')),
          requestButton(ref, 'reopen', writer.plain('requestAction.reopen')),
        ]
      : [],
  };
  return { template: 'ticket-news', summary: heading, data };
}

/** Brings what somebody of the helpdesk wrote, in their name, with a field for the answer. */
function drawTicketReply(writer: CardWriter, { ticketNumber, by, text, waits, step }: ViewOf<'ticketReply'>): Drawing {
  const heading = writer.plain('ticketReply.heading', { name: helperName(writer, by), number: ticketNumber });
  const data = {
    kicker: '',
    heading,
    toldBy: '',
    told: writer.told(text),
    paragraphs: lines([writer.plain(waits ? 'ticketReply.waits' : 'ticketReply.mayAnswer')]),
    ...textInput(writer.plain('ticketReply.text'), '', maxTicketText),
    bar: [requestButton({ number: ticketNumber, step }, 'answer', writer.plain('label.send'))],
  };
  return { template: 'ticket-news', summary: heading, data };
}
