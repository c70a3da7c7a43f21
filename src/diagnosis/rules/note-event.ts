import type { Finding, LoggedEvent } from '../model.js';
import { found } from './rule.js';

/** An entry that tells of no fault by itself, or of one that is not known. */
export function noteEvent(event: LoggedEvent): Finding {
  return found('event-noted', 'certain', [event.line], { code: event.codes[0]?.code });
}
