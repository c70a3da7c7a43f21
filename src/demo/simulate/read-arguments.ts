import { parseArgs } from 'node:util';
import { locales, type Locale } from '../../text/locale.js';

export interface Arguments {
  /** A tree's id; undefined = from the beginning. */
  readonly tree?: string;
  /** A folder of trees, read like TREES_DIR. */
  readonly trees?: string;
  readonly facts?: string;
  readonly paste?: string;
  /** A folder that the pages made from the trees and the commands are written into. */
  readonly docs?: string;
  readonly locale: Locale;
  readonly all: boolean;
  readonly help: boolean;
}

export const usage = `npm run simulate -- [options]     walks the trees in the terminal, without Teams and without a directory

  --tree NAME        begins with this tree; without it with the opening, as in Teams
  --facts FILE       what the directory knows: JSON, such as { "accountKind": "synced", "domainType": "managed" }
  --paste FILE       a text that is pasted first
  --locale en|de     language of what is shown
  --trees FOLDER     a folder of trees that replaces or extends the built-in ones, as TREES_DIR does
  --all              prints every path instead, one a line
  --docs FOLDER      writes the pages that are made from the trees and the commands instead`;

const options = {
  tree: { type: 'string' },
  trees: { type: 'string' },
  facts: { type: 'string' },
  paste: { type: 'string' },
  docs: { type: 'string' },
  locale: { type: 'string', default: 'en' },
  all: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false, short: 'h' },
} as const;

/** Reads the command line. @throws a sentence about what cannot be read, or does not go together */
export function readArguments(args: readonly string[]): Arguments {
  const { values } = parseArgs({ args: [...args], options });
  const locale = locales.find((known) => known === values.locale);
  if (locale === undefined) throw new Error(`--locale can be ${locales.join(' or ')}.`);
  if (values.all && values.paste !== undefined)
    throw new Error('--all prints paths of answers; a paste leads past them. Give one of the two.');
  return { ...values, locale };
}
