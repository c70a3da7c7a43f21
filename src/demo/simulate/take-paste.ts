import { createExamine } from '../../assistant/examine.js';
import { readPaste } from '../../diagnosis/read-paste.js';
import type { Session } from '../../troubleshooting/session.js';
import { step } from '../../troubleshooting/step.js';
import type { Tree } from '../../troubleshooting/tree.js';
import type { Locale } from '../../text/locale.js';
import { findingLines } from './show-findings.js';

/** Reads a pasted text with the code of the bot, but without a directory, and lets it lead the walk. */
export async function takePaste(
  tree: Tree,
  session: Session,
  text: string,
  options: { locale: Locale; now: () => Date },
) {
  const { locale, now } = options;
  const lookUpPc = async () => ({
    answer: { kind: 'notAsked', reason: 'nothingToAskBy' } as const,
    objectId: undefined,
  });
  const { reading, facts } = await createExamine({ lookUpPc, now }).paste(
    'simulated',
    { raw: text, read: readPaste(text) },
    [],
  );
  const event = { kind: 'read', reading, facts, at: now().toISOString() } as const;
  return { session: step(tree, session, event).session, lines: findingLines(reading, facts, locale) };
}
