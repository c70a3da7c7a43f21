import type { DeviceGroup } from '../../administration/group-devices.js';
import type { PersonQuota, QuotaEntry } from '../../administration/views.js';
import { adminButton, sayButton } from './buttons.js';
import { deviceBrief } from './device-words.js';
import { accountMarks, nearWords, personButtons, placesWords, portalLink, quotaButton } from './look-up-words.js';
import { lines, type Drawing, type Pen } from './pen.js';
import { personName, plainName } from './person-words.js';
import { quotaWords } from './quota-card.js';
import type { CardData } from './templates.js';
import { clientTime } from './time-words.js';
import type { Drawers, ViewOf } from './drawers.js';

export const drawers = { quotaOf: drawQuotaOf, quotasOf: drawQuotasOf } satisfies Partial<Drawers>;

/** Another person's limit, for an administrator: the answer first, then the devices by whether and why they count. */
function drawQuotaOf(pen: Pen, view: ViewOf<'quotaOf'>): Drawing {
  const { person, quota, devices, staleDays, disabled, duplicate } = view;
  const number = (count: number): string => (quota.complete ? String(count) : pen.plain('quota.atLeast', { count }));
  const heading = pen.plain('quota.of', { name: personName(pen, person) });
  const data = {
    kicker: pen.given(person.userPrincipalName ?? ''),
    heading,
    marks: lines(accountMarks(pen, person)),
    ...answerOf(pen, view),
    facts: devices.known
      ? [
          { title: pen.plain('quota.staleFact', { days: staleDays }), value: number(quota.stale) },
          { title: pen.plain('quota.disabledFact'), value: number(disabled) },
          { title: pen.plain('quota.duplicateFact'), value: number(duplicate) },
        ]
      : [],
    groups: devices.known ? groupsOf(pen, devices.value, quota.complete) : [],
    remarks: lines([
      ...(quota.limit.known ? [pen.plain('quota.limitSource', { at: clientTime(quota.limit.at) })] : []),
      ...(devices.known
        ? [pen.plain('quota.devicesSource', { at: clientTime(devices.at) }), pen.plain('quota.estimate')]
        : []),
      pen.plain('quota.hybrid'),
    ]),
    options: [
      sayButton(`devices ${person.id}`, pen.plain('lookUp.allDevices')),
      ...(view.cleanUp ? [adminButton('startCleanUp', person.id, pen.plain('cleanUp.start'))] : []),
    ],
    links: portalLink(pen, plainName(pen, person), pen.portal?.person(person.id)),
  };
  return { template: 'quota-of', summary: heading, data };
}

/** Several people's limits, one after the other: what is used, what is free, and a button for the rest. */
function drawQuotasOf(pen: Pen, { entries }: ViewOf<'quotasOf'>): Drawing {
  const heading = pen.plain('quota.several', { count: entries.length });
  return {
    template: 'quotas-of',
    summary: heading,
    data: { kicker: '', heading, entries: entries.map((entry) => entryOf(pen, entry)) },
  };
}

function entryOf(pen: Pen, entry: QuotaEntry): CardData {
  switch (entry.kind) {
    case 'quota': {
      const { gauge, used, paragraphs } = answerOf(pen, entry);
      const { person } = entry;
      return {
        title: personName(pen, person),
        kicker: pen.given(person.userPrincipalName ?? ''),
        marks: lines(accountMarks(pen, person)),
        gauge,
        used,
        lines: paragraphs,
        options: [quotaButton(pen, person)],
      };
    }
    case 'several':
      return without(
        pen.given(entry.query),
        [pen.plain('several.line', { count: entry.people.length })],
        personButtons(pen, 'quota', entry.people),
      );
    case 'nobody':
      return without(
        pen.say('nobody.heading', { query: entry.query }),
        nearWords(pen, entry.near),
        entry.near.near.known ? personButtons(pen, 'quota', entry.near.near.value, 3) : [],
      );
    case 'failed':
      return without(
        pen.given(entry.query),
        [pen.plain('failed.line', { reason: pen.plain(`unknown.${entry.reason}`) })],
        [],
      );
  }
}

/** An entry without numbers. */
function without(
  title: string,
  texts: readonly string[],
  options: CardData['options'] & readonly CardData[],
): CardData {
  return { title, kicker: '', marks: [], gauge: '', used: '', lines: lines(texts), options };
}

/** Used and free, in this order, and what would free a place. */
function answerOf(pen: Pen, { quota, devices, places, staleDays, cleanUp }: PersonQuota) {
  const limitUnknown = quota.limit.known
    ? ''
    : pen.plain('quota.limitUnknownOf', { reason: pen.plain(`unknown.${quota.limit.reason}`) });
  const devicesUnknown = devices.known
    ? ''
    : pen.plain('devices.unknownOf', { reason: pen.plain(`unknown.${devices.reason}`) });
  const { gauge, used, notes } = quotaWords(pen, quota, devices.known, limitUnknown, devicesUnknown);
  const words = places ? placesWords(pen, places, { complete: quota.complete, staleDays, cleanUp }) : [];
  return { gauge, used, paragraphs: lines([...words, ...notes]) };
}

function groupsOf(pen: Pen, groups: readonly DeviceGroup[], complete: boolean): readonly CardData[] {
  let left = pen.room.items;
  return groups.map(({ reason, total, devices }) => {
    const shown = devices.slice(0, left);
    left -= shown.length;
    const rest = total - shown.length;
    return {
      title: pen.plain(`group.${reason}`, { count: complete ? total : pen.plain('quota.atLeast', { count: total }) }),
      reason: pen.plain(`groupReason.${reason}`),
      devices: shown.map((device) => deviceBrief(pen, device, { counting: false })),
      more: lines(rest > 0 ? [pen.plain('group.more', { count: rest })] : []),
    };
  });
}
