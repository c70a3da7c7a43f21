import { sentences, type Say } from '../../text/sentences.js';
import { localized, type Locale, type LocalizedText } from '../../text/locale.js';
import { showInText } from '../../text/show-invisible.js';
import { cut, oneLine, withoutControls } from './escape.js';
import { mark } from './marked.js';
import type { CardData, TemplateName } from './templates.js';

/** How much a card may hold: characters of one text that somebody gave, and entries of one list. */
export interface Room {
  readonly characters: number;
  readonly items: number;
  /** Characters of a text that is the message itself: a reply, a note, what was pasted. */
  readonly told: number;
  /** Entries of a list to pick from. */
  readonly choices: number;
}

/** Addresses of pages about a person (Entra object id) and a PC (the object id of its entry). */
export interface Portal {
  person(id: string): string;
  device(objectId: string): string;
}

/** A person as Teams knows them; only so can they be called by a mention. */
export interface TeamsAccount {
  readonly id: string;
  readonly name: string;
}

/** What surrounds a card: `portal` undefined = no links there; `accounts` by Entra object id. */
export interface Surroundings {
  readonly portal: Portal | undefined;
  readonly accounts: ReadonlyMap<string, TeamsAccount>;
}

/** What every drawing needs: the language, the time, and how much room there is. */
export interface CardWriter extends Surroundings {
  readonly locale: Locale;
  readonly now: Date;
  readonly room: Room;
  /** A sentence in which every text among the values was given: they are names, or short like names. */
  readonly say: Say;
  /** A sentence whose values are ready: our own words, or what one of the following made. */
  readonly plain: Say;
  /** A name, or anything short by which things are told apart, marked as given: one line, cut, nothing in it unseen. */
  given(text: string): string;
  /** What somebody wrote or pasted, marked as given: cut, its lines as they are. */
  written(text: string): string;
  /** The same for the text that the message is about, which has more room. */
  told(text: string): string;
  /** A sentence of a tree, cut; its own markdown stays. */
  tree(text: LocalizedText): string;
}

/** A card before its template is filled. `summary` is for notifications and for clients that cannot show the card. */
export interface Drawing {
  readonly template: TemplateName;
  readonly summary: string;
  readonly data: CardData;
}

/** A writer for one card; texts that were given are cut to `room.characters`. */
export function createCardWriter(options: Surroundings & { locale: Locale; now: Date; room: Room }): CardWriter {
  const { locale, room } = options;
  const given = (text: string): string => mark(oneLine(cut(text, room.characters)));
  return {
    ...options,
    say: sentences(locale, given),
    plain: sentences(locale),
    given,
    written: (text) => mark(asWritten(cut(text, room.characters))),
    told: (text) => mark(asWritten(cut(text, room.told))),
    tree: (text) => cut(localized(text, locale), room.characters),
  };
}

/** Lines as they are, without holes between them and around. */
function asWritten(text: string): string {
  const lines = text.split(/\r\n?|[\n\u2028\u2029]/).map((line) => withoutControls(line).trimEnd());
  return showInText(
    lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  );
}

/** The first entries of a list, with a last line that tells how many more there are. */
export function listed<T>(writer: CardWriter, entries: readonly T[], line: (entry: T) => string): readonly string[] {
  const shown = entries.slice(0, writer.room.items).map(line);
  const rest = entries.length - shown.length;
  return rest > 0 ? [...shown, writer.plain('andMore', { count: rest })] : shown;
}

/** Lines as a template's loop takes them. */
export function lines(texts: readonly string[]): readonly { readonly text: string }[] {
  return texts.map((text) => ({ text }));
}
