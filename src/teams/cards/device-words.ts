import { countingReason } from '../../administration/group-devices.js';
import type { Device, JudgedDevice } from '../../directory/model.js';
import type { TextKey } from '../../text/sentences.js';
import { lines, type Pen } from './pen.js';
import { ago } from './time-words.js';
import { dayMs } from '../../runtime/durations.js';

/** A device as `cards/parts/devices.json` takes it. A type and not an interface, so that it counts as plain data of a card. */
export type DeviceLines = {
  readonly name: string;
  readonly line: string;
  readonly notes: readonly { readonly text: string }[];
};

/** `lastUse`: say when it was last used, and whether that is long ago. `counting`: say whether it counts. */
export interface DeviceSaying {
  readonly lastUse: boolean;
  readonly counting: boolean;
}

/** A device in words: system and kind of join in one line, what is odd about it as notes. */
export function deviceLines(pen: Pen, judged: JudgedDevice, saying: DeviceSaying): DeviceLines {
  const { device } = judged;
  const parts = [systemWords(pen, device), pen.plain(`device.kind.${device.trustType ?? 'unknown'}`)];
  if (saying.lastUse) parts.push(lastUse(pen, device));
  return {
    name: deviceName(pen, device),
    line: parts.join(' · '),
    notes: lines(notesOn(judged, saying).map((key) => pen.plain('listItem', { item: pen.plain(key) }))),
  };
}

/**
 * A device in an administrator's words: system, kind of join and last use in one line, in another what is odd about it, and
 * `counting`, whether it counts and why.
 */
export function deviceBrief(pen: Pen, judged: JudgedDevice, { counting }: Pick<DeviceSaying, 'counting'>): DeviceLines {
  const { device, pending, stale, duplicate } = judged;
  const notes: readonly TextKey[] = [
    ...(pending ? (['brief.pending'] as const) : []),
    ...(device.accountEnabled === false ? (['brief.disabled'] as const) : []),
    ...(stale ? (['brief.stale'] as const) : []),
    ...(duplicate ? (['brief.duplicate'] as const) : []),
    ...(counting ? ([`brief.${countingReason(judged)}`] as const) : []),
  ];
  return {
    name: deviceName(pen, device),
    line: [
      systemWords(pen, device),
      pen.plain(`brief.kind.${device.trustType ?? 'unknown'}`),
      lastUse(pen, device),
    ].join(' · '),
    notes: lines(notes.length === 0 ? [] : [notes.map((key) => pen.plain(key)).join(' · ')]),
  };
}

function notesOn(
  { device, pending, stale, duplicate, counting }: JudgedDevice,
  saying: DeviceSaying,
): readonly TextKey[] {
  const notes: TextKey[] = [];
  if (pending) notes.push('device.pending');
  if (device.accountEnabled === false) notes.push('device.disabled');
  if (stale && saying.lastUse) notes.push('device.stale');
  if (duplicate) notes.push('device.duplicate');
  if (saying.counting)
    notes.push(countingNote[counting === 'doesNotCount' && device.foundBy === 'registered' ? 'notOwned' : counting]);
  return notes;
}

const countingNote = {
  counts: 'device.counts',
  mayCount: 'device.mayCount',
  doesNotCount: 'device.doesNotCount',
  notOwned: 'device.notOwned',
  unknown: 'device.countingUnknown',
} as const satisfies Record<string, TextKey>;

function deviceName(pen: Pen, { displayName = '' }: Device): string {
  return pen.given(displayName) || pen.plain('unknownName');
}

/** Graph's date is renewed only about every two weeks, so nothing finer than days is said. */
function lastUse(pen: Pen, { approximateLastSignInDateTime: at }: Device): string {
  const then = new Date(at ?? Number.NaN);
  // Year 1 is how some services write "never".
  if (Number.isNaN(then.getTime()) || then.getUTCFullYear() < 2000) return pen.plain('device.lastUsedNotKnown');
  const lately = pen.now.getTime() - then.getTime() < 2 * 7 * dayMs;
  return lately
    ? pen.plain('device.lastUsedLately')
    : pen.plain('device.lastUsed', { ago: ago(then, pen.now, pen.locale) });
}

function systemWords(pen: Pen, { operatingSystem, operatingSystemVersion }: Device): string {
  const windows =
    operatingSystem === undefined || /^windows/i.test(operatingSystem)
      ? windowsName(operatingSystemVersion)
      : undefined;
  if (windows) return pen.plain(windows);
  const given = [operatingSystem, operatingSystemVersion].filter((part) => part !== undefined && part !== '').join(' ');
  return given === '' ? pen.plain('device.os.notKnown') : pen.given(given);
}

/** Client and server share version numbers (learn.microsoft.com: Windows and Windows Server release information). */
function windowsName(version: string | undefined): TextKey | undefined {
  const [major, minor, build] = (version ?? '').split('.').map(Number);
  if (major === 6) return olderWindows[minor ?? -1];
  if (major !== 10 || build === undefined || Number.isNaN(build)) return undefined;
  if (build === 20348) return 'windows.server2022';
  if (build === 14393 || build === 17763) return 'windows.10orServer';
  if (build === 26100) return 'windows.11orServer';
  return build >= 22000 ? 'windows.11' : 'windows.10';
}

const olderWindows: readonly TextKey[] = ['windows.6.0', 'windows.6.1', 'windows.6.2', 'windows.6.3'];
