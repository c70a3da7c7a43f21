import type { Activity, Attachment, InvokeResponse } from 'botbuilder';
import { ActivityTypes } from 'botbuilder';
import type { Rendered } from '../cards/render-view.js';

/** A rendered view as a message of its own: text and card never together, Teams would make two messages of them. */
export function messageOf(rendered: Rendered): Partial<Activity> {
  if (rendered.kind === 'text') {
    const { text, mentions = [] } = rendered;
    const entities = mentions.map(({ text: shown, id, name }) => ({
      type: 'mention',
      text: shown,
      mentioned: { id, name },
    }));
    return { type: ActivityTypes.Message, text, textFormat: 'markdown', ...(entities.length > 0 && { entities }) };
  }
  if (rendered.kind === 'attachment')
    return { type: ActivityTypes.Message, summary: rendered.summary, attachments: [rendered.attachment as Attachment] };
  const { card, summary } = rendered;
  return {
    type: ActivityTypes.Message,
    summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  };
}

/** What can stand in the answer to a press itself. */
export type Answering = Exclude<Rendered, { kind: 'attachment' }>;

/** The answer to a press: the next card in place of the pressed one, or a sentence that only the presser reads. */
export function invokeAnswer(rendered: Answering): Partial<Activity> {
  const body =
    rendered.kind === 'card'
      ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: rendered.card }
      : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: rendered.text };
  return invokeResponse({ status: 200, body });
}

/** An answer to an invoke that is none of our buttons; without one the SDK says 501 and Teams shows an error. */
export function unknownInvokeAnswer(name: string | undefined): Partial<Activity> {
  // A failed token exchange must stay a failure, or the client never falls back (learn: bot SSO).
  return invokeResponse({ status: name === 'signin/tokenExchange' ? 412 : 200 });
}

function invokeResponse(value: InvokeResponse): Partial<Activity> {
  return { type: ActivityTypes.InvokeResponse, value };
}
