import { formLengths } from '../limits.js';
import { localized, locales } from '../text/locale.js';
import { nodeOf } from '../troubleshooting/advance.js';
import type { HandOverForm, Session } from '../troubleshooting/session.js';
import type { Tree } from '../troubleshooting/tree.js';
import { comparable } from './understand.js';
import type { Doing } from './walks.js';

const yes = ['yes', 'y', 'ja', 'j', '1'];
const no = ['no', 'n', 'nein', '2'];

/**
 * What typed words mean at the step that is on show: an option's words or its number, yes or no after a fix.
 * Undefined when they answer nothing here.
 */
export function typedToDoing(tree: Tree, session: Session, words: string): Doing | undefined {
  if (session.place.kind === 'summary') return ['send', 'senden', ...yes].includes(comparable(words)) ? { kind: 'send' } : undefined;
  if (session.place.kind !== 'node') return undefined;
  const said = comparable(words);
  const node = nodeOf(tree, session);
  switch (node.kind) {
    case 'question': {
      const numbered = /^\d{1,2}$/.test(said) ? node.options[Number(said) - 1] : undefined;
      const option = numbered ?? node.options.find(({ text }) => locales.some((locale) => comparable(localized(text, locale)) === said));
      return option && { kind: 'choose', optionId: option.id };
    }
    case 'fix':
      if (yes.includes(said)) return { kind: 'fixed' };
      return no.includes(said) ? { kind: 'notFixed' } : undefined;
    case 'handOver':
      return yes.includes(said) ? { kind: 'talkToAPerson' } : undefined;
    case 'explanation':
      return ['ok', 'okay', ...yes].includes(said) ? { kind: 'understood' } : undefined;
    case 'branch':
      return undefined;
  }
}

/** Words that answer nothing are kept for the helpdesk: into the note while a form is open, else as what the PC shows. */
export function keepTyped(session: Session, words: string): Doing & { kind: 'noted' } {
  const field = session.place.kind === 'form' || session.place.kind === 'summary' ? 'note' : 'seen';
  return { kind: 'noted', form: appended(session.form, field, words) };
}

function appended(form: HandOverForm, field: 'note' | 'seen', words: string): HandOverForm {
  const joined = form[field] === '' ? words : `${form[field]}\n${words}`;
  return { ...form, [field]: joined.slice(0, formLengths[field]) };
}
