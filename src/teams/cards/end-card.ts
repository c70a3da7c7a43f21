import type { ClosedView, HandedOverView } from '../../assistant/views.js';
import { barButtons, sayButtons, walkButton } from './buttons.js';
import { clientTime } from './time-words.js';
import { lines, type Drawing, type CardWriter } from './card-writer.js';
import type { Drawers } from './drawers.js';

export const drawers = { handedOver: drawHandedOver, closed: drawClosed } satisfies Partial<Drawers>;

/** The request's number, and what happens now. */
function drawHandedOver(writer: CardWriter, { ref, ticketNumber, incident }: HandedOverView): Drawing {
  const heading = writer.plain('handedOver.heading', { number: ticketNumber });
  const joined = incident
    ? [writer.plain('incident.handedOver', { text: writer.written(incident.text), until: clientTime(incident.until) })]
    : [];
  const paragraphs = lines([...joined, writer.plain('handedOver.next'), writer.plain('handedOver.more')]);
  const options = sayButtons(writer, [{ label: 'myRequests', words: 'my requests' }]);
  return {
    template: 'handed-over',
    summary: heading,
    data: { kicker: '', heading, paragraphs, options, bar: barButtons(writer, ref, ['startOver']) },
  };
}

/** The rating is asked for once, after a fix that helped; its five buttons and Start over fill the bar. */
function drawClosed(writer: CardWriter, { ref, outcome, rating }: ClosedView): Drawing {
  const heading = writer.plain(`closed.heading.${outcome}`);
  const asks = outcome === 'fixed' && rating === undefined;
  const rate = asks ? [1, 2, 3, 4, 5].map((stars) => walkButton(ref, `rate${stars}`, String(stars))) : [];
  const texts = [
    writer.plain(`closed.text.${outcome}`),
    ...(asks ? [writer.plain('closed.rate')] : []),
    ...(rating === undefined ? [] : [writer.plain('closed.rated', { rating })]),
  ];
  const bar = [...rate, ...barButtons(writer, ref, ['startOver'])];
  return { template: 'closed', summary: heading, data: { kicker: '', heading, paragraphs: lines(texts), bar } };
}
