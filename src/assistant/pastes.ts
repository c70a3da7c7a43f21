import type { Locale } from '../text/locale.js';
import type { Session } from '../troubleshooting/session.js';
import { pcOfReadings } from '../troubleshooting/take-reading.js';
import { helpActions, notice, say, type Answer } from './answer.js';
import type { Examine, Examined, Pasted } from './examine.js';
import type { Sender } from './input.js';
import { keepPcName } from './typed-to-walk-event.js';
import type { Notice } from './views.js';
import { isOver, type Walked, type Walks } from './walks.js';

export interface PastesOptions {
  readonly walks: Walks;
  readonly examine: Examine;
}

/** Milliseconds that a first paste waits to learn which PCs are the person's own: a third of the time that look-ups have. */
const patienceMs = 3_000;

export type Pastes = ReturnType<typeof createPastes>;

/** Pastes and names of PCs: looked at, put together with the directory, and taken up by the person's walk. */
export function createPastes({ walks, examine }: PastesOptions) {
  /** A text that was recognised as coming from a PC. It begins a walk where there is none. */
  async function paste(from: Sender, pasted: Pasted, locale: Locale): Promise<Answer> {
    const here = (await going(from)) ?? (await walks.beginInformed(from, patienceMs));
    const examined = await examine.paste(from.personId, pasted, here.profile.pcs, pcOfReadings(here));
    const { session } = await take(from, locale, examined);
    return say(walks.draw(session, remarkOn(examined, session)));
  }

  /** A PC's name: into the open form, into the walk, or to a walk when the directory shows something to do about it. */
  async function namePc(from: Sender, name: string, locale: Locale): Promise<Answer> {
    const here = await going(from);
    if (here && (here.place.kind === 'form' || here.place.kind === 'summary')) {
      const noted = await walks.change(from, locale, (session) => keepPcName(session, name));
      if (noted) return say(walks.draw(noted.session, { key: 'pcNameNoted', values: { name } }));
    }
    const examined = await examine.name(from.personId, name, here?.profile.pcs ?? []);
    if (examined.answer.kind === 'answered' && examined.answer.objects.length > 0 && (here || needsWork(examined))) {
      if (!here) await walks.begin(from);
      const { session } = await take(from, locale, examined);
      return say(walks.draw(session));
    }
    return here ? say(walks.draw(here, remarkOnName(name, examined))) : named(name, examined);
  }

  async function going(from: Sender): Promise<Session | undefined> {
    const session = (await walks.current(from.personId))?.session;
    return session && !isOver(session) ? session : undefined;
  }

  /** A walk that was forgotten, or that ended while the PC was looked up, is no place for it: then it begins a new one. */
  async function take(from: Sender, locale: Locale, { reading, facts }: Examined): Promise<Walked> {
    for (;;) {
      const taken = await walks.change(from, locale, () => ({ kind: 'read', reading, facts }));
      if (taken && !taken.refused) return taken;
      await walks.begin(from);
    }
  }

  return { paste, namePc };
}

/** The directory knows something that has to be mended, or waited for. */
function needsWork({ facts: { pcEntry } }: Examined): boolean {
  return pcEntry?.known === true && (pcEntry.value === 'pending' || pcEntry.value === 'disabled');
}

/** What the card itself does not show: that something was not asked, or did not answer, and that the form has it. */
function remarkOn({ answer, reading, facts }: Examined, session: Session): Notice | undefined {
  if (answer.kind === 'notAsked' && answer.reason === 'otherTenant') return { key: 'otherTenant' };
  if (session.place.kind === 'form' || session.place.kind === 'summary') return { key: 'addedToForm' };
  if (answer.kind === 'unknown') return { key: 'pcNotLookedUp' };
  const saysNothing = reading.findings.length === 0 && Object.keys(facts).length === 0 && reading.missing.length === 0;
  return saysNothing ? { key: 'readNothing' } : undefined;
}

/** Why a name changed nothing in the walk. */
function remarkOnName(name: string, { answer }: Examined): Notice {
  switch (answer.kind) {
    case 'answered':
      return { key: 'pcNotFound', values: { name } };
    case 'unknown':
      return { key: 'lookUpFailed' };
    case 'notAsked':
      return { key: 'tooManyNames' };
  }
}

/** Outside a walk: that the PC is there, and how many entries have its name. */
function named(name: string, { answer }: Examined): Answer {
  switch (answer.kind) {
    case 'answered':
      return say({
        kind: 'pcNamed',
        name,
        entries: answer.objects.map(({ enabled, pending }) => ({ enabled, pending })),
      });
    case 'unknown':
      return notice('lookUpFailed', {}, [helpActions.start, helpActions.toAPerson]);
    case 'notAsked':
      return notice('tooManyNames', {}, [helpActions.toAPerson]);
  }
}
