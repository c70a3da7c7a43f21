import { isFinal, isOver, type Item, type Named } from '../../administration/clean-up/clean-up.js';
import type { Candidate } from '../../administration/clean-up/request-clean-up.js';
import type { CleanUpPickView, CleanUpRemark, CleanUpView } from '../../administration/clean-up/views.js';
import { adminButton, type Button } from './buttons.js';
import { lines, type Drawing, type Pen } from './pen.js';
import { ago, clientTime } from './time-words.js';
import type { Drawers } from './drawers.js';

export const drawers = { cleanUpPick: drawCleanUpPick, cleanUp: drawCleanUp } satisfies Partial<Drawers>;

/** What may be deleted of a person's devices, what it costs, and why the rest may not. */
function drawCleanUpPick(pen: Pen, view: CleanUpPickView): Drawing {
  const { person, candidates, open, staleDays, deleteAfterDays, remark } = view;
  const heading = pen.plain('cleanUp.pickHeading', { name: nameOf(pen, person) });
  const eligible = candidates.filter(({ obstacle }) => obstacle === undefined).slice(0, pen.room.choices);
  const others = candidates.filter(({ obstacle }) => obstacle !== undefined);
  const data = {
    kicker: '',
    heading,
    notice: remark ? remarkWords(pen, remark) : '',
    paragraphs: lines([
      pen.plain(eligible.length > 0 ? 'cleanUp.pickIntro' : 'cleanUp.nothing', { days: staleDays }),
      pen.plain('cleanUp.costs', { days: deleteAfterDays }),
    ]),
    picks:
      eligible.length > 0
        ? [
            {
              id: 'objects',
              label: pen.plain('cleanUp.pickLabel'),
              choices: eligible.map((candidate) => choice(pen, candidate)),
            },
          ]
        : [],
    options: [
      ...(eligible.length > 0 ? [adminButton('requestCleanUp', person.id, pen.plain('cleanUp.request'))] : []),
      ...open.map(({ number }) =>
        adminButton('showCleanUp', String(number), pen.plain('cleanUp.showNumber', { number })),
      ),
    ],
    details:
      others.length > 0 ? [{ title: pen.plain('cleanUp.notPossible'), lines: lines(listOfOthers(pen, others)) }] : [],
  };
  return { template: 'clean-up-pick', summary: heading, data };
}

function choice(pen: Pen, { device }: Candidate): { readonly title: string; readonly value: string } {
  const kind = pen.plain(device.trustType === 'AzureAd' ? 'brief.kind.AzureAd' : 'brief.kind.Workplace');
  const parts = [
    nameOf(pen, { name: device.displayName ?? '' }),
    kind,
    lastUse(pen, device.approximateLastSignInDateTime),
  ];
  return { title: parts.join(' · '), value: device.id };
}

function listOfOthers(pen: Pen, others: readonly Candidate[]): readonly string[] {
  const shown = others.slice(0, pen.room.items).map(({ device, obstacle }) =>
    pen.plain('listItem', {
      item: pen.plain('cleanUp.other', {
        name: nameOf(pen, { name: device.displayName ?? '' }),
        why: pen.plain(`cleanUp.obstacle.${obstacle ?? 'gone'}`),
      }),
    }),
  );
  const more = others.length - shown.length;
  return more > 0 ? [...shown, pen.plain('andMore', { count: more })] : shown;
}

/** A request, as this administrator sees it. */
function drawCleanUp(pen: Pen, view: CleanUpView): Drawing {
  const { cleanUp, remark, othersTold, deleteAfterDays } = view;
  const { number, person, items } = cleanUp;
  const heading = pen.plain('cleanUp.heading', { number, name: nameOf(pen, person) });
  const data = {
    kicker: '',
    heading,
    notice: remark ? remarkWords(pen, remark) : '',
    paragraphs: lines([
      ...standing(pen, view),
      ...(othersTold === undefined ? [] : [othersWords(pen, othersTold)]),
      ...(isOver(cleanUp) ? [] : [pen.plain('cleanUp.costs', { days: deleteAfterDays })]),
    ]),
    details: [
      {
        title: pen.plain('cleanUp.devices', { count: items.length }),
        lines: lines(items.map((item) => pen.plain('listItem', { item: itemWords(pen, item) }))),
      },
    ],
    options: buttons(pen, view),
  };
  return { template: 'clean-up', summary: heading, data };
}

function othersWords(pen: Pen, told: number): string {
  return told === 0 ? pen.plain('cleanUp.nobodyTold') : pen.plain('cleanUp.othersTold', { count: told });
}

function standing(pen: Pen, { cleanUp, viewerId }: CleanUpView): readonly string[] {
  const { state, requestedBy, requestedAt, expiresAt, decidedBy, person } = cleanUp;
  const asked = pen.plain('cleanUp.requestedBy', { name: nameOf(pen, requestedBy), when: clientTime(requestedAt) });
  const by = { name: decidedBy ? nameOf(pen, decidedBy) : '' };
  switch (state) {
    case 'requested': {
      const waits =
        viewerId === requestedBy.id
          ? 'cleanUp.waitsForOther'
          : viewerId === person.id
            ? 'cleanUp.yourDevices'
            : 'cleanUp.waitsForYou';
      return [asked, pen.plain(waits, { until: clientTime(expiresAt) })];
    }
    case 'confirmed':
      return [asked, pen.plain('cleanUp.confirmedBy', by)];
    case 'declined':
      return [asked, pen.plain('cleanUp.declinedBy', by)];
    case 'withdrawn':
      return [asked, pen.plain('cleanUp.withdrawn')];
    case 'expired':
      return [asked, pen.plain('cleanUp.expired')];
  }
}

function itemWords(pen: Pen, { name, lastUse: used, state }: Item): string {
  return pen.plain('cleanUp.item', {
    name: nameOf(pen, { name }),
    lastUse: lastUse(pen, used === '' ? undefined : used),
    state: stateWords(pen, state),
  });
}

function stateWords(pen: Pen, state: Item['state']): string {
  switch (state.kind) {
    case 'waiting':
      return pen.plain('cleanUp.state.waiting');
    case 'disabling':
    case 'deleting':
    case 'enabling':
      return [
        pen.plain(`cleanUp.state.${state.kind}`),
        ...(state.problem ? [pen.plain(`cleanUp.problem.${state.problem}`)] : []),
      ].join(' ');
    case 'disabled':
      return pen.plain(state.already ? 'cleanUp.state.alreadyDisabled' : 'cleanUp.state.disabled', {
        deleteAt: clientTime(state.deleteAt),
      });
    case 'deleted':
      return pen.plain('cleanUp.state.deleted', { at: clientTime(state.at) });
    case 'undone':
      return pen.plain('cleanUp.state.undone', { name: nameOf(pen, state.by) });
    case 'skipped': {
      const words = pen.plain('cleanUp.state.skipped', { why: pen.plain(`cleanUp.obstacle.${state.why}`) });
      return state.wasDisabled && state.why !== 'gone' ? `${words} ${pen.plain('cleanUp.staysDisabled')}` : words;
    }
    case 'failed': {
      const words = pen.plain('cleanUp.state.failed', { code: pen.given(state.code) });
      return state.wasDisabled ? `${words} ${pen.plain('cleanUp.staysDisabled')}` : words;
    }
  }
}

/** Only what this administrator may press now; the server decides again. */
function buttons(pen: Pen, { cleanUp, viewerId }: CleanUpView): readonly Button[] {
  const { number, state, requestedBy, person, items } = cleanUp;
  const id = String(number);
  const own = viewerId === person.id;
  if (state === 'requested') {
    if (viewerId === requestedBy.id) return [adminButton('withdrawCleanUp', id, pen.plain('cleanUp.withdraw'))];
    return own
      ? []
      : [
          adminButton('confirmCleanUp', id, pen.plain('cleanUp.confirm')),
          adminButton('declineCleanUp', id, pen.plain('cleanUp.decline')),
        ];
  }
  const undoable = !own && items.some((item) => item.state.kind === 'disabled');
  return [
    ...(undoable ? [adminButton('undoCleanUp', id, pen.plain('cleanUp.undo'))] : []),
    ...(items.every((item) => isFinal(item.state)) || isOver(cleanUp)
      ? []
      : [adminButton('showCleanUp', id, pen.plain('cleanUp.show'))]),
  ];
}

function remarkWords(pen: Pen, remark: CleanUpRemark): string {
  return pen.plain(`cleanUp.remark.${remark}`);
}

function nameOf(pen: Pen, { name }: Pick<Named, 'name'>): string {
  return pen.given(name) || pen.plain('unknownName');
}

function lastUse(pen: Pen, at: string | undefined): string {
  return at === undefined
    ? pen.plain('device.lastUsedNotKnown')
    : pen.plain('device.lastUsed', { ago: ago(new Date(at), pen.now, pen.locale) });
}
