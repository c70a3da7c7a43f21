import { byRelevance } from '../../administration/sort-devices.js';
import type { JudgedDevice, Known } from '../../directory/model.js';
import { formLengths } from '../../limits.js';
import { lookUpButton, sayButton, type Button } from './buttons.js';
import { deviceLines, type DeviceLines, type DeviceSaying } from './device-words.js';
import { lines, type Drawing, type Pen } from './pen.js';
import type { Drawers, ViewOf } from './drawers.js';

export const drawers = { myDevices: drawMyDevices } satisfies Partial<Drawers>;


/** More than a phone's few screens would not be read. */
const mostDevices = 15;

/** Somebody's own devices, those that need a look first. */
function drawMyDevices(pen: Pen, { devices, complete }: ViewOf<'myDevices'>): Drawing {
  const heading = pen.plain('devices.mine');
  const { shown, more } = deviceList(pen, devices, { lastUse: true, counting: true });
  const paragraphs = devices.known
    ? [countMine(pen, devices.value.length, complete), ...more]
    : [pen.plain('devices.unknownMine')];
  const data = {
    kicker: '',
    heading,
    paragraphs: lines(paragraphs),
    devices: shown,
    ...askForName(pen, shown.length > 0),
    options: [
      lookUp(pen),
      sayButton('my quota', pen.plain('label.myQuota')),
      sayButton('troubleshoot', pen.plain('label.troubleshoot')),
    ],
  };
  return { template: 'my-devices', summary: heading, data };
}

/** The most telling devices, and a line for those that are not shown. */
function deviceList(
  pen: Pen,
  devices: Known<readonly JudgedDevice[]>,
  saying: DeviceSaying,
): { readonly shown: readonly DeviceLines[]; readonly more: readonly string[] } {
  const all = devices.known ? byRelevance(devices.value) : [];
  const shown = all.slice(0, Math.min(mostDevices, pen.room.items));
  const rest = all.length - shown.length;
  return {
    shown: shown.map((device) => deviceLines(pen, device, saying)),
    more: rest > 0 ? [pen.plain('devices.more', { shown: shown.length, count: rest })] : [],
  };
}

function countMine(pen: Pen, count: number, complete: boolean): string {
  if (!complete) return pen.plain('devices.atLeast', { count });
  return count === 0 ? pen.plain('devices.noneMine') : pen.plain('devices.countMine', { count });
}

/** How many devices are linked to somebody else's account. */
export function countOf(pen: Pen, count: number, complete: boolean): string {
  if (!complete) return pen.plain('devices.atLeast', { count });
  return count === 0 ? pen.plain('devices.noneOf') : pen.plain('devices.count', { count });
}

/** `listed`: devices are shown above, so it asks for one that is missing. */
function askForName(
  pen: Pen,
  listed: boolean,
): { readonly pcName: { label: string; hint: string; maxLength: number } } {
  return {
    pcName: {
      label: pen.plain(listed ? 'devices.notListed' : 'form.pcName'),
      hint: pen.plain('form.pcNameHint'),
      maxLength: formLengths.pcName,
    },
  };
}

function lookUp(pen: Pen): Button {
  return lookUpButton(pen.plain('label.lookUp'));
}
