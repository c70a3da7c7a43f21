import type { DialogSays, Finding } from '../model.js';
import { isCurrentWindows } from './platform.js';
import type { FindingId } from '../finding-catalogue.js';
import type { Look } from './look.js';
import { found } from './rule.js';

const meanings: Readonly<Record<DialogSays, FindingId>> = {
  authentication: 'dialog-authentication',
  verification: 'dialog-verification',
  maximum: 'dialog-maximum',
  notResponding: 'dialog-not-responding',
  joined: 'down-level-joined',
};

/** The words of the status window of the down-level client, as people type them. */
export function judgeDialogs(look: Look): readonly Finding[] {
  const current = isCurrentWindows(look.reading);
  return look.reading.dialogs.map(({ says, line }) =>
    // On Windows 10 and later the limit stops a work account that is added by hand, never the join of the PC.
    found(says === 'maximum' && current ? 'device-limit-not-hybrid' : meanings[says], 'likely', [line]),
  );
}
