import type { FoundDevice } from '../../directory/model.js';
import { sayButton } from './buttons.js';
import { deviceBrief } from './device-words.js';
import { cut, oneLine } from './escape.js';
import { peopleWords, portalLink, quotaButton } from './look-up-words.js';
import { lines, type Drawing, type CardWriter } from './card-writer.js';
import type { CardData } from './templates.js';
import type { Drawers, ViewOf } from './drawers.js';

export const drawers = { deviceFound: drawDeviceFound, noDevice: drawNoDevice } satisfies Partial<Drawers>;


/** Every object with a name or an id, whole: whose it is, how it stands, and both of its ids by their own names. */
function drawDeviceFound(writer: CardWriter, { query, byId, devices, total, more }: ViewOf<'deviceFound'>): Drawing {
  const shown = devices.slice(0, writer.room.items);
  const rest = total - shown.length;
  const intro = writer.plain(more ? 'deviceFound.atLeast' : 'deviceFound.count', { count: total });
  const data = {
    kicker: '',
    heading: writer.say('deviceFound.heading', { query }),
    paragraphs: lines([
      ...(byId ? [] : [intro]),
      ...(rest > 0 ? [writer.plain('deviceFound.more', { count: rest })] : []),
    ]),
    entries: shown.map((found) => entryOf(writer, found)),
  };
  return { template: 'device-found', summary: byId ? writer.say('deviceFound.heading', { query }) : intro, data };
}

/** Nothing has exactly that name: those that begin so. */
function drawNoDevice(writer: CardWriter, { query, byId, similar }: ViewOf<'noDevice'>): Drawing {
  const names = similar.known ? similar.value.slice(0, writer.room.items) : [];
  const words = !similar.known
    ? writer.plain('noDevice.similarUnknown', { reason: writer.plain(`unknown.${similar.reason}`) })
    : writer.plain(byId ? 'noDevice.byId' : names.length > 0 ? 'noDevice.similar' : 'noDevice.none');
  const data = {
    kicker: '',
    heading: writer.say('noDevice.heading', { query }),
    paragraphs: lines([words]),
    // A longer name does not fit into what a button may say; no PC has one.
    options: names
      .filter((name) => name.length <= 64)
      .map((name) => sayButton(`device ${name}`, cut(oneLine(name), writer.room.characters))),
  };
  return { template: 'choose-person', summary: writer.plain('noDevice.short'), data };
}

function entryOf(writer: CardWriter, found: FoundDevice): CardData {
  const { device, pending, owners, users } = found;
  const { name, line } = deviceBrief(writer, found, { counting: false });
  const facts = [
    { title: writer.plain('deviceFound.owners'), value: peopleWords(writer, owners) },
    { title: writer.plain('deviceFound.users'), value: peopleWords(writer, users) },
    {
      title: writer.plain('deviceFound.state'),
      value: writer.plain(yesNo(device.accountEnabled, 'deviceFound.enabled', 'deviceFound.disabled')),
    },
    {
      title: writer.plain('deviceFound.pending'),
      value: writer.plain(yesNo(pending, 'deviceFound.isPending', 'deviceFound.no')),
    },
    {
      title: writer.plain('deviceFound.managed'),
      value: writer.plain(yesNo(device.isManaged, 'deviceFound.yes', 'deviceFound.no')),
    },
    { title: writer.plain('deviceFound.objectId'), value: writer.given(device.id) },
    {
      title: writer.plain('deviceFound.deviceId'),
      value: device.deviceId === undefined ? writer.plain('deviceFound.notKnown') : writer.given(device.deviceId),
    },
  ];
  const asked =
    device.foundBy === 'objectId'
      ? [writer.plain('deviceFound.byObjectId')]
      : device.foundBy === 'deviceId'
        ? [writer.plain('deviceFound.byDeviceId')]
        : [];
  return {
    name,
    line,
    notes: lines(asked),
    facts,
    links: portalLink(writer, device.displayName ?? writer.plain('unknownName'), writer.portal?.device(device.id)),
    options: owners.known ? owners.value.slice(0, 2).map((owner) => quotaButton(writer, owner)) : [],
  };
}

function yesNo<Yes, No>(flag: boolean | undefined, yes: Yes, no: No): Yes | No | 'deviceFound.notKnown' {
  return flag === undefined ? 'deviceFound.notKnown' : flag ? yes : no;
}
