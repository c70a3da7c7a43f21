import type { DeviceGroup } from '../../administration/group-devices.js';
import type { PersonQuota, AskedQuota } from '../../administration/views.js';
import { adminButton, sayButton } from './buttons.js';
import { deviceBrief } from './device-words.js';
import { accountMarks, nearWords, personButtons, placesWords, portalLink, quotaButton } from './look-up-words.js';
import { lines, type Drawing, type CardWriter } from './card-writer.js';
import { personName, plainName } from './person-words.js';
import { quotaWords } from './quota-card.js';
import type { CardData } from './templates.js';
import { clientTime } from './time-words.js';
import type { Drawers, ViewOf } from './drawers.js';

export const drawers = { quotaOf: drawQuotaOf, quotasOf: drawQuotasOf } satisfies Partial<Drawers>;

/** Another person's limit, for an administrator: the answer first, then the devices by whether and why they count. */
function drawQuotaOf(writer: CardWriter, view: ViewOf<'quotaOf'>): Drawing {
  const { person, quota, devices, staleDays, disabled, duplicate } = view;
  const number = (count: number): string => (quota.complete ? String(count) : writer.plain('quota.atLeast', { count }));
  const heading = writer.plain('quota.of', { name: personName(writer, person) });
  const data = {
    kicker: writer.given(person.userPrincipalName ?? ''),
    heading,
    marks: lines(accountMarks(writer, person)),
    ...answerOf(writer, view),
    facts: devices.known
      ? [
          { title: writer.plain('quota.staleFact', { days: staleDays }), value: number(quota.stale) },
          { title: writer.plain('quota.disabledFact'), value: number(disabled) },
          { title: writer.plain('quota.duplicateFact'), value: number(duplicate) },
        ]
      : [],
    groups: devices.known ? groupsOf(writer, devices.value, quota.complete) : [],
    remarks: lines([
      ...(quota.limit.known ? [writer.plain('quota.limitSource', { at: clientTime(quota.limit.at) })] : []),
      ...(devices.known
        ? [writer.plain('quota.devicesSource', { at: clientTime(devices.at) }), writer.plain('quota.estimate')]
        : []),
      writer.plain('quota.hybrid'),
    ]),
    options: [
      sayButton(`devices ${person.id}`, writer.plain('lookUp.allDevices')),
      ...(view.cleanUp ? [adminButton('startCleanUp', person.id, writer.plain('cleanUp.start'))] : []),
    ],
    links: portalLink(writer, plainName(writer, person), writer.portal?.person(person.id)),
  };
  return { template: 'quota-of', summary: heading, data };
}

/** Several people's limits, one after the other: what is used, what is free, and a button for the rest. */
function drawQuotasOf(writer: CardWriter, { entries }: ViewOf<'quotasOf'>): Drawing {
  const heading = writer.plain('quota.several', { count: entries.length });
  return {
    template: 'quotas-of',
    summary: heading,
    data: { kicker: '', heading, entries: entries.map((entry) => entryOf(writer, entry)) },
  };
}

function entryOf(writer: CardWriter, entry: AskedQuota): CardData {
  switch (entry.kind) {
    case 'quota': {
      const { gauge, used, paragraphs } = answerOf(writer, entry);
      const { person } = entry;
      return {
        title: personName(writer, person),
        kicker: writer.given(person.userPrincipalName ?? ''),
        marks: lines(accountMarks(writer, person)),
        gauge,
        used,
        lines: paragraphs,
        options: [quotaButton(writer, person)],
      };
    }
    case 'several':
      return without(
        writer.given(entry.query),
        [writer.plain('several.line', { count: entry.people.length })],
        personButtons(writer, 'quota', entry.people),
      );
    case 'nobody':
      return without(
        writer.say('nobody.heading', { query: entry.query }),
        nearWords(writer, entry.near),
        entry.near.near.known ? personButtons(writer, 'quota', entry.near.near.value, 3) : [],
      );
    case 'failed':
      return without(
        writer.given(entry.query),
        [writer.plain('failed.line', { reason: writer.plain(`unknown.${entry.reason}`) })],
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
function answerOf(writer: CardWriter, { quota, devices, places, staleDays, cleanUp }: PersonQuota) {
  const limitUnknown = quota.limit.known
    ? ''
    : writer.plain('quota.limitUnknownOf', { reason: writer.plain(`unknown.${quota.limit.reason}`) });
  const devicesUnknown = devices.known
    ? ''
    : writer.plain('devices.unknownOf', { reason: writer.plain(`unknown.${devices.reason}`) });
  const { gauge, used, notes } = quotaWords(writer, quota, devices.known, limitUnknown, devicesUnknown);
  const words = places ? placesWords(writer, places, { complete: quota.complete, staleDays, cleanUp }) : [];
  return { gauge, used, paragraphs: lines([...words, ...notes]) };
}

function groupsOf(writer: CardWriter, groups: readonly DeviceGroup[], complete: boolean): readonly CardData[] {
  let left = writer.room.items;
  return groups.map(({ reason, total, devices }) => {
    const shown = devices.slice(0, left);
    left -= shown.length;
    const rest = total - shown.length;
    return {
      title: writer.plain(`group.${reason}`, { count: complete ? total : writer.plain('quota.atLeast', { count: total }) }),
      reason: writer.plain(`groupReason.${reason}`),
      devices: shown.map((device) => deviceBrief(writer, device, { counting: false })),
      more: lines(rest > 0 ? [writer.plain('group.more', { count: rest })] : []),
    };
  });
}
