import type { KnownKey } from './known-keys.js';

/** A value that may go on in the next line. */
export interface OpenValue {
  readonly key: KnownKey;
  readonly value: string;
  /** Characters of the last line of it, with indentation: where the line was broken. */
  readonly lineLength: number;
  /** Characters of an earlier line of the same value; equal lengths are the width of a console. */
  readonly earlierLength?: number;
}

/**
 * The value together with the next line, or undefined when that line does not belong to it. A value is broken by a console (at its
 * width, in the middle of a word), or by mail and chat clients (at a blank). Which it was cannot always be told: words are then
 * joined with a blank, addresses, codes and ids without.
 */
export function continueValue(open: OpenValue, line: string): string | undefined {
  const next = line.trim();
  if (next === '' || open.value.length > longestValue || isAnotherKey(next) || isNotOutput(next)) return undefined;
  if (!goesOn(open, next)) return undefined;
  if (open.value === '') return next;
  return `${open.value}${needsBlank(open, line) ? ' ' : ''}${next}`;
}

/** SettingsUrl is the longest value there is; a page of prose is none. */
const longestValue = 4000;

/** Widths of a console window by default: 80 until Windows 8.1, 120 since. */
const consoleWidths: readonly number[] = [80, 120];

/** Nobody breaks lines that are shorter. */
const shortestBroken = 50;

const ownLinesOfServer = /^(?:trace id|correlation id|timestamp|error code) ?:/i;

/** `    KeyThatIsNotKnown : value`. The server's own text has such lines too; they stay with it. */
function isAnotherKey(next: string): boolean {
  return /^[A-Z][\w-]*(?: [\w-]+){0,4} ?[:=](?: |$)/.test(next) && !ownLinesOfServer.test(next);
}

function isNotOutput(next: string): boolean {
  return (
    /^(?:PS |\$ |[A-Z]:\\|Microsoft Windows \[|\(c\) |Windows PowerShell|DeleteFileW |dsregcmd)/i.test(next) ||
    /^[|+]/.test(next)
  );
}

function goesOn({ key, value, lineLength }: OpenValue, next: string): boolean {
  switch (key.shape) {
    case 'flag':
    case 'word':
    case 'code':
      return false;
    case 'test':
      return value.includes('[') && !value.includes(']');
    case 'time':
      return isUnfinishedTime(value);
    case 'id':
      // `{B16898C6-…} (AzureAd)`
      if (value === '') return /^\{?[\da-f]{8}[\da-f-]{4,}/i.test(next);
      return isOpen(value) || /^\(\w+\)$/.test(next) || (isUnfinishedId(value) && /^[^\s(]+(?: \(\w*\)?)?$/.test(next));
    case 'url':
      if (value === '') return /^https?:\/\/|^urn:|^\.\w+\.|^[\w+/]{40,}=*$/i.test(next) && isOneWord(next);
      return isOneWord(next) && lineLength >= shortestBroken;
    case 'text':
      return textGoesOn(value, lineLength, next);
  }
}

function textGoesOn(value: string, lineLength: number, next: string): boolean {
  if (value === '') return false;
  if (isOpen(value)) return true;
  if (/[:,;\\@-]$/.test(value) || isConsoleWidth(lineLength) || isConsoleWidth(lineLength + 1)) return true;
  // Half an account: `CONTOSO\PC$, PC$@ad.contoso.`
  if (
    ownLinesOfServer.test(next) ||
    (isOneWord(next) && value.endsWith('.') && value.slice(value.lastIndexOf(' ') + 1).includes('@'))
  )
    return true;
  if (/[.!?]$/.test(value)) return lineLength >= 76 && /^[a-z0-9(]/.test(next);
  return lineLength >= shortestBroken || (/^[a-z0-9(]/.test(next) && value.includes(' '));
}

function isOpen(value: string): boolean {
  return value.lastIndexOf('(') > value.lastIndexOf(')');
}

function isUnfinishedTime(value: string): boolean {
  if (value.startsWith('[')) return !value.includes(']');
  return /^\d{4}-\d/.test(value) && !/(?:UTC|Z)$/i.test(value);
}

function isUnfinishedId(value: string): boolean {
  const whole = /^\{?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}?$|^[\da-f]{40}$/i;
  return /^\{?[\da-f][\da-f-]{3,}$/i.test(value) && !whole.test(value);
}

function isOneWord(text: string): boolean {
  return !text.includes(' ');
}

function isConsoleWidth(length: number): boolean {
  return consoleWidths.includes(length);
}

function needsBlank({ key, value, lineLength, earlierLength }: OpenValue, line: string): boolean {
  if (key.shape === 'url') return false;
  if (key.shape === 'id') return line.trim().startsWith('(');
  // A console broke the line: it dropped nothing, but the end of a line may have lost its blank.
  if (isConsoleWidth(lineLength) || lineLength === earlierLength) return line.startsWith(' ');
  if (isConsoleWidth(lineLength + 1)) return true;
  if (key.shape === 'test') return false;
  const last = value.slice(value.lastIndexOf(' ') + 1);
  const first = line.trim().split(' ', 1)[0] ?? '';
  // A single letter is no word, and half a code, time, address or account is none either.
  if (/^[b-hj-z]$/i.test(last)) return false;
  if (/^0x[\da-f]{1,7}$/i.test(last)) return !/^[\da-f]{1,7}[\]\s.,/)]?$/i.test(first);
  if (key.shape === 'time') return !/[^-]-$|[:.]$/.test(last);
  return !/[\\/@_]$/.test(last) && !(last.includes('@') && last.endsWith('.'));
}
