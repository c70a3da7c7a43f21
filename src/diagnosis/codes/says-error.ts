import type { Word, Words } from './words-of-line.js';

const errorWords = new Set([
  ...[
    'error',
    'errors',
    'err',
    'exitcode',
    'errorcode',
    'statuscode',
    'hresult',
    'hr',
    'winhttp',
    'wininet',
    'win32',
    'ntstatus',
  ],
  ...[
    'fail',
    'failed',
    'fails',
    'failure',
    'suberror',
    'subcode',
    'fehler',
    'fehlercode',
    'fehlernummer',
    'fehlgeschlagen',
  ],
]);

/** Words that door codes, sign-in codes and orders have as well; enough for what has the look of a code, and not for a plain number. */
const weakWords = new Set(['code', 'codes', 'status', 'returned']);

const fillers = new Set([
  ...[
    'is',
    'was',
    'of',
    'with',
    'no',
    'nr',
    'number',
    'value',
    'result',
    'windows',
    'system',
    'network',
    'detail',
    'http',
  ],
  ...['ist', 'war', 'lautet', 'mit', 'nummer', 'wert', 'netzwerk'],
]);

/** What counts something else than an error. */
const counters = new Set([
  'event',
  'eventid',
  'id',
  'line',
  'port',
  'pid',
  'build',
  'version',
  'kb',
  'ticket',
  'ereignis',
  'zeile',
]);

type SaysError = (words: Words, index: number) => boolean;

const isWeakOrError: SaysError = (words, index) =>
  weakWords.has(words.at(index)?.text.toLowerCase() ?? '') || isErrorWord(words.at(index));

/** `exit code`, `error status`; "code 12007" where nothing else is said. */
const isErrorAlone: SaysError = (words, index) =>
  isErrorWord(words.at(index)) ||
  (isWeakOrError(words, index) &&
    (words.count === 2 ||
      ofProgram.has(words.at(index - 1)?.text.toLowerCase() ?? '') ||
      isErrorWord(words.at(index - 1))));

const ofProgram = new Set(['exit', 'result', 'return', 'windows', 'win32', 'adal', 'detail', 'http', 'attempt']);

function isErrorWord(word: Word | undefined): boolean {
  if (word === undefined) return false;
  const text = word.text.toLowerCase();
  return (
    errorWords.has(text) || text.endsWith('errorcode') || text.endsWith('statuscode') || text.endsWith('error_code')
  );
}

/** Whether the words beside a number say that it is an error code: `error 12007`, `exit code: 1312`, `12029 error`. */
export function wordsSayError(words: Words, index: number): boolean {
  return saysSo(words, index, isWeakOrError);
}

/** The same for a number that has nothing of a code about it: "your code is 12007" does not say so. */
export function wordsSayErrorNumber(words: Words, index: number): boolean {
  return saysSo(words, index, isErrorAlone) && !isCounted(words, index);
}

/** "1312 errors", "1312 Fehler": how many there are. */
function isCounted(words: Words, index: number): boolean {
  return !isErrorAlone(words, index - 1) && /^(?:errors|fehler|failures|codes)$/i.test(words.at(index + 1)?.text ?? '');
}

function saysSo(words: Words, index: number, says: SaysError): boolean {
  const before = words.at(index - 1)?.text.toLowerCase() ?? '';
  if (counters.has(before)) return false;
  return says(words, index - 1) || isErrorWord(words.at(index + 1)) || (fillers.has(before) && says(words, index - 2));
}

/** Whether a number stands alone in brackets: `[12007]`, `(12029)`. */
export function isBracketed(line: string, word: Word): boolean {
  const around = `${line[word.start - 1] ?? ''}${line[word.end] ?? ''}`;
  return around === '[]' || around === '()' || around === '[/' || around === '/]';
}
