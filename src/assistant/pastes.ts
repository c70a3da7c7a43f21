import type { Locale } from '../text/locale.js';
import type { Session } from '../troubleshooting/session.js';
import { helpActions, notice, say, type Answer } from './answer.js';
import type { Examine, Examined } from './examine.js';
import type { Sender } from './input.js';
import { keepPcName, withSeen } from './typed-to-doing.js';
import type { Notice } from './views.js';
import { isOver, type Walked, type Walks } from './walks.js';

export type Pastes = ReturnType<typeof createPastes>;

/** Pastes and names of PCs: looked at, put together with the directory, and taken up by the person's walk. */
export function createPastes({ walks, examine }: { readonly walks: Walks; readonly examine: Examine }) {
  /** A text that was recognised as coming from a PC. It begins a walk where there is none. */
  async function paste(from: Sender, raw: string, locale: Locale): Promise<Answer> {
    const { profile } = (await going(from)) ?? (await walks.begin(from));
    const examined = await examine.paste(from.personId, raw, profile.pcs);
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
    if (here || needsWork(examined)) {
      if (!here) await walks.begin(from);
      const { session } = await take(from, locale, examined);
      return say(walks.draw(session, remarkOn(examined, session)));
    }
    return named(name, examined);
  }

  async function going(from: Sender): Promise<Session | undefined> {
    const session = (await walks.current(from.personId))?.session;
    return session && !isOver(session) ? session : undefined;
  }

  async function take(from: Sender, locale: Locale, { reading, facts, seen }: Examined): Promise<Walked> {
    const { name } = reading.pc;
    const taken = await walks.change(from, locale, (session) => {
      const form = session.form.pcName === '' && name !== undefined ? keepPcName(session, name).form : session.form;
      return { kind: 'read', reading, facts, form: withSeen(form, seen) };
    });
    // It was there a moment ago: forgotten meanwhile. What was read is shown in a new one.
    if (taken) return taken;
    await walks.begin(from);
    return take(from, locale, { reading, facts, seen, answer: { kind: 'notAsked', reason: 'nothingToAskBy' } });
  }

  return { paste, namePc };
}

/** The directory knows something that has to be mended, or waited for. */
function needsWork({ facts: { pcEntry } }: Examined): boolean {
  return pcEntry?.known === true && (pcEntry.value === 'pending' || pcEntry.value === 'disabled');
}

function remarkOn({ answer, reading, facts }: Examined, session: Session): Notice | undefined {
  if (answer.kind === 'notAsked' && answer.reason === 'tooManyNames') return { key: 'tooManyNames' };
  if (session.place.kind === 'form' || session.place.kind === 'summary') return { key: 'addedToNote' };
  if (reading.kinds.length === 0 && answer.kind === 'unknown') return { key: 'lookUpFailed' };
  const saysNothing = reading.findings.length === 0 && Object.keys(facts).length === 0 && reading.missing.length === 0;
  return saysNothing ? { key: 'readNothing' } : undefined;
}

/** Outside a walk: that the PC is there, and how many entries have its name. */
function named(name: string, { answer }: Examined): Answer {
  switch (answer.kind) {
    case 'answered':
      return say({ kind: 'pcNamed', name, entries: answer.objects.map(({ enabled, pending }) => ({ enabled, pending })) });
    case 'unknown':
      return notice('lookUpFailed', {}, [helpActions.start, helpActions.toAPerson]);
    case 'notAsked':
      return notice('tooManyNames', {}, [helpActions.toAPerson]);
  }
}
