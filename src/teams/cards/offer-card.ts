import type { OfferView } from '../../assistant/views.js';
import { localized } from '../../text/locale.js';
import { barButtons, walkButton } from './buttons.js';
import type { Drawing, Pen } from './pen.js';
import type { Drawers } from './drawers.js';

export const drawers = { offer: drawOffer } satisfies Partial<Drawers>;

/** A few places of the trees that somebody's words fit, one button each, and a way out. */
function drawOffer(pen: Pen, { ref, entries }: OfferView): Drawing {
  const heading = pen.plain('offer.heading');
  const options = [
    ...entries.map(({ nodeId, text }) => walkButton(ref, `enter:${nodeId}`, localized(text, pen.locale))),
    walkButton(ref, 'back', pen.plain('offer.other')),
  ];
  const data = {
    kicker: '',
    heading,
    intro: pen.plain('offer.intro'),
    options,
    bar: barButtons(pen, ref, ['startOver', 'talkToAPerson']),
  };
  return { template: 'offer', summary: heading, data };
}
