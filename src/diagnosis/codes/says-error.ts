import type { Word, Words } from './words-of-line.js';

const errorWords = new Set([
  ...['error', 'errors', 'err', 'code', 'codes', 'exitcode', 'status', 'hresult', 'hr', 'winhttp', 'wininet', 'win32', 'ntstatus'],
  ...['fail', 'failed', 'fails', 'failure', 'suberror', 'subcode', 'returned', 'fehler', 'fehlercode', 'fehlernummer', 'fehlgeschlagen'],
]);

const fillers = new Set([
  ...['is', 'was', 'of', 'with', 'no', 'nr', 'number', 'value', 'result', 'windows', 'system', 'network', 'detail', 'http'],
  ...['ist', 'war', 'lautet', 'mit', 'nummer', 'wert', 'netzwerk'],
]);

/** What counts something else than an error. */
const counters = new Set(['event', 'eventid', 'id', 'line', 'port', 'pid', 'build', 'version', 'kb', 'ticket', 'ereignis', 'zeile']);

function isErrorWord(word: Word | undefined): boolean {
  if (word === undefined) return false;
  const text = word.text.toLowerCase();
  return errorWords.has(text) || text.endsWith('errorcode') || text.endsWith('statuscode') || text.endsWith('error_code');
}

/** Whether the words beside a number say that it is an error code: `error 12007`, `exit code: 1312`, `12029 error`. */
export function wordsSayError(words: Words, index: number): boolean {
  const previous = words.at(index - 1);
  const before = previous?.text.toLowerCase() ?? '';
  if (counters.has(before)) return false;
  return isErrorWord(previous) || isErrorWord(words.at(index + 1)) || (fillers.has(before) && isErrorWord(words.at(index - 2)));
}

/** Whether a number stands alone in brackets: `[12007]`, `(12029)`. */
export function isBracketed(line: string, word: Word): boolean {
  const around = `${line[word.start - 1] ?? ''}${line[word.end] ?? ''}`;
  return around === '[]' || around === '()' || around === '[/' || around === '/]';
}
