import { maxTicketText } from '../../limits.js';
import type { Party, ResolvedCause } from '../../helpdesk/ticket.js';
import { stepOf } from '../../helpdesk/ticket.js';
import type { TicketFormKind, TicketFormView } from '../../helpdesk/views.js';
import type { TextKey } from '../../text/sentences.js';
import { localized } from '../../text/locale.js';
import { ticketButton } from './buttons.js';
import { cut, oneLine, typeable } from './escape.js';
import { lines, type Drawing, type CardWriter } from './card-writer.js';
import { textInput } from './text-input.js';
import { partyName, remarkWords } from './ticket-words.js';
import type { Drawers } from './drawers.js';

export const drawers = { ticketForm: drawTicketForm } satisfies Partial<Drawers>;

type Choice = { readonly title: string; readonly value: string };
type Pick = {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly more: string;
};

/** What the choice means that is none of the causes. */
const otherCause = 'other';

/** Characters of an entry to pick from: a line of the list. */
const choiceLength = 120;

const sends = {
  reply: 'sendReply',
  note: 'sendNote',
  assign: 'sendAssign',
  resolve: 'sendResolve',
  reopen: 'sendReopen',
} as const;

const textLabels: Readonly<Record<TicketFormKind, TextKey | undefined>> = {
  reply: 'ticketForm.reply.text',
  note: 'ticketForm.note.text',
  assign: undefined,
  resolve: 'ticketForm.resolve.text',
  reopen: 'ticketForm.reopen.text',
};

/**
 * A form in the place of the card, for the one who opened it. Nothing is marked as required: what is missing comes back as a
 * remark, so that Cancel is not stopped by an empty field.
 */
function drawTicketForm(writer: CardWriter, view: TicketFormView): Drawing {
  const { ticket, form, text, waits = false } = view;
  const { number, requester } = ticket;
  const ref = { number, step: stepOf(ticket) };
  const nobody = form === 'assign' && view.colleagues.length === 0;
  const label = textLabels[form];
  const heading = writer.plain(`ticketForm.${form}.heading`, { number, name: partyName(writer, requester) });
  const data = {
    kicker: writer.plain('ticketForm.about', { number, name: partyName(writer, requester) }),
    heading,
    notice: remarkWords(writer, ticket, view.remark),
    paragraphs: lines([
      nobody
        ? writer.plain('ticketForm.assign.nobody')
        : writer.plain(`ticketForm.${form}.intro`, { name: partyName(writer, requester) }),
    ]),
    picks: nobody ? [] : picks(writer, view),
    ...textInput(label === undefined ? '' : writer.plain(label), text, maxTicketText),
    waitsLabel: form === 'reply' ? writer.plain('ticketForm.reply.waits') : '',
    waits: String(waits),
    bar: [
      ...(nobody ? [] : [ticketButton(ref, sends[form], writer.plain(`ticketForm.${form}.send`))]),
      { ...ticketButton(ref, 'show', writer.plain('ticketForm.cancel')), inputs: 'None' as const },
    ],
  };
  return { template: 'ticket-form', summary: heading, data };
}

function picks(writer: CardWriter, { form, ticket, colleagues, causes, picked = '' }: TicketFormView): readonly Pick[] {
  switch (form) {
    case 'assign': {
      const { choices, rest } = shortened(
        writer,
        colleagues.map((colleague) => colleagueChoice(writer, colleague)),
      );
      const more = rest > 0 ? writer.plain('ticketForm.assign.more', { count: rest }) : '';
      return [
        {
          id: 'assignee',
          label: writer.plain('ticketForm.assign.pick'),
          hint: writer.plain('ticketForm.assign.hint'),
          value: picked,
          choices,
          more,
        },
      ];
    }
    case 'resolve': {
      const { choices, rest } = shortened(
        writer,
        likelyFirst(
          causes,
          ticket.report.causes.map(({ id }) => id),
        ).map((cause) => causeChoice(writer, cause)),
      );
      const other = writer.plain('ticketForm.resolve.other');
      const more = rest > 0 ? writer.plain('ticketForm.resolve.more', { count: rest, other }) : '';
      const all = [...choices, { title: other, value: otherCause }];
      return [
        {
          id: 'cause',
          label: writer.plain('ticketForm.resolve.pick'),
          hint: writer.plain('ticketForm.resolve.hint'),
          value: picked,
          choices: all,
          more,
        },
      ];
    }
    default:
      return [];
  }
}

function shortened(writer: CardWriter, all: readonly Choice[]): { readonly choices: readonly Choice[]; readonly rest: number } {
  const choices = all.slice(0, writer.room.choices);
  return { choices, rest: all.length - choices.length };
}

/** Names come twice in a company, so each has its address beside it. */
function colleagueChoice(writer: CardWriter, { id, name, userPrincipalName }: Party): Choice {
  const address = userPrincipalName === '' ? '' : ` (${userPrincipalName})`;
  return { title: choiceTitle(writer, `${name}${address}`), value: id };
}

function causeChoice(writer: CardWriter, { id, title }: NonNullable<ResolvedCause>): Choice {
  return { title: choiceTitle(writer, localized(title, writer.locale)), value: id };
}

function choiceTitle(writer: CardWriter, title: string): string {
  return cut(typeable(oneLine(title)), Math.min(choiceLength, writer.room.characters)) || writer.plain('notKnown');
}

/** The causes that the report thinks of, in its order, before all others. */
function likelyFirst<Cause extends { readonly id: string }>(
  causes: readonly Cause[],
  likely: readonly string[],
): readonly Cause[] {
  const rank = ({ id }: Cause): number => (likely.includes(id) ? likely.indexOf(id) : likely.length);
  return causes.toSorted((a, b) => rank(a) - rank(b));
}
