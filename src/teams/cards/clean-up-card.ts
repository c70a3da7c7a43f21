import { isFinal, isOver, type Item, type Named } from '../../administration/clean-up/clean-up.js';
import type { Candidate } from '../../administration/clean-up/request-clean-up.js';
import type { CleanUpPickView, CleanUpRemark, CleanUpView } from '../../administration/clean-up/views.js';
import { adminButton, type Button } from './buttons.js';
import { lines, type Drawing, type CardWriter } from './card-writer.js';
import { ago, clientTime } from './time-words.js';
import type { Drawers } from './drawers.js';

export const drawers = { cleanUpPick: drawCleanUpPick, cleanUp: drawCleanUp } satisfies Partial<Drawers>;

/** What may be deleted of a person's devices, what it costs, and why the rest may not. */
function drawCleanUpPick(writer: CardWriter, view: CleanUpPickView): Drawing {
  const { person, candidates, open, staleDays, deleteAfterDays, remark } = view;
  const heading = writer.plain('cleanUp.pickHeading', { name: nameOf(writer, person) });
  const eligible = candidates.filter(({ obstacle }) => obstacle === undefined).slice(0, writer.room.choices);
  const others = candidates.filter(({ obstacle }) => obstacle !== undefined);
  const data = {
    kicker: '',
    heading,
    notice: remark ? remarkWords(writer, remark) : '',
    paragraphs: lines([
      writer.plain(eligible.length > 0 ? 'cleanUp.pickIntro' : 'cleanUp.nothing', { days: staleDays }),
      writer.plain('cleanUp.costs', { days: deleteAfterDays }),
    ]),
    picks:
      eligible.length > 0
        ? [
            {
              id: 'objects',
              label: writer.plain('cleanUp.pickLabel'),
              choices: eligible.map((candidate) => choice(writer, candidate)),
            },
          ]
        : [],
    options: [
      ...(eligible.length > 0 ? [adminButton('requestCleanUp', person.id, writer.plain('cleanUp.request'))] : []),
      ...open.map(({ number }) =>
        adminButton('showCleanUp', String(number), writer.plain('cleanUp.showNumber', { number })),
      ),
    ],
    details:
      others.length > 0 ? [{ title: writer.plain('cleanUp.notPossible'), lines: lines(listOfOthers(writer, others)) }] : [],
  };
  return { template: 'clean-up-pick', summary: heading, data };
}

function choice(writer: CardWriter, { device }: Candidate): { readonly title: string; readonly value: string } {
  const kind = writer.plain(device.trustType === 'AzureAd' ? 'brief.kind.AzureAd' : 'brief.kind.Workplace');
  const parts = [
    nameOf(writer, { name: device.displayName ?? '' }),
    kind,
    lastUse(writer, device.approximateLastSignInDateTime),
  ];
  return { title: parts.join(' · '), value: device.id };
}

function listOfOthers(writer: CardWriter, others: readonly Candidate[]): readonly string[] {
  const shown = others.slice(0, writer.room.items).map(({ device, obstacle }) =>
    writer.plain('listItem', {
      item: writer.plain('cleanUp.other', {
        name: nameOf(writer, { name: device.displayName ?? '' }),
        why: writer.plain(`cleanUp.obstacle.${obstacle ?? 'gone'}`),
      }),
    }),
  );
  const more = others.length - shown.length;
  return more > 0 ? [...shown, writer.plain('andMore', { count: more })] : shown;
}

/** A request, as this administrator sees it. */
function drawCleanUp(writer: CardWriter, view: CleanUpView): Drawing {
  const { cleanUp, remark, othersTold, deleteAfterDays } = view;
  const { number, person, items } = cleanUp;
  const heading = writer.plain('cleanUp.heading', { number, name: nameOf(writer, person) });
  const data = {
    kicker: '',
    heading,
    notice: remark ? remarkWords(writer, remark) : '',
    paragraphs: lines([
      ...stateLines(writer, view),
      ...(othersTold === undefined ? [] : [othersWords(writer, othersTold)]),
      ...(isOver(cleanUp) ? [] : [writer.plain('cleanUp.costs', { days: deleteAfterDays })]),
    ]),
    details: [
      {
        title: writer.plain('cleanUp.devices', { count: items.length }),
        lines: lines(items.map((item) => writer.plain('listItem', { item: itemWords(writer, item) }))),
      },
    ],
    options: buttons(writer, view),
  };
  return { template: 'clean-up', summary: heading, data };
}

function othersWords(writer: CardWriter, told: number): string {
  return told === 0 ? writer.plain('cleanUp.nobodyTold') : writer.plain('cleanUp.othersTold', { count: told });
}

function stateLines(writer: CardWriter, { cleanUp, viewerId }: CleanUpView): readonly string[] {
  const { state, requestedBy, requestedAt, expiresAt, decidedBy, person } = cleanUp;
  const asked = writer.plain('cleanUp.requestedBy', { name: nameOf(writer, requestedBy), when: clientTime(requestedAt) });
  const by = { name: decidedBy ? nameOf(writer, decidedBy) : '' };
  switch (state) {
    case 'requested': {
      const waits =
        viewerId === requestedBy.id
          ? 'cleanUp.waitsForOther'
          : viewerId === person.id
            ? 'cleanUp.yourDevices'
            : 'cleanUp.waitsForYou';
      return [asked, writer.plain(waits, { until: clientTime(expiresAt) })];
    }
    case 'confirmed':
      return [asked, writer.plain('cleanUp.confirmedBy', by)];
    case 'declined':
      return [asked, writer.plain('cleanUp.declinedBy', by)];
    case 'withdrawn':
      return [asked, writer.plain('cleanUp.withdrawn')];
    case 'expired':
      return [asked, writer.plain('cleanUp.expired')];
  }
}

function itemWords(writer: CardWriter, { name, lastUse: used, state }: Item): string {
  return writer.plain('cleanUp.item', {
    name: nameOf(writer, { name }),
    lastUse: lastUse(writer, used === '' ? undefined : used),
    state: stateWords(writer, state),
  });
}

function stateWords(writer: CardWriter, state: Item['state']): string {
  switch (state.kind) {
    case 'waiting':
      return writer.plain('cleanUp.state.waiting');
    case 'disabling':
    case 'deleting':
    case 'enabling':
      return [
        writer.plain(`cleanUp.state.${state.kind}`),
        ...(state.problem ? [writer.plain(`cleanUp.problem.${state.problem}`)] : []),
      ].join(' ');
    case 'disabled':
      return writer.plain(state.already ? 'cleanUp.state.alreadyDisabled' : 'cleanUp.state.disabled', {
        deleteAt: clientTime(state.deleteAt),
      });
    case 'deleted':
      return writer.plain('cleanUp.state.deleted', { at: clientTime(state.at) });
    case 'undone':
      return writer.plain('cleanUp.state.undone', { name: nameOf(writer, state.by) });
    case 'skipped': {
      const words = writer.plain('cleanUp.state.skipped', { why: writer.plain(`cleanUp.obstacle.${state.why}`) });
      return state.wasDisabled && state.why !== 'gone' ? `${words} ${writer.plain('cleanUp.staysDisabled')}` : words;
    }
    case 'failed': {
      const words = writer.plain('cleanUp.state.failed', { code: writer.given(state.code) });
      return state.wasDisabled ? `${words} ${writer.plain('cleanUp.staysDisabled')}` : words;
    }
  }
}

/** Only what this administrator may press now; the server decides again. */
function buttons(writer: CardWriter, { cleanUp, viewerId }: CleanUpView): readonly Button[] {
  const { number, state, requestedBy, person, items } = cleanUp;
  const id = String(number);
  const own = viewerId === person.id;
  if (state === 'requested') {
    if (viewerId === requestedBy.id) return [adminButton('withdrawCleanUp', id, writer.plain('cleanUp.withdraw'))];
    return own
      ? []
      : [
          adminButton('confirmCleanUp', id, writer.plain('cleanUp.confirm')),
          adminButton('declineCleanUp', id, writer.plain('cleanUp.decline')),
        ];
  }
  const undoable = !own && items.some((item) => item.state.kind === 'disabled');
  return [
    ...(undoable ? [adminButton('undoCleanUp', id, writer.plain('cleanUp.undo'))] : []),
    ...(items.every((item) => isFinal(item.state)) || isOver(cleanUp)
      ? []
      : [adminButton('showCleanUp', id, writer.plain('cleanUp.show'))]),
  ];
}

function remarkWords(writer: CardWriter, remark: CleanUpRemark): string {
  return writer.plain(`cleanUp.remark.${remark}`);
}

function nameOf(writer: CardWriter, { name }: Pick<Named, 'name'>): string {
  return writer.given(name) || writer.plain('unknownName');
}

function lastUse(writer: CardWriter, at: string | undefined): string {
  return at === undefined
    ? writer.plain('device.lastUsedNotKnown')
    : writer.plain('device.lastUsed', { ago: ago(new Date(at), writer.now, writer.locale) });
}
