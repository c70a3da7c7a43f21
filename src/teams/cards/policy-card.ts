import type { Audience, DevicePolicy, Named } from '../../directory/model.js';
import { highestDeviceLimit } from '../../limits.js';
import type { TextKey } from '../../text/sentences.js';
import { lines, listed, type Drawing, type CardWriter } from './card-writer.js';
import type { CardData } from './templates.js';
import { clientTime } from './time-words.js';
import type { Drawers, ViewOf } from './drawers.js';

export const drawers = { policy: drawPolicy } satisfies Partial<Drawers>;

/** The device registration policy in words, each setting with what it means for hybrid join. */
function drawPolicy(writer: CardWriter, { policy }: ViewOf<'policy'>): Drawing {
  const heading = writer.plain('policy.heading');
  const unknown = policy.known ? [] : [writer.plain('policy.unknown', { reason: writer.plain(`unknown.${policy.reason}`) })];
  const data = {
    kicker: '',
    heading,
    paragraphs: lines(unknown),
    details: policy.known ? settings(writer, policy.value) : [],
    remarks: lines([writer.plain('policy.source', { source: policy.source, at: clientTime(policy.at) })]),
  };
  return { template: 'policy', summary: unknown[0] ?? heading, data };
}

function settings(writer: CardWriter, policy: DevicePolicy): readonly CardData[] {
  const {
    limit,
    mayJoin,
    mayRegister,
    joinConfigurable,
    registerConfigurable,
    mfaOnJoin,
    globalAdminsAreLocalAdmins,
    localAdmins,
    laps,
  } = policy;
  const setting = (title: TextKey, ...texts: readonly string[]): CardData => ({
    title: writer.plain(title),
    lines: lines(texts),
  });
  const fixed = (configurable: boolean | undefined): readonly string[] =>
    configurable === false ? [writer.plain('policy.fixed')] : [];
  const said = (flag: boolean | undefined, yes: TextKey, no: TextKey): string =>
    writer.plain(flag === undefined ? 'policy.notSaid' : flag ? yes : no);
  return [
    setting('policy.join', mayWords(writer, mayJoin), ...fixed(joinConfigurable), writer.plain('policy.notHybrid')),
    setting(
      'policy.register',
      mayWords(writer, mayRegister),
      ...fixed(registerConfigurable),
      writer.plain('policy.registerHybrid'),
    ),
    setting('policy.limit', limitWords(writer, limit), writer.plain('policy.limitHybrid')),
    setting('policy.mfa', said(mfaOnJoin, 'policy.mfaOn', 'policy.mfaOff'), writer.plain('policy.mfaHybrid')),
    setting(
      'policy.localAdmins',
      globalAdminsAreLocalAdmins === undefined
        ? writer.plain('policy.globalAdminsNotSaid')
        : writer.plain(globalAdminsAreLocalAdmins ? 'policy.globalAdmins' : 'policy.noGlobalAdmins'),
      localAdminWords(writer, localAdmins),
      writer.plain('policy.notHybridAdmins'),
    ),
    setting('policy.laps', said(laps, 'policy.lapsOn', 'policy.lapsOff'), writer.plain('policy.lapsAlso')),
  ];
}

function mayWords(writer: CardWriter, to: Audience | undefined): string {
  if (to === undefined) return writer.plain('policy.notSaid');
  if (to.kind !== 'selected') return writer.plain(`policy.${to.kind}`);
  const names = namesOf(writer, to);
  return names === '' ? writer.plain('policy.selectedNobody') : writer.plain('policy.selected', { names });
}

function localAdminWords(writer: CardWriter, to: Audience | undefined): string {
  if (to === undefined) return writer.plain('policy.joiners.notSaid');
  const names = to.kind === 'selected' ? namesOf(writer, to) : '';
  if (to.kind === 'selected' && names !== '') return writer.plain('policy.joiners.selected', { names });
  return writer.plain(to.kind === 'all' ? 'policy.joiners.all' : 'policy.joiners.none');
}

function namesOf(writer: CardWriter, { groups, users }: Extract<Audience, { kind: 'selected' }>): string {
  const group = ({ id, name }: Named): string =>
    name === undefined
      ? writer.plain('policy.groupUnknown', { id: writer.given(id) })
      : writer.plain('policy.group', { name: writer.given(name) });
  const person = ({ id, name }: Named): string =>
    name === undefined ? writer.plain('policy.personUnknown', { id: writer.given(id) }) : writer.given(name);
  return listed(writer, [...groups.map(group), ...users.map(person)], (words) => words).join('; ');
}

function limitWords(writer: CardWriter, limit: number | undefined): string {
  if (limit === undefined) return writer.plain('policy.notSaid');
  if (limit === 0) return writer.plain('policy.limitNobody');
  return writer.plain(limit > highestDeviceLimit ? 'policy.limitUnlimited' : 'policy.limitIs', { limit });
}
