import { byRelevance } from '../../administration/sort-devices.js';
import type { JudgedDevice, Known } from '../../directory/model.js';
import { formLengths } from '../../limits.js';
import { lookUpButton, sayButton, type Button } from './buttons.js';
import { deviceLines, type DeviceLines, type DeviceSaying } from './device-words.js';
import { lines, type Drawing, type CardWriter } from './card-writer.js';
import type { Drawers, ViewOf } from './drawers.js';

export const drawers = { myDevices: drawMyDevices } satisfies Partial<Drawers>;


/** More than a phone's few screens would not be read. */
const mostDevices = 15;

/** Somebody's own devices, those that need a look first. */
function drawMyDevices(writer: CardWriter, { devices, complete }: ViewOf<'myDevices'>): Drawing {
  const heading = writer.plain('devices.mine');
  const { shown, more } = deviceList(writer, devices, { lastUse: true, counting: true });
  const paragraphs = devices.known
    ? [countMine(writer, devices.value.length, complete), ...more]
    : [writer.plain('devices.unknownMine')];
  const data = {
    kicker: '',
    heading,
    paragraphs: lines(paragraphs),
    devices: shown,
    ...askForName(writer, shown.length > 0),
    options: [
      lookUp(writer),
      sayButton('my quota', writer.plain('label.myQuota')),
      sayButton('troubleshoot', writer.plain('label.troubleshoot')),
    ],
  };
  return { template: 'my-devices', summary: heading, data };
}

/** The most telling devices, and a line for those that are not shown. */
function deviceList(
  writer: CardWriter,
  devices: Known<readonly JudgedDevice[]>,
  saying: DeviceSaying,
): { readonly shown: readonly DeviceLines[]; readonly more: readonly string[] } {
  const all = devices.known ? byRelevance(devices.value) : [];
  const shown = all.slice(0, Math.min(mostDevices, writer.room.items));
  const rest = all.length - shown.length;
  return {
    shown: shown.map((device) => deviceLines(writer, device, saying)),
    more: rest > 0 ? [writer.plain('devices.more', { shown: shown.length, count: rest })] : [],
  };
}

function countMine(writer: CardWriter, count: number, complete: boolean): string {
  if (!complete) return writer.plain('devices.atLeast', { count });
  return count === 0 ? writer.plain('devices.noneMine') : writer.plain('devices.countMine', { count });
}

/** How many devices are linked to somebody else's account. */
export function countOf(writer: CardWriter, count: number, complete: boolean): string {
  if (!complete) return writer.plain('devices.atLeast', { count });
  return count === 0 ? writer.plain('devices.noneOf') : writer.plain('devices.count', { count });
}

/** `listed`: devices are shown above, so it asks for one that is missing. */
function askForName(
  writer: CardWriter,
  listed: boolean,
): { readonly pcName: { label: string; hint: string; maxLength: number } } {
  return {
    pcName: {
      label: writer.plain(listed ? 'devices.notListed' : 'form.pcName'),
      hint: writer.plain('form.pcNameHint'),
      maxLength: formLengths.pcName,
    },
  };
}

function lookUp(writer: CardWriter): Button {
  return lookUpButton(writer.plain('label.lookUp'));
}
