import type { ClosedView, HandedOverView } from '../../assistant/views.js';
import { barButtons, sayButtons, walkButton } from './buttons.js';
import { clientTime } from './time-words.js';
import { lines, type Drawing, type Pen } from './pen.js';
import type { Drawers } from './drawers.js';

export const drawers = { handedOver: drawHandedOver, closed: drawClosed } satisfies Partial<Drawers>;

/** The request's number, and what happens now. */
function drawHandedOver(pen: Pen, { ref, ticketNumber, incident }: HandedOverView): Drawing {
  const heading = pen.plain('handedOver.heading', { number: ticketNumber });
  const joined = incident
    ? [pen.plain('incident.handedOver', { text: pen.written(incident.text), until: clientTime(incident.until) })]
    : [];
  const paragraphs = lines([...joined, pen.plain('handedOver.next'), pen.plain('handedOver.more')]);
  const options = sayButtons(pen, [{ label: 'myRequests', words: 'my requests' }]);
  return {
    template: 'handed-over',
    summary: heading,
    data: { kicker: '', heading, paragraphs, options, bar: barButtons(pen, ref, ['startOver']) },
  };
}

/** The rating is asked for once, after a fix that helped; its five buttons and Start over fill the bar. */
function drawClosed(pen: Pen, { ref, outcome, rating }: ClosedView): Drawing {
  const heading = pen.plain(`closed.heading.${outcome}`);
  const asks = outcome === 'fixed' && rating === undefined;
  const rate = asks ? [1, 2, 3, 4, 5].map((stars) => walkButton(ref, `rate${stars}`, String(stars))) : [];
  const texts = [
    pen.plain(`closed.text.${outcome}`),
    ...(asks ? [pen.plain('closed.rate')] : []),
    ...(rating === undefined ? [] : [pen.plain('closed.rated', { rating })]),
  ];
  const bar = [...rate, ...barButtons(pen, ref, ['startOver'])];
  return { template: 'closed', summary: heading, data: { kicker: '', heading, paragraphs: lines(texts), bar } };
}
