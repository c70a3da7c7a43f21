import { maxTypedCharacters } from '../limits.js';
import type { SaidFile } from './input.js';
import type { Notice } from './views.js';

const fileProblems = {
  tooLarge: 'fileTooLarge',
  notText: 'fileNotText',
  notReachable: 'fileNotReachable',
  notAllowed: 'fileNotAllowed',
} as const;

/** What was typed and the files, as long as can be read; of a log the newest lines, which stand at its end. */
export function withFiles(typed: string, files: readonly SaidFile[]): string {
  const texts = files.flatMap((file) => ('text' in file ? [file.text] : []));
  const room = Math.max(0, maxTypedCharacters - typed.length - texts.length);
  return [typed, ...texts.map((text) => text.slice(-Math.floor(room / texts.length)))].join('\n');
}

/** Why a file was not read; nothing for one that was. */
export function fileUnread(file: SaidFile): readonly Notice[] {
  return 'text' in file ? [] : [{ key: fileProblems[file.problem], values: { name: file.name } }];
}
