import { logNamed, logOfMessage, logOfWords, logsNamed } from './event-logs.js';
import type { EventLog } from '../model.js';
import type { LogEntry } from './log-entry.js';

/** Numbers that the logs use of which this program knows anything; another number after "event" is a year, a price, a room. */
const numbers: Readonly<Record<EventLog, (id: number) => boolean>> = {
  userDeviceRegistration: (id) => (id >= 100 && id <= 112) || (id >= 200 && id <= 240) || (id >= 300 && id <= 399),
  workplaceJoinClient: (id) => (id >= 100 && id <= 104) || id === 200 || id === 201 || id === 400 || id === 404,
  workplaceJoinInBox: (id) => (id >= 100 && id <= 110) || (id >= 200 && id <= 210),
  aad: (id) => id >= 1000 && id < 1200,
  adfsRegistration: (id) => id >= 100 && id < 130,
};

const isPlausible = (id: number) => Object.values(numbers).some((used) => used(id));

const eventWord = /^(?:events?|eventids?|ereignis(?:se|ses|id|kennung)?|logeintrag|eventlog)$/;
const fillers =
  /^(?:ids?|number|numbers|no|nr|code|codes|kennung|nummer|is|ist|was|war|the|die|der|das|log|entry|entries|und|and|or|oder)$/;
const units =
  /^(?:people|guests|participants|persons?|personen|leute|gäste|teilnehmer|euros?|dollars?|pm|am|uhr|days?|tage|hours?|minutes?|times?|mal|km|kb|mb)$/;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Entries that a sentence tells of: `event 304`, `events 304 and 305`, `Ereignis 102`, `id 201 in Microsoft-Workplace Join`. */
export function toldEntries(lines: readonly { readonly line: string; readonly start: number }[]): readonly LogEntry[] {
  const only = logNamed(lines.map(({ line }) => line).join('\n'));
  return lines.flatMap(({ line: whole, start }) => {
    const line = whole.slice(0, 2000).trim();
    return idsIn(line).map((eventId) => {
      const log =
        logOfWords(line, eventId) ?? (logsNamed(line).length === 0 ? (only ?? logOfMessage(line)) : undefined);
      return { eventId, log, title: '', message: line, start, end: start };
    });
  });
}

function idsIn(line: string): readonly number[] {
  if (!/event|ereignis|registration|workplace|logeintrag|\baad\b/i.test(line)) return [];
  const words = [...line.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    text: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const ids = new Set<number>();
  words.forEach((word, index) => {
    if (eventWord.test(word.text)) for (const id of numbersAfter(line, words, index)) ids.add(id);
    const joined = /^event(\d{3,4})$/.exec(word.text)?.[1];
    if (joined !== undefined && isPlausible(Number(joined))) ids.add(Number(joined));
    const next = words[index + 1];
    // "A 304 event".
    if (next && /^events?$/.test(next.text) && line.charAt(word.end) !== ',' && isId(line, words, index))
      ids.add(Number(word.text));
  });
  const named = logsNamed(line);
  const used = named[0] === undefined ? undefined : numbers[named[0]];
  if (ids.size === 0 && used && named.length === 1 && words.length <= 25) {
    words.forEach((word, index) => {
      if (
        isId(line, words, index) &&
        used(Number(word.text)) &&
        !/^(?:http|https|status|kb|version)$/.test(words[index - 1]?.text ?? '')
      )
        ids.add(Number(word.text));
    });
  }
  return [...ids];
}

function numbersAfter(line: string, words: readonly Word[], from: number): readonly number[] {
  const found: number[] = [];
  for (let at = from + 1; at < words.length && at <= from + 24; at += 1) {
    if (isId(line, words, at)) found.push(Number(words[at]?.text));
    else if (!fillers.test(words[at]?.text ?? '') || (found.length === 0 && at > from + 4)) break;
  }
  return found;
}

/** Three or four digits that stand alone: no date, time, version, price or piece of a longer number. */
function isId(line: string, words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (!word || !/^\d{3,4}$/.test(word.text) || !isPlausible(Number(word.text))) return false;
  const before = line.slice(Math.max(0, word.start - 2), word.start);
  const after = line.slice(word.end, word.end + 2);
  return (
    !/\d[.:,/-]$|[+€$-]$/.test(before) && !/^[.:,/-]\d|^[%€$]/.test(after) && !units.test(words[index + 1]?.text ?? '')
  );
}
