import { deviceSorts } from '../../administration/sort-devices.js';
import { adminButton, sayButton, type Button } from './buttons.js';
import { countOf } from './device-card.js';
import { deviceBrief } from './device-words.js';
import { accountMarks } from './look-up-words.js';
import { lines, type Drawing, type Pen } from './pen.js';
import { personName } from './person-words.js';
import type { Drawers, ViewOf } from './drawers.js';

export const drawers = { devicesOf: drawDevicesOf } satisfies Partial<Drawers>;

type DevicesOfView = ViewOf<'devicesOf'>;

/** A page of another person's devices, for an administrator, in an order they choose. */
function drawDevicesOf(pen: Pen, view: DevicesOfView): Drawing {
  const { person, devices, complete, sort, page, pages, total } = view;
  const all = devices.known ? devices.value : [];
  const shown = all.slice(0, pen.room.items);
  const intro = devices.known
    ? countOf(pen, total, complete)
    : pen.plain('devices.unknownOf', { reason: pen.plain(`unknown.${devices.reason}`) });
  const paragraphs = [
    ...accountMarks(pen, person),
    intro,
    ...(all.length > 1 ? [pen.plain(`devices.sorted.${sort}`)] : []),
    ...(all.length > shown.length ? [pen.plain('devices.notAllFit', { count: all.length - shown.length })] : []),
  ];
  const position = pages > 1 ? pen.plain('devices.page', { page: page + 1, pages }) : '';
  const data = {
    kicker: [pen.given(person.userPrincipalName ?? ''), position].filter((part) => part !== '').join(' · '),
    heading: pen.plain('devices.of', { name: personName(pen, person) }),
    paragraphs: lines(paragraphs),
    devices: shown.map((device) => deviceBrief(pen, device, { counting: true })),
    sorts:
      total > 1
        ? deviceSorts
            .filter((each) => each !== sort)
            .map((each) => listButton(view, each, 0, pen.plain(`devices.sort.${each}`)))
        : [],
    bar: [
      ...(page > 0 ? [listButton(view, sort, page - 1, pen.plain('devices.previous'))] : []),
      ...(page + 1 < pages ? [listButton(view, sort, page + 1, pen.plain('devices.next'))] : []),
      sayButton(`quota ${person.id}`, pen.plain('lookUp.quota')),
    ],
  };
  return { template: 'devices-of', summary: intro, data };
}

/** The server reads the list anew: whose it is, in which order, and which page. */
function listButton({ person }: DevicesOfView, sort: DevicesOfView['sort'], page: number, title: string): Button {
  return adminButton('sortDevices', `${person.id} ${sort} ${page}`, title);
}
