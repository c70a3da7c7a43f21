import type { Reading } from '../diagnosis/model.js';
import { reading } from '../diagnosis/read-paste.js';
import { inTurns } from '../runtime/in-turns.js';
import { tidy, understand, type Understood } from './understand.js';

/** What somebody said, looked at once: reading a long text costs more than all the rest of its turn. */
export interface Heard {
  /** In one line. */
  readonly words: string;
  /** With its line ends, and with the files that came along. */
  readonly pasted: string;
  readonly understood: Understood;
  /** What stands in it in the words of Windows; read when it is first asked for. */
  readonly read: () => Promise<Reading>;
}

/** `text` as it was typed, `pasted` the same with its lines. */
export function hear(text: string, pasted: string): Heard {
  const words = tidy(text);
  let read: Promise<Reading> | undefined;
  return { words, pasted, understood: understand(words), read: () => (read ??= inTurns(reading(pasted))) };
}
