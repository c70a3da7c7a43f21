import type { FindingId } from '../finding-catalogue.js';
import type { Finding, LoggedEvent, Phase, Sureness } from '../model.js';
import { isSuccess, meaningOf, type Meaning } from './code-meaning.js';
import { noteEvent } from './note-event.js';
import { contextOf, phaseNamed } from './phase-words.js';
import { found } from './rule.js';
import { saidInWords } from './server-message.js';
import { unknownCode } from './unknown-code.js';
import { weaker } from './weaker.js';

/**
 * Failures of the log User Device Registration: the phase, and what an entry without a telling code means.
 * docs/domain/current.md section 5.
 */
const failures: Readonly<Record<number, { readonly phase: Phase | undefined; readonly otherwise: FindingId }>> = {
  200: { phase: 'discover', otherwise: 'discovery-failed' },
  201: { phase: 'discover', otherwise: 'discovery-failed' },
  202: { phase: 'join', otherwise: 'join-failed-unknown' },
  203: { phase: 'join', otherwise: 'join-connection' },
  204: { phase: 'join', otherwise: 'join-failed-unknown' },
  205: { phase: 'join', otherwise: 'join-failed-unknown' },
  206: { phase: 'join', otherwise: 'join-failed-unknown' },
  304: { phase: undefined, otherwise: 'join-failed-unknown' },
  305: { phase: 'auth', otherwise: 'token-failed' },
};

/** Numbers that only this log uses, of all that a text about joining may mention. */
export const onlyInRegistrationLog: ReadonlySet<number> = new Set([220, 304, 305, 307, 360, 362]);

/** `sure`: as sure as one can be at best; less where the text does not name the log. */
export function judgeRegistrationEvent(event: LoggedEvent, sure: Sureness = 'likely'): readonly Finding[] {
  if (event.eventId === 220) return judgeObjectNotAccessible(event, sure);
  if (event.eventId === 360 || event.eventId === 362) return [found('hello-will-not-provision', sure, [event.line])];
  const failure = failures[event.eventId];
  if (failure === undefined) return [noteEvent(event)];
  const codes = event.codes.filter(({ code }) => !isSuccess(code));
  const phase = phaseOfEvent(event);
  const unknown = codes.flatMap(({ code, known }) => (known ? [] : unknownCode(code, event.line)));
  const meaning = meaningOfEvent(event, phase);
  if (meaning) return [found(meaning.id, weaker(meaning.sure, sure), [event.line], { code: meaning.code }), ...unknown];
  // The number alone says that something failed; which of the phases, only for some.
  const bare = codes.length === 0 || failure.otherwise === 'join-failed-unknown';
  return [
    found(failure.otherwise, bare ? 'possible' : sure, [event.line], { code: codes[0]?.code, ...(phase && { phase }) }),
    ...unknown,
  ];
}

/** The phase in which an entry of this log says that joining failed; undefined where it tells of no failure, or not of its phase. */
export function phaseOfEvent({ eventId, message }: LoggedEvent): Phase | undefined {
  const failure = failures[eventId];
  return failure && (failure.phase ?? phaseIn(message));
}

/** The debug output of newer entries: `errorPhase: discover`. The sentence before it says "join phase" whatever the phase was. */
function phaseIn(message: string): Phase | undefined {
  const [, word] = /\berror\s?phase\s?[:=]\s?([a-z-]+)/i.exec(message) ?? [];
  return word === undefined ? undefined : phaseNamed(word);
}

function meaningOfEvent(
  { message, codes }: LoggedEvent,
  phase: Phase | undefined,
): (Meaning & { readonly code: string }) | undefined {
  const said = saidInWords(message, phase);
  if (said !== undefined) {
    const same = codes.find(({ code }) => !isSuccess(code) && meaningOf(code, contextOf(phase))?.id === said.id);
    return { ...said, sure: 'likely', ...(same && { code: same.code }) };
  }
  let weak: (Meaning & { readonly code: string }) | undefined;
  for (const { code, context } of codes) {
    const meaning = meaningOf(code, contextOf(phase) ?? context);
    if (meaning === undefined) continue;
    const here = {
      ...meaning,
      id: meaning.id === 'device-limit-reached' ? ('device-limit-not-hybrid' as const) : meaning.id,
      code,
    };
    if (meaning.sure !== 'possible') return here;
    weak ??= here;
  }
  return weak;
}

/** The computer object could not be opened in Active Directory; 1312 and 1317 tell that it has not reached every controller. */
function judgeObjectNotAccessible(event: LoggedEvent, sure: Sureness): readonly Finding[] {
  const code = event.codes.find(({ code: one }) => one === '1312' || one === '1317')?.code;
  return [found('ad-replication', code === undefined ? 'possible' : sure, [event.line], { code })];
}
