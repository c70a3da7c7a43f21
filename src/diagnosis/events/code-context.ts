import type { CodeContext, EventLog } from '../model.js';

/**
 * Where a code of an entry stood: by the phase that its text names, else by the log and the number
 * (docs/domain/current.md section 5).
 */
export function contextOfEntry(log: EventLog | undefined, eventId: number, message: string): CodeContext | undefined {
  const named = /error\s?phase\s?[:=]\s?(discover|auth|join)/i.exec(message)?.[1]?.toLowerCase();
  if (named === 'discover' || named === 'auth' || named === 'join') return named;
  if (/authentication phase/i.test(message)) return 'auth';
  switch (log) {
    case 'userDeviceRegistration':
      return ofRegistration(eventId);
    case 'workplaceJoinClient':
    case 'workplaceJoinInBox':
      return eventId >= 100 && eventId <= 104 ? 'discover' : eventId === 200 ? 'join' : undefined;
    case 'aad':
      return 'prt';
    case 'adfsRegistration':
      return 'join';
    case undefined:
      return /discovery/i.test(message)
        ? 'discover'
        : eventId === 305
          ? 'auth'
          : eventId === 304 || /join phase/i.test(message)
            ? 'join'
            : undefined;
  }
}

function ofRegistration(eventId: number): CodeContext | undefined {
  if (eventId === 305) return 'auth';
  if ([100, 101, 200, 201, 220, 307].includes(eventId)) return 'discover';
  if ((eventId >= 102 && eventId <= 106) || (eventId >= 202 && eventId <= 206) || eventId === 304) return 'join';
  // Keys of Windows Hello: 300 to 303 their registration, 358 to 362 what they need first.
  if ((eventId >= 300 && eventId <= 303) || (eventId >= 358 && eventId <= 362)) return 'hello';
  return undefined;
}
