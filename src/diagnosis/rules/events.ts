import type { Finding, LoggedEvent } from '../model.js';
import { judgeAadEvent, onlyInAadLog } from './aad-events.js';
import { meaningOf } from './code-meaning.js';
import { isLimit, judgeDownLevelEvent, judgeFederationEvent } from './down-level-events.js';
import type { Look } from './look.js';
import { noteEvent } from './note-event.js';
import { judgeRegistrationEvent, onlyInRegistrationLog } from './registration-events.js';
import { found } from './rule.js';
import { unknownCode } from './unknown-code.js';

/** Entries of the event logs. The log decides: 201 is success in one and failed discovery in another. */
export function judgeEvents(look: Look): readonly Finding[] {
  return look.reading.events.flatMap(judgeEvent);
}

function judgeEvent(event: LoggedEvent): readonly Finding[] {
  switch (event.log) {
    case 'userDeviceRegistration':
      return judgeRegistrationEvent(event);
    case 'aad':
      return judgeAadEvent(event);
    case 'workplaceJoinClient':
    case 'workplaceJoinInBox':
      return judgeDownLevelEvent(event);
    case 'adfsRegistration':
      return judgeFederationEvent(event);
    case undefined:
      return judgeWithoutLog(event);
  }
}

/** Without its log a number counts only where a single log uses it; else only what the entry's words and codes say. */
function judgeWithoutLog(event: LoggedEvent): readonly Finding[] {
  if (onlyInRegistrationLog.has(event.eventId)) return judgeRegistrationEvent(event, 'possible');
  if (onlyInAadLog.has(event.eventId)) return judgeAadEvent(event, 'possible');
  if (isLimit(event.message)) return [found('device-limit-reached', 'likely', [event.line])];
  const byCode = event.codes.flatMap(({ code, context, known }) => {
    const meaning = meaningOf(code, context);
    if (meaning) return [found(meaning.id, 'possible', [event.line], { code })];
    return known ? [] : unknownCode(code, event.line);
  });
  return [noteEvent(event), ...byCode];
}

/** Whether an entry's number cannot be read without its log: then the log's name is what to ask for. */
export function needsLogName(event: LoggedEvent): boolean {
  return event.log === undefined && !onlyInRegistrationLog.has(event.eventId) && !onlyInAadLog.has(event.eventId);
}
