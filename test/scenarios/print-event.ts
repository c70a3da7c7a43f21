import { attemptToJoin } from './attempt-to-join.js';
import { attemptDownLevel, type LogEntry } from './attempt-down-level.js';
import { signInToken } from './sign-in-token.js';
import { isDownLevel, type State } from './state.js';

/** Spellings of the logs as they are seen (docs/domain/downlevel.md section 4, docs/domain/current.md section 5). */
const logs = {
  client: { log: 'Microsoft-Workplace Join/Admin', source: 'Microsoft-Workplace Join' },
  inBox: { log: 'Microsoft-Windows-Workplace Join/Admin', source: 'Microsoft-Windows-Workplace Join' },
  adfs: { log: 'Device Registration Service/DRS/Admin', source: 'Device Registration Service' },
  current: {
    log: 'Microsoft-Windows-User Device Registration/Admin',
    source: 'Microsoft-Windows-User Device Registration',
  },
  aad: { log: 'Microsoft-Windows-AAD/Operational', source: 'Microsoft-Windows-AAD' },
} as const;

/** The entry that tells most, as the event viewer copies it; undefined when nothing was logged. */
export function printEvent(state: State): string | undefined {
  const entry = isDownLevel(state.pc) ? attemptDownLevel(state).entry : currentEntry(state);
  return entry && printed(entry, state.pc.name);
}

function printed({ log, eventId, level, message }: LogEntry, computer: string): string {
  return [
    `Log Name:      ${logs[log].log}`,
    `Source:        ${logs[log].source}`,
    `Event ID:      ${eventId}`,
    `Level:         ${level}`,
    `Computer:      ${computer}.corp.contoso.com`,
    'Description:',
    message,
  ].join('\n');
}

/**
 * Event 201: discovery failed; 204: the join was answered with an error; 220: AD; 304 and 305: the task gave up
 * (docs/domain/current.md section 5).
 */
function currentEntry(state: State): LogEntry | undefined {
  const { failure } = attemptToJoin(state);
  const error = (eventId: number, message: string, log: LogEntry['log'] = 'current'): LogEntry => ({
    log,
    eventId,
    level: 'Error',
    message,
  });
  if (state.pc.joined !== 'no') {
    const token = signInToken(state).failure;
    return (
      token && error(1081, `OAuth response error: ${token.serverError}\nError description: ${token.description}`, 'aad')
    );
  }
  if (!failure) return undefined;
  if (!state.pc.replicated) {
    return error(
      220,
      'The computer object could not be accessed in Active Directory. Error: 1317. The specified account does not exist.',
    );
  }
  const { phase, code, subCode, serverError, serverMessage, https } = failure;
  if (phase === 'discover' && subCode !== undefined)
    return error(201, `The discovery operation callback failed with exit code: ${subCode}.`);
  if (phase === 'auth')
    return error(
      305,
      `Automatic registration failed at authentication phase. Unable to acquire access token. Exit code: Unknown HResult Error code: ${code}. Server error: ${serverError ?? ''}`,
    );
  if (phase === 'join' && serverMessage !== undefined) {
    return error(
      204,
      `The get join response operation callback failed with exit code: ${code}. The server returned HTTP status: ${https ?? 400}. ` +
        `Server response was: {"code":"${serverError ?? ''}","subcode":"error_missing_device","message":"${serverMessage}"}`,
    );
  }
  return error(
    304,
    `Automatic registration failed at ${phase} phase. Exit code: Unknown HResult Error code: ${code}. Server error: ${serverError ?? 'empty'}.`,
  );
}
