import { countingReason } from '../../administration/group-devices.js';
import type { Device, JudgedDevice } from '../../directory/model.js';
import type { TextKey } from '../../text/sentences.js';
import { lines, type CardWriter } from './card-writer.js';
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
export function deviceLines(writer: CardWriter, judged: JudgedDevice, saying: DeviceSaying): DeviceLines {
  const { device } = judged;
  const parts = [systemWords(writer, device), writer.plain(`device.kind.${device.trustType ?? 'unknown'}`)];
  if (saying.lastUse) parts.push(lastUse(writer, device));
  return {
    name: deviceName(writer, device),
    line: parts.join(' · '),
    notes: lines(notesOn(judged, saying).map((key) => writer.plain('listItem', { item: writer.plain(key) }))),
  };
}

/**
 * A device in an administrator's words: system, kind of join and last use in one line, in another what is odd about it, and
 * `counting`, whether it counts and why.
 */
export function deviceBrief(writer: CardWriter, judged: JudgedDevice, { counting }: Pick<DeviceSaying, 'counting'>): DeviceLines {
  const { device, pending, stale, duplicate } = judged;
  const notes: readonly TextKey[] = [
    ...(pending ? (['brief.pending'] as const) : []),
    ...(device.accountEnabled === false ? (['brief.disabled'] as const) : []),
    ...(stale ? (['brief.stale'] as const) : []),
    ...(duplicate ? (['brief.duplicate'] as const) : []),
    ...(counting ? ([`brief.${countingReason(judged)}`] as const) : []),
  ];
  return {
    name: deviceName(writer, device),
    line: [
      systemWords(writer, device),
      writer.plain(`brief.kind.${device.trustType ?? 'unknown'}`),
      lastUse(writer, device),
    ].join(' · '),
    notes: lines(notes.length === 0 ? [] : [notes.map((key) => writer.plain(key)).join(' · ')]),
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

function deviceName(writer: CardWriter, { displayName = '' }: Device): string {
  return writer.given(displayName) || writer.plain('unknownName');
}

/** Graph's date is renewed only about every two weeks, so nothing finer than days is said. */
function lastUse(writer: CardWriter, { approximateLastSignInDateTime: at }: Device): string {
  const then = new Date(at ?? Number.NaN);
  // Year 1 is how some services write "never".
  if (Number.isNaN(then.getTime()) || then.getUTCFullYear() < 2000) return writer.plain('device.lastUsedNotKnown');
  const lately = writer.now.getTime() - then.getTime() < 2 * 7 * dayMs;
  return lately
    ? writer.plain('device.lastUsedLately')
    : writer.plain('device.lastUsed', { ago: ago(then, writer.now, writer.locale) });
}

function systemWords(writer: CardWriter, { operatingSystem, operatingSystemVersion }: Device): string {
  const windows =
    operatingSystem === undefined || /^windows/i.test(operatingSystem)
      ? windowsName(operatingSystemVersion)
      : undefined;
  if (windows) return writer.plain(windows);
  const given = [operatingSystem, operatingSystemVersion].filter((part) => part !== undefined && part !== '').join(' ');
  return given === '' ? writer.plain('device.os.notKnown') : writer.given(given);
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
