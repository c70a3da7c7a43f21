import type { FoundDevice } from '../../directory/model.js';
import { sayButton } from './buttons.js';
import { deviceBrief } from './device-words.js';
import { cut, oneLine } from './escape.js';
import { peopleWords, portalLink, quotaButton } from './look-up-words.js';
import { lines, type Drawing, type Pen } from './pen.js';
import type { CardData } from './templates.js';
import type { Drawers, ViewOf } from './drawers.js';

export const drawers = { deviceFound: drawDeviceFound, noDevice: drawNoDevice } satisfies Partial<Drawers>;


/** Every object with a name or an id, whole: whose it is, how it stands, and both of its ids by their own names. */
function drawDeviceFound(pen: Pen, { query, byId, devices, total, more }: ViewOf<'deviceFound'>): Drawing {
  const shown = devices.slice(0, pen.room.items);
  const rest = total - shown.length;
  const intro = pen.plain(more ? 'deviceFound.atLeast' : 'deviceFound.count', { count: total });
  const data = {
    kicker: '',
    heading: pen.say('deviceFound.heading', { query }),
    paragraphs: lines([
      ...(byId ? [] : [intro]),
      ...(rest > 0 ? [pen.plain('deviceFound.more', { count: rest })] : []),
    ]),
    entries: shown.map((found) => entryOf(pen, found)),
  };
  return { template: 'device-found', summary: byId ? pen.say('deviceFound.heading', { query }) : intro, data };
}

/** Nothing has exactly that name: those that begin so. */
function drawNoDevice(pen: Pen, { query, byId, similar }: ViewOf<'noDevice'>): Drawing {
  const names = similar.known ? similar.value.slice(0, pen.room.items) : [];
  const words = !similar.known
    ? pen.plain('noDevice.similarUnknown', { reason: pen.plain(`unknown.${similar.reason}`) })
    : pen.plain(byId ? 'noDevice.byId' : names.length > 0 ? 'noDevice.similar' : 'noDevice.none');
  const data = {
    kicker: '',
    heading: pen.say('noDevice.heading', { query }),
    paragraphs: lines([words]),
    // A longer name does not fit into what a button may say; no PC has one.
    options: names
      .filter((name) => name.length <= 64)
      .map((name) => sayButton(`device ${name}`, cut(oneLine(name), pen.room.characters))),
  };
  return { template: 'choose-person', summary: pen.plain('noDevice.short'), data };
}

function entryOf(pen: Pen, found: FoundDevice): CardData {
  const { device, pending, owners, users } = found;
  const { name, line } = deviceBrief(pen, found, { counting: false });
  const facts = [
    { title: pen.plain('deviceFound.owners'), value: peopleWords(pen, owners) },
    { title: pen.plain('deviceFound.users'), value: peopleWords(pen, users) },
    {
      title: pen.plain('deviceFound.state'),
      value: pen.plain(yesNo(device.accountEnabled, 'deviceFound.enabled', 'deviceFound.disabled')),
    },
    {
      title: pen.plain('deviceFound.pending'),
      value: pen.plain(yesNo(pending, 'deviceFound.isPending', 'deviceFound.no')),
    },
    {
      title: pen.plain('deviceFound.managed'),
      value: pen.plain(yesNo(device.isManaged, 'deviceFound.yes', 'deviceFound.no')),
    },
    { title: pen.plain('deviceFound.objectId'), value: pen.given(device.id) },
    {
      title: pen.plain('deviceFound.deviceId'),
      value: device.deviceId === undefined ? pen.plain('deviceFound.notKnown') : pen.given(device.deviceId),
    },
  ];
  const asked =
    device.foundBy === 'objectId'
      ? [pen.plain('deviceFound.byObjectId')]
      : device.foundBy === 'deviceId'
        ? [pen.plain('deviceFound.byDeviceId')]
        : [];
  return {
    name,
    line,
    notes: lines(asked),
    facts,
    links: portalLink(pen, device.displayName ?? pen.plain('unknownName'), pen.portal?.device(device.id)),
    options: owners.known ? owners.value.slice(0, 2).map((owner) => quotaButton(pen, owner)) : [],
  };
}

function yesNo<Yes, No>(flag: boolean | undefined, yes: Yes, no: No): Yes | No | 'deviceFound.notKnown' {
  return flag === undefined ? 'deviceFound.notKnown' : flag ? yes : no;
}
