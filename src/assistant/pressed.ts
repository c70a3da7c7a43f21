import type { Helpdesk } from '../helpdesk/helpdesk.js';
import type { Locale } from '../text/locale.js';
import type { Administrators } from './administrators.js';
import { elsewhere, type Answer } from './answer.js';
import type { HelpdeskChannel } from './helpdesk-channel.js';
import type { Input, Sender, WalkPress } from './input.js';
import { pressToWalkEvent } from './press-to-walk-event.js';
import type { Requests } from './requests.js';
import type { Tickets } from './tickets.js';
import { tidy } from './understand.js';
import { isCurrent, isOver, type Decide, type Walks } from './walks.js';

type PressedInput = Input & { readonly kind: 'pressed' };

const ticketsElsewhere: Answer = { replies: [], refusal: { key: 'ticketsElsewhere' } };

export interface PressedOptions {
  readonly walks: Walks;
  readonly tickets: Tickets;
  readonly requests: Requests;
  readonly channel: HelpdeskChannel;
  readonly administrators: Pick<Administrators, 'pressed'>;
  readonly helpdesk: Pick<Helpdesk, 'standsIn'>;
  readonly now: () => Date;
  /** A button that stands for words is answered as if they were typed. */
  readonly said: (input: Input & { readonly kind: 'said' }, locale: Locale) => Promise<Answer>;
  readonly namePc: (from: Sender, name: string, locale: Locale) => Promise<Answer>;
}

/** What a button of a card does. */
export function createPressed({
  walks,
  tickets,
  requests,
  channel,
  administrators,
  helpdesk,
  now,
  said,
  namePc,
}: PressedOptions) {
  return async function pressed(input: PressedInput, locale: Locale): Promise<Answer> {
    const { press } = input;
    switch (press.kind) {
      case 'walk':
        return input.scope === 'personal' ? pressedInWalk(input, press, locale) : elsewhere;
      case 'say':
        return said({ ...input, kind: 'said', text: press.words, mentions: [], hasPicture: false }, locale);
      case 'lookUp': {
        if (input.scope !== 'personal') return elsewhere;
        const name = tidy(press.pcName);
        return name === '' ? { replies: [], refusal: { key: 'pcNameMissing' } } : namePc(input.from, name, locale);
      }
      case 'ticket':
        return (await mayShowTickets(input)) || (await helpdesk.standsIn(press.ticketNumber, input.conversationId))
          ? tickets.pressed(input.from, press)
          : ticketsElsewhere;
      case 'request':
        return requests.pressed(input, press);
      case 'requests':
        return requests.turnedPage(input, press.page);
      case 'tickets':
        return (await mayShowTickets(input))
          ? tickets.turnedPage(input.from, press.filter, press.hours, press.page)
          : ticketsElsewhere;
      case 'channel':
        return channel.pressed(input, press.option, locale);
      case 'admin':
        return administrators.pressed(input, press, locale);
    }
  };

  /** As for what is typed: a press can be forged, and posted anywhere. */
  async function mayShowTickets(input: PressedInput): Promise<boolean> {
    return input.scope === 'personal' || (await channel.isHere(input));
  }

  /** Answered from the database alone: neither Graph nor Teams is waited for. */
  async function pressedInWalk(input: PressedInput, press: WalkPress, locale: Locale): Promise<Answer> {
    let late = false;
    const decide: Decide = (session) => {
      late = !isCurrent(session, press);
      return late ? undefined : pressToWalkEvent(press, session, now());
    };
    const walked = await walks.change(input.from, locale, decide, input.message);
    if (!walked) return pressedWithoutWalk(input.from, press);
    return { replies: [], card: late ? walks.draw(walked.session, { key: 'pressedLate' }) : walked.view };
  }

  /** The trees changed under the walk, or the card is from a walk that is no longer kept. */
  async function pressedWithoutWalk(from: Sender, press: WalkPress): Promise<Answer> {
    const stored = (await walks.current(from.personId))?.stored.value;
    if (stored?.id !== press.sessionId || isOver(stored)) return { replies: [], refusal: { key: 'notYourCard' } };
    return { replies: [], card: walks.draw(await walks.begin(from), { key: 'treeChanged' }) };
  }
}
