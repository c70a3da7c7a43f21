import { lookUpEventCode } from '../codes/look-up-event-code.js';
import type { Finding, LoggedEvent } from '../model.js';
import { isSuccess } from './code-meaning.js';
import { noteEvent } from './note-event.js';
import { found } from './rule.js';
import { unknownCode } from './unknown-code.js';

/**
 * Entries of the down-level channels (docs/domain/downlevel.md section 4). The MSI client and the in-box one of Windows
 * 8.1 share numbers; that 201 is success and 400 and 404 a setting of Internet Explorer is known of the MSI client
 * only.
 */
export function judgeDownLevelEvent(event: LoggedEvent): readonly Finding[] {
  const { eventId, line, httpStatus } = event;
  const code = event.codes.find((one) => !isSuccess(one.code))?.code;
  const unknown = event.codes.flatMap((one) => (one.known ? [] : unknownCode(one.code, line)));
  if (event.log === 'workplaceJoinInBox' && (eventId === 201 || eventId === 400 || eventId === 404))
    return [noteEvent(event), ...unknown];
  const words = lookUpEventCode({
    eventId,
    ...(code !== undefined && { code }),
    ...(httpStatus !== undefined && { httpStatus }),
  });
  const id = words?.finding ?? (eventId === 102 || eventId === 103 ? 'down-level-discovery-failed' : undefined);
  if (id === undefined) return [noteEvent(event), ...unknown];
  const more = code === undefined ? {} : { code };
  switch (eventId) {
    case 200:
      // The number as somebody tells it may be a slip; the entry's own words are none.
      return [found(id, isLimit(event.message) ? 'certain' : 'likely', [line], more)];
    case 400:
    case 404:
      // Reported with this setting; the entry's own words are not known.
      return [found(id, 'possible', [line], more), ...unknown];
    default:
      return [found(id, words?.finding === undefined ? 'possible' : 'likely', [line], more), ...unknown];
  }
}

/** 125 of the registration service of AD FS: the person may not register, because they have reached its own limit. */
export function judgeFederationEvent(event: LoggedEvent): readonly Finding[] {
  return event.eventId === 125 && isLimit(event.message)
    ? [found('device-limit-reached', 'likely', [event.line])]
    : [noteEvent(event)];
}

/** The words that the logs use for the limit, whichever log it is. */
export function isLimit(message: string): boolean {
  return /devicecapreached|maximum number of devices/i.test(message);
}
