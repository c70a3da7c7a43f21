import type { JudgedDevice, Known, Quota } from '../../directory/model.js';
import { highestDeviceLimit } from '../../limits.js';
import { sayButton } from './buttons.js';
import { lines, type Drawing, type CardWriter } from './card-writer.js';
import type { CardData } from './templates.js';
import type { Drawers, ViewOf } from './drawers.js';

export const drawers = { myQuota: drawMyQuota } satisfies Partial<Drawers>;


/** Characters of the gauge: narrow enough for a phone. */
const gaugeLength = 20;

/** Somebody's own limit and what counts against it. */
function drawMyQuota(writer: CardWriter, { quota, devices }: ViewOf<'myQuota'>): Drawing {
  const heading = writer.plain('quota.mine');
  const data = {
    kicker: '',
    heading,
    ...quotaData(writer, quota, devices, writer.plain('quota.limitUnknown'), writer.plain('quota.devicesUnknown')),
    options: [sayButton('my devices', writer.plain('label.myDevices'))],
  };
  return { template: 'my-quota', summary: heading, data };
}

function quotaData(
  writer: CardWriter,
  quota: Quota,
  devices: Known<readonly JudgedDevice[]>,
  limitUnknown: string,
  devicesUnknown: string,
): CardData {
  const { limit, gauge, used, notes } = quotaWords(writer, quota, devices.known, limitUnknown, devicesUnknown);
  const paragraphs = [
    ...(limit !== undefined && quota.counts >= limit ? [writer.plain('quota.full')] : []),
    ...(limit !== undefined && quota.counts < limit && quota.counts + quota.mayCount + quota.unknown >= limit
      ? [writer.plain('quota.maybeFull')]
      : []),
    ...notes,
  ];
  return {
    gauge,
    used,
    paragraphs: lines(paragraphs),
    facts: devices.known ? countFacts(writer, quota) : [],
    remarks: lines([...(devices.known ? [writer.plain('quota.estimate')] : []), writer.plain('quota.hybrid')]),
  };
}

interface QuotaWords {
  /** The number that was counted against; undefined = there is none. */
  readonly limit: number | undefined;
  readonly gauge: string;
  readonly used: string;
  readonly notes: readonly string[];
}

/** What is used of the limit, or why that cannot be said. */
export function quotaWords(
  writer: CardWriter,
  quota: Quota,
  devicesKnown: boolean,
  limitUnknown: string,
  devicesUnknown: string,
): QuotaWords {
  const limit = quota.limit.known ? quota.limit.value : undefined;
  const limited = limit !== undefined && limit > 0 && limit <= highestDeviceLimit;
  const gauged = limited && devicesKnown;
  return {
    limit: gauged ? limit : undefined,
    gauge: gauged ? gauge(quota, limit) : '',
    used: gauged ? usedWords(writer, quota, limit) : limited ? writer.plain('quota.limit', { limit }) : '',
    notes: [
      ...(limit === undefined ? [limitUnknown] : []),
      ...(limit === 0 ? [writer.plain('quota.nobody')] : []),
      ...(limit !== undefined && limit > highestDeviceLimit ? [writer.plain('quota.unlimited', { limit })] : []),
      ...(devicesKnown ? [] : [devicesUnknown]),
    ],
  };
}

/** Full, half and empty blocks: used, may be used, free. The words beside it say the same. */
function gauge({ counts, mayCount }: Quota, limit: number): string {
  const used = Math.min(gaugeLength, Math.round((counts / limit) * gaugeLength));
  const maybe = Math.min(gaugeLength - used, Math.round((mayCount / limit) * gaugeLength));
  return '█'.repeat(used) + '▒'.repeat(maybe) + '░'.repeat(gaugeLength - used - maybe);
}

function usedWords(writer: CardWriter, { counts, mayCount, complete }: Quota, limit: number): string {
  const used = writer.plain(complete ? 'quota.used' : 'quota.usedAtLeast', { count: counts, limit });
  return mayCount > 0 ? `${used}, ${writer.plain('quota.mayCount', { count: mayCount })}` : used;
}

function countFacts(writer: CardWriter, quota: Quota): readonly { readonly title: string; readonly value: string }[] {
  const number = (count: number): string => (quota.complete ? String(count) : writer.plain('quota.atLeast', { count }));
  return [
    { title: writer.plain('quota.counts'), value: number(quota.counts) },
    { title: writer.plain('quota.mayCountLabel'), value: number(quota.mayCount) },
    { title: writer.plain('quota.doesNotCount'), value: number(quota.doesNotCount) },
    { title: writer.plain('quota.unknown'), value: number(quota.unknown) },
    { title: writer.plain('quota.stale'), value: number(quota.stale) },
  ];
}
