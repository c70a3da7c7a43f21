import type { Audience, DevicePolicy, Named } from '../../directory/model.js';
import { highestDeviceLimit } from '../../limits.js';
import type { TextKey } from '../../text/sentences.js';
import { lines, listed, type Drawing, type Pen } from './pen.js';
import type { CardData } from './templates.js';
import { clientTime } from './time-words.js';
import type { Drawers, ViewOf } from './drawers.js';

export const drawers = { policy: drawPolicy } satisfies Partial<Drawers>;

/** The device registration policy in words, each setting with what it means for hybrid join. */
function drawPolicy(pen: Pen, { policy }: ViewOf<'policy'>): Drawing {
  const heading = pen.plain('policy.heading');
  const unknown = policy.known ? [] : [pen.plain('policy.unknown', { reason: pen.plain(`unknown.${policy.reason}`) })];
  const data = {
    kicker: '',
    heading,
    paragraphs: lines(unknown),
    details: policy.known ? settings(pen, policy.value) : [],
    remarks: lines([pen.plain('policy.source', { source: policy.source, at: clientTime(policy.at) })]),
  };
  return { template: 'policy', summary: unknown[0] ?? heading, data };
}

function settings(pen: Pen, policy: DevicePolicy): readonly CardData[] {
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
    title: pen.plain(title),
    lines: lines(texts),
  });
  const fixed = (configurable: boolean | undefined): readonly string[] =>
    configurable === false ? [pen.plain('policy.fixed')] : [];
  const said = (flag: boolean | undefined, yes: TextKey, no: TextKey): string =>
    pen.plain(flag === undefined ? 'policy.notSaid' : flag ? yes : no);
  return [
    setting('policy.join', mayWords(pen, mayJoin), ...fixed(joinConfigurable), pen.plain('policy.notHybrid')),
    setting(
      'policy.register',
      mayWords(pen, mayRegister),
      ...fixed(registerConfigurable),
      pen.plain('policy.registerHybrid'),
    ),
    setting('policy.limit', limitWords(pen, limit), pen.plain('policy.limitHybrid')),
    setting('policy.mfa', said(mfaOnJoin, 'policy.mfaOn', 'policy.mfaOff'), pen.plain('policy.mfaHybrid')),
    setting(
      'policy.localAdmins',
      globalAdminsAreLocalAdmins === undefined
        ? pen.plain('policy.globalAdminsNotSaid')
        : pen.plain(globalAdminsAreLocalAdmins ? 'policy.globalAdmins' : 'policy.noGlobalAdmins'),
      localAdminWords(pen, localAdmins),
      pen.plain('policy.notHybridAdmins'),
    ),
    setting('policy.laps', said(laps, 'policy.lapsOn', 'policy.lapsOff'), pen.plain('policy.lapsAlso')),
  ];
}

function mayWords(pen: Pen, to: Audience | undefined): string {
  if (to === undefined) return pen.plain('policy.notSaid');
  if (to.kind !== 'selected') return pen.plain(`policy.${to.kind}`);
  const names = namesOf(pen, to);
  return names === '' ? pen.plain('policy.selectedNobody') : pen.plain('policy.selected', { names });
}

function localAdminWords(pen: Pen, to: Audience | undefined): string {
  if (to === undefined) return pen.plain('policy.joiners.notSaid');
  const names = to.kind === 'selected' ? namesOf(pen, to) : '';
  if (to.kind === 'selected' && names !== '') return pen.plain('policy.joiners.selected', { names });
  return pen.plain(to.kind === 'all' ? 'policy.joiners.all' : 'policy.joiners.none');
}

function namesOf(pen: Pen, { groups, users }: Extract<Audience, { kind: 'selected' }>): string {
  const group = ({ id, name }: Named): string =>
    name === undefined
      ? pen.plain('policy.groupUnknown', { id: pen.given(id) })
      : pen.plain('policy.group', { name: pen.given(name) });
  const person = ({ id, name }: Named): string =>
    name === undefined ? pen.plain('policy.personUnknown', { id: pen.given(id) }) : pen.given(name);
  return listed(pen, [...groups.map(group), ...users.map(person)], (words) => words).join('; ');
}

function limitWords(pen: Pen, limit: number | undefined): string {
  if (limit === undefined) return pen.plain('policy.notSaid');
  if (limit === 0) return pen.plain('policy.limitNobody');
  return pen.plain(limit > highestDeviceLimit ? 'policy.limitUnlimited' : 'policy.limitIs', { limit });
}
