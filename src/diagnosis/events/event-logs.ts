import type { EventLog } from '../model.js';

/**
 * How each log is called: by its channel, its provider, the provider's GUID, or the way to it in Event Viewer. Spellings vary in the wild
 * (docs/domain/downlevel.md section 4): blanks, hyphens and case are evened out before these are looked for.
 */
const names: readonly (readonly [EventLog, RegExp])[] = [
  ['userDeviceRegistration', /user device registration|userdeviceregistration|23b8d46b 67dd 40a3 b636 d43e50552c6d/],
  [
    'workplaceJoinInBox',
    /microsoft windows workplace ?join|windows ?[>\\/›»→] ?workplace ?join|76ab12d5 c986 4e60 9d7c 2a092b284cdd/,
  ],
  ['workplaceJoinClient', /microsoft workplace ?join/],
  [
    'aad',
    /microsoft windows aad\b|\baad ?[/\\>›»→] ?(?:operational|analytic)|\baad (?:operational|analytic|logs?|event|ereignis|protokoll)/,
  ],
  ['adfsRegistration', /device registration service|\bdrs ?[/\\>›»→] ?admin/],
];

/** The logs that a text names. */
export function logsNamed(text: string): readonly EventLog[] {
  const evened = text.toLowerCase().replace(/[\s_-]+/g, ' ');
  return names.flatMap(([log, pattern]) => (pattern.test(evened) ? [log] : []));
}

/** The one log that a text names; undefined when it names none, or several. */
export function logNamed(text: string): EventLog | undefined {
  const logs = logsNamed(text);
  return logs.length === 1 ? logs[0] : undefined;
}

/** The value of "Source" or of the column: Event Viewer leaves out `Microsoft-Windows-`, and so `Workplace Join` is the in-box one. */
export function logOfSource(source: string): EventLog | undefined {
  const named = logNamed(source);
  if (named !== undefined) return named;
  const evened = source
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
  if (evened === 'workplace join') return 'workplaceJoinInBox';
  return evened === 'aad' ? 'aad' : undefined;
}

/** Numbers that mean the same in the two Workplace Join logs, so that the words "Workplace Join" are enough to read them. */
const sharedNumbers: ReadonlySet<number> = new Set([100, 101, 102, 103, 104, 200]);

/** The log of an entry that somebody tells of: by its name, or by the words "Workplace Join" where that is enough for the number. */
export function logOfWords(words: string, eventId: number): EventLog | undefined {
  const named = logsNamed(words);
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  return sharedNumbers.has(eventId) && /workplace[ -]?join/i.test(words) ? 'workplaceJoinInBox' : undefined;
}

/** Sentences that only one provider prints: they name the log as well as its name does. */
const sentences: readonly (readonly [EventLog, RegExp])[] = [
  [
    'userDeviceRegistration',
    /automatic registration (?:failed|succeeded)|automatic device join pre-check|discovery (?:request send operation|operation callback)|join (?:request was successfully sent|response operation)|send join request operation|registration status has been successfully/i,
  ],
  ['workplaceJoinInBox', /workplace join discovery (?:failed|succeeded|will query)/i],
];

export function logOfMessage(message: string): EventLog | undefined {
  return sentences.find(([, pattern]) => pattern.test(message))?.[0];
}
