import type { Field, SectionName } from '../model.js';

/**
 * Who ran `dsregcmd /status`. As `system` and `elevated`, and where nobody is signed in (`noSession`: WinRM, a scheduled task),
 * the values of User State and SSO State are not those of the person at the PC, and say nothing about them.
 */
export type UserContext = 'unElevated' | 'elevated' | 'system' | 'noSession' | 'unknown';

/** Whether User State may be that of the person at the PC: it is not said that it is somebody else's, or nobody's. */
export function maybeOwn(context: UserContext): boolean {
  return context === 'unElevated' || context === 'unknown';
}

/** RPC server unavailable: the user's part of Windows did not answer, because there is no session. */
const noSessionCode = /d0020017/i;

/** Judges by the fields of one status; two outputs in one text that contradict each other make it `unknown`. */
export function judgeUserContext(fields: (key: string, section?: SectionName) => readonly Field[]): UserContext {
  const contexts = new Set([...fields('User Context').map(ofUserContext), ...fields('KeySignTest').map(ofKeySignTest)]);
  contexts.delete('unknown');
  if (contexts.has('unElevated') && contexts.size > 1) return 'unknown';
  if ([...fields('NgcPreReq'), ...fields('WamDefaultSet')].some(({ value }) => noSessionCode.test(value)))
    return 'noSession';
  if (
    fields('Executing Account Name', 'diagnosticData').some(({ value }) => /^(?:nt authority\\)?system\b/i.test(value))
  )
    return 'system';
  if (fields('WamDefaultSet').some(({ value }) => /^error/i.test(value))) {
    // The default account cannot be read from an elevated prompt; un-elevated it means that there is no session.
    return contexts.has('unElevated') ? 'noSession' : contexts.has('system') ? 'system' : 'elevated';
  }
  const [context] = contexts;
  return context ?? 'unknown';
}

function ofUserContext({ value }: Field): UserContext {
  if (/^un-?\s?elevated/i.test(value)) return 'unElevated';
  if (/^elevated/i.test(value)) return 'elevated';
  return /^system/i.test(value) ? 'system' : 'unknown';
}

/** The test runs in an elevated prompt only, and says so elsewhere. Older builds print a second colon before the value. */
function ofKeySignTest({ value }: Field): UserContext {
  const word = value.replace(/^[:\s]+/, '');
  if (/^must run elevated/i.test(word)) return 'unElevated';
  return /^(?:passed|failed)/i.test(word) ? 'elevated' : 'unknown';
}
