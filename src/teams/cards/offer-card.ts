import type { OfferView } from '../../assistant/views.js';
import { localized } from '../../text/locale.js';
import { barButtons, walkButton } from './buttons.js';
import type { Drawing, CardWriter } from './card-writer.js';
import type { Drawers } from './drawers.js';

export const drawers = { offer: drawOffer } satisfies Partial<Drawers>;

/** A few places of the trees that somebody's words fit, one button each, and a way out. */
function drawOffer(writer: CardWriter, { ref, entries }: OfferView): Drawing {
  const heading = writer.plain('offer.heading');
  const options = [
    ...entries.map(({ nodeId, text }) => walkButton(ref, `enter:${nodeId}`, localized(text, writer.locale))),
    walkButton(ref, 'back', writer.plain('offer.other')),
  ];
  const data = {
    kicker: '',
    heading,
    intro: writer.plain('offer.intro'),
    options,
    bar: barButtons(writer, ref, ['startOver', 'talkToAPerson']),
  };
  return { template: 'offer', summary: heading, data };
}
