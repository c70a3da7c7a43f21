import type { KnownCode, CodeWords, ReadingContext } from './known-code.js';
import { entryInsideEvent, knownSpelling, listedEntry } from './code-index.js';

/**
 * The words of a code, those of `context` where it means something else there; undefined when the code is not known. The
 * spelling may be any that `FoundCode.code` has. Without a context a code that is listed only inside of a down-level event
 * leads to no finding: it is met on newer systems too.
 */
export function lookUpCode(code: string, context?: ReadingContext): CodeWords | undefined {
  const spelling = knownSpelling(code);
  if (spelling === undefined) return undefined;
  const entry = listedEntry(spelling);
  if (entry !== undefined) return wordsIn(entry, context);
  const inside = entryInsideEvent(spelling);
  if (inside === undefined) return undefined;
  if (context === 'downLevel') return wordsIn(inside, context);
  const words = wordsIn(inside, context);
  return {
    ...(context === undefined || inside.contexts?.[context] === undefined ? withoutFinding(words) : words),
    code: spelling,
  };
}

/** The entry's words, with what the context says otherwise. */
export function wordsIn(entry: KnownCode, context: ReadingContext | undefined): CodeWords {
  const { contexts, ...usual } = entry;
  const special = context === undefined ? undefined : contexts?.[context];
  if (special === undefined) return usual;
  const { finding, ...words } = special;
  const merged = { ...usual, ...words };
  if (finding === undefined) return merged;
  return finding === null ? withoutFinding(merged) : { ...merged, finding };
}

export function withoutFinding(words: CodeWords): CodeWords {
  const { finding: _none, ...rest } = words;
  return rest;
}
