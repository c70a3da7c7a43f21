import type { Field, Finding } from '../model.js';
import { codesIn, meaningOf } from './code-meaning.js';
import type { Look } from './look.js';
import { timeIn, timesIn } from './parse-time.js';
import { found } from './rule.js';
import { unknownCode } from './unknown-code.js';
import { dayMs } from '../../runtime/durations.js';

/** A device certificate lasts about ten years and renews itself; a month is what people need to act on one that does not. */
export const certificateWarning = 30 * dayMs;

/** What a joined PC says about its own device: does the service know it, can it use its keys. */
export function judgeDevice(look: Look): readonly Finding[] {
  if (look.flag('AzureAdJoined') === 'no') return [];
  const status = look.field('DeviceAuthStatus');
  return [...(status ? judgeDeviceCheck(status) : []), ...judgeKeys(look), ...judgeCertificate(look)];
}

/** From 21H1 on. `FAILED. ERROR` of the documentation is `FAILED. Error: 0x…` in outputs. */
function judgeDeviceCheck(status: Field): readonly Finding[] {
  if (!/^failed/i.test(status.value)) return [];
  if (/disabled or deleted/i.test(status.value)) return [found('device-disabled-or-removed', 'certain', [status])];
  const codes = codesIn(status.value);
  for (const code of codes) {
    const meaning = meaningOf(code, 'prt');
    // What keeps a sign-in from its service keeps the check from it just the same.
    const id = meaning?.id === 'sign-in-network' ? 'device-check-unreachable' : meaning?.id;
    if (meaning && id) return [found(id, meaning.sure, [status], { code })];
  }
  return [
    found('device-check-failed', 'likely', [status], { code: codes[0] }),
    ...codes.flatMap((code) => unknownCode(code, status.line)),
  ];
}

/** `MUST Run elevated to test` is no result. */
function judgeKeys(look: Look): readonly Finding[] {
  const signs = look.field('KeySignTest');
  const recovers = look.field('AadRecoveryEnabled');
  return [
    ...(signs && /^[:\s]*failed/i.test(signs.value) ? [found('keys-unusable', 'certain', [signs])] : []),
    ...(look.flag('AadRecoveryEnabled') === 'yes' ? [found('recovery-pending', 'certain', [recovers])] : []),
  ];
}

/** Judged by the PC's own time where the text has it; a device that the service just accepted has no expired certificate. */
function judgeCertificate(look: Look): readonly Finding[] {
  const validity = look.field('DeviceCertificateValidity');
  const ends = timesIn(validity?.value ?? '')[1];
  if (ends === undefined) return [];
  const clock = timeIn(look.field('Client Time')?.value ?? '');
  const left = ends - (clock ?? look.now.getTime());
  const accepted = /^success/i.test(look.field('DeviceAuthStatus')?.value ?? '') || look.flag('AzureAdPrt') === 'yes';
  if (left < 0 && accepted) return [found('certificate-expired', 'possible', [validity], { role: 'note' })];
  if (left < 0) return [found('certificate-expired', clock === undefined ? 'likely' : 'certain', [validity])];
  return left < certificateWarning ? [found('certificate-expires-soon', 'certain', [validity])] : [];
}
