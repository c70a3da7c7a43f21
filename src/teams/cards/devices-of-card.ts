import { deviceSorts } from '../../administration/sort-devices.js';
import { adminButton, sayButton, type Button } from './buttons.js';
import { countOf } from './device-card.js';
import { deviceBrief } from './device-words.js';
import { accountMarks } from './look-up-words.js';
import { lines, type Drawing, type CardWriter } from './card-writer.js';
import { personName } from './person-words.js';
import type { Drawers, ViewOf } from './drawers.js';

export const drawers = { devicesOf: drawDevicesOf } satisfies Partial<Drawers>;

type DevicesOfView = ViewOf<'devicesOf'>;

/** A page of another person's devices, for an administrator, in an order they choose. */
function drawDevicesOf(writer: CardWriter, view: DevicesOfView): Drawing {
  const { person, devices, complete, sort, page, pages, total } = view;
  const all = devices.known ? devices.value : [];
  const shown = all.slice(0, writer.room.items);
  const intro = devices.known
    ? countOf(writer, total, complete)
    : writer.plain('devices.unknownOf', { reason: writer.plain(`unknown.${devices.reason}`) });
  const paragraphs = [
    ...accountMarks(writer, person),
    intro,
    ...(all.length > 1 ? [writer.plain(`devices.sorted.${sort}`)] : []),
    ...(all.length > shown.length ? [writer.plain('devices.notAllFit', { count: all.length - shown.length })] : []),
  ];
  const position = pages > 1 ? writer.plain('devices.page', { page: page + 1, pages }) : '';
  const data = {
    kicker: [writer.given(person.userPrincipalName ?? ''), position].filter((part) => part !== '').join(' · '),
    heading: writer.plain('devices.of', { name: personName(writer, person) }),
    paragraphs: lines(paragraphs),
    devices: shown.map((device) => deviceBrief(writer, device, { counting: true })),
    sorts:
      total > 1
        ? deviceSorts
            .filter((each) => each !== sort)
            .map((each) => listButton(view, each, 0, writer.plain(`devices.sort.${each}`)))
        : [],
    bar: [
      ...(page > 0 ? [listButton(view, sort, page - 1, writer.plain('devices.previous'))] : []),
      ...(page + 1 < pages ? [listButton(view, sort, page + 1, writer.plain('devices.next'))] : []),
      sayButton(`quota ${person.id}`, writer.plain('lookUp.quota')),
    ],
  };
  return { template: 'devices-of', summary: intro, data };
}

/** The server reads the list anew: whose it is, in which order, and which page. */
function listButton({ person }: DevicesOfView, sort: DevicesOfView['sort'], page: number, title: string): Button {
  return adminButton('sortDevices', `${person.id} ${sort} ${page}`, title);
}
