import type { Reading } from '../model.js';

/** dsregcmd and the logs User Device Registration and AAD exist from Windows 10 and Server 2016 on. */
export function isCurrentWindows({ status, debugLines, events }: Reading): boolean {
  return (
    status !== undefined ||
    debugLines.length > 0 ||
    events.some(({ log }) => log === 'userDeviceRegistration' || log === 'aad')
  );
}

/**
 * The MSI client exists for older Windows only, and so does its status window. The in-box Workplace Join log and a message
 * about too many devices are met on Windows 10 and 11 as well.
 */
export function downLevelLine({ events, dialogs }: Reading): string | undefined {
  return (
    events.find(({ log }) => log === 'workplaceJoinClient')?.line ??
    dialogs.find(({ says }) => says !== 'maximum')?.line
  );
}
