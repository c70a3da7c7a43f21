import { expect } from 'vitest';
import type { Outcome } from '../../src/assistant/assistant.js';
import type { View } from '../../src/assistant/views.js';
import type { Destination } from '../../src/helpdesk/ports.js';
import type { Ticket, TicketMove } from '../../src/helpdesk/ticket.js';
import { expectAgreement } from './expect-agreement.js';
import { aPress, colleagues, type DrawnPress, type PlayedPress } from './play-presses.js';
import { teamsWithMemory, type Trouble } from './teams-with-memory.js';
import { after, objection, opened, overdue, wasMade, type ModelMove, type ModelTicket } from './ticket-model.js';
import type { World } from './world.js';

/** One thing that happens. Everything it names is counted modulo what there is, so that any list of them can be played. */
export type Command =
  | { readonly kind: 'handsOver'; readonly sends: number }
  | { readonly kind: 'presses'; readonly presses: readonly DrawnPress[] }
  /** What was delivered before comes once more: `ago` presses back, alone or beside another. */
  | {
      readonly kind: 'comesAgain';
      readonly ago: number;
      readonly copies: number;
      readonly beside?: DrawnPress | undefined;
    }
  | { readonly kind: 'sendsOldSummary' }
  | { readonly kind: 'passes'; readonly minutes: number }
  | { readonly kind: 'restarts' }
  | {
      readonly kind: 'teamsFalls';
      readonly into: Trouble;
      readonly reaches: Destination['kind'] | 'all';
      readonly attempts: number;
    }
  | { readonly kind: 'teamsRecovers' }
  | { readonly kind: 'deletesCard'; readonly ticket: number; readonly withThread: boolean }
  | { readonly kind: 'graphFallsSilent' }
  | { readonly kind: 'graphSpeaks' }
  | { readonly kind: 'mutes' | 'unmutes' };

const minute = 60_000;
const hour = 60 * minute;

/** Plays commands on a world with one request in it, and holds every step against the model. */
export async function playHelpdesk(world: World) {
  const teams = teamsWithMemory(world.teams);
  const grace = world.person('grace');
  const models = new Map<number, ModelTicket>();
  let stored = new Map<number, Ticket>();
  const pressed: PlayedPress[] = [];
  const summaries: View[] = [];
  /** When Graph last told of somebody of the helpdesk; and of them all, in a list of colleagues. */
  const confirmed = new Map<string, number>();
  let listed = -Infinity;
  let graphIsSilent = false;
  let muted = false;
  let typed = 0;
  const now = () => world.clock.now.getTime();

  async function read(): Promise<Map<number, Ticket>> {
    const found = new Map<number, Ticket>();
    for (let number = 1001; ; number += 1) {
      const ticket = (await world.storage.tickets.find(number))?.ticket;
      if (!ticket) return found;
      found.set(number, ticket);
    }
  }

  async function handsOver(sends: number): Promise<void> {
    if (models.size >= 3) return sendsOldSummary();
    await grace.says('talk to a person');
    await grace.presses('review', { note: `request ${models.size + 1}` });
    const summary = grace.sees!;
    summaries.push(summary);
    await Promise.all(Array.from({ length: sends }, () => grace.presses('send', {}, summary)));
    const number = 1001 + models.size;
    expect(grace.sees, 'what follows Send').toMatchObject({ kind: 'handedOver', ticketNumber: number });
    models.set(number, opened(number, now()));
    await absorbs([], []);
  }

  async function sendsOldSummary(): Promise<void> {
    const summary = summaries[typed % summaries.length]!;
    await Promise.all([grace.presses('send', {}, summary), grace.presses('send', {}, summary)]);
    await absorbs([], []);
  }

  function drawn(press: DrawnPress): PlayedPress {
    const number = 1001 + (press.ticket % models.size);
    const step = Math.max(1, stored.get(number)!.moves.length - press.back);
    typed += 1;
    return aPress(world, press, number, step, `words ${typed}.`);
  }

  async function presses(batch: readonly PlayedPress[]): Promise<void> {
    const outcomes = await Promise.all(batch.map(({ deliver }) => deliver()));
    pressed.push(...batch);
    await world.settled();
    await absorbs(batch, outcomes);
  }

  /** Holds what the presses (or time) have done to the tickets against the model, which follows. */
  async function absorbs(batch: readonly PlayedPress[], outcomes: readonly Outcome[]): Promise<void> {
    const before = stored;
    stored = await read();
    expect([...stored.keys()], 'which tickets there are').toEqual([...models.keys()]);
    const made = new Map<PlayedPress, number>();
    const courses = new Map<number, readonly ModelTicket[]>();
    for (const [number, ticket] of stored) {
      const known = before.get(number)?.moves ?? ticket.moves.slice(0, 1);
      expect(ticket.moves.slice(0, known.length), 'what was recorded before').toEqual(known);
      let model = models.get(number)!;
      const course = [model];
      for (const move of ticket.moves.slice(known.length)) {
        const seen = seenAs(move, world);
        const meaningIt = batch.filter(
          (each) =>
            !made.has(each) &&
            each.number === number &&
            typeof each.means === 'object' &&
            sameAsMeant(seen, each.means),
        );
        // Of copies, the one whose answer shows it: an earlier one may have come too early.
        const press =
          meaningIt.find((each) => movesIn(outcomes[batch.indexOf(each)]) > course.length + known.length - 1) ??
          meaningIt[0];
        if (seen.side !== 'itself') expect(press, `a move that nobody pressed: ${JSON.stringify(move)}`).toBeDefined();
        const meant = press ? (press.means as ModelMove) : seen;
        expect(objection(model, meant, now()), `${press?.name ?? move.kind} was made`).toBeUndefined();
        if (move.kind === 'replied') expect(move.told, 'whether the person was told').toBe(!muted);
        model = after(model, meant, now(), muted);
        course.push(model);
        if (press) made.set(press, model.moves.length);
      }
      models.set(number, model);
      courses.set(number, course);
    }
    for (const [index, press] of batch.entries())
      expectAnswer(press, outcomes[index]!, made.get(press), courses.get(press.number)!);
  }

  function expectAnswer(
    press: PlayedPress,
    { card, refusal }: Outcome,
    made: number | undefined,
    course: readonly ModelTicket[],
  ): void {
    const { means, name, who } = press;
    const ticket = stored.get(press.number)!;
    const isRequest =
      who === 'henry' ||
      (typeof means === 'object' && means.side === 'requester') ||
      press.name.includes('Request') ||
      press.name.includes('comment');
    if (isRequest ? who !== 'grace' : !colleagues.some((each) => each === who)) {
      expect(made, `${name}, who may not`).toBeUndefined();
      expect(refusal?.key, `what ${name} is told`).toBeOneOf(
        isRequest ? ['ticketNotFound'] : graphIsSilent ? ['lookUpFailed', 'notHelpdesk'] : ['notHelpdesk'],
      );
      return;
    }
    if (!isRequest) {
      const sure = now() - (confirmed.get(who) ?? -Infinity) < 23 * hour;
      const mayLookUp = press.action === 'assign' || press.action === 'resolve';
      if (!graphIsSilent) {
        confirmed.set(who, now());
        if (press.action === 'assign') listed = now();
      } else if (refusal) {
        expect(refusal.key).toBe('lookUpFailed');
        expect(sure && !mayLookUp, `${name} was refused though Graph knew them within a day`).toBe(false);
        expect(made, name).toBeUndefined();
        return;
      } else
        expect(now() - Math.max(confirmed.get(who) ?? -Infinity, listed), `${name} was let in`).toBeLessThanOrEqual(
          24 * hour,
        );
    }
    expect(refusal, `what ${name} is refused with`).toBeUndefined();
    const shown = card as unknown as { ticket: Ticket; remark?: { kind: string; possible?: readonly string[] } };
    const state = course.find(({ moves }) => moves.length + 1 === shown.ticket.moves.length);
    expect(
      state,
      `${name} shows a ticket of ${shown.ticket.moves.length} moves; it had ${course[0]!.moves.length + 1} and has ${ticket.moves.length}`,
    ).toBeDefined();
    const kept = isRequest ? withoutNotes(ticket) : ticket;
    expect(shown.ticket.moves, `what ${name} shows`).toEqual(kept.moves.slice(0, shown.ticket.moves.length));
    expectTicket({ ...shown.ticket, moves: ticket.moves.slice(0, shown.ticket.moves.length) }, state!);
    if (shown.ticket.moves.length === ticket.moves.length) expect(shown.ticket, `what ${name} shows`).toEqual(kept);
    if (typeof means !== 'object') return;
    if (made !== undefined) {
      expect(shown.ticket.moves.length, `${name} shows itself`).toBeGreaterThan(made);
      expect(shown.remark?.kind, `what ${name} is told`).not.toBe('notPossible');
      return;
    }
    if (wasMade(course.at(-1)!, means)) return;
    if (graphIsSilent && press.action === 'assign') return;
    const because = course.map((each) => objection(each, means, now())).find((each) => each !== undefined);
    expect(because, `${name} was lost`).toBeDefined();
    expect(shown.remark, `what ${name} is told, which came to nothing: ${because}`).toMatchObject({
      kind: 'notPossible',
    });
    // What is possible by a button of now may have been refused to one of before.
    if (!because?.startsWith('it was meant')) expect(shown.remark?.possible).not.toContain(press.action);
  }

  async function passes(ms: number): Promise<void> {
    world.clock.now = new Date(now() + ms);
    await world.settled();
    await world.helpdeskClockRuns();
    await absorbs([], []);
    for (const model of models.values()) expect(overdue(model, now()), String(model.number)).toBeUndefined();
  }

  async function recovers(): Promise<void> {
    teams.recovers();
    for (let round = 0; round < 3; round += 1) {
      world.clock.now = new Date(now() + 16 * minute);
      await world.settled();
    }
    teams.waitedOut();
    await absorbs([], []);
  }

  /** That a card or its thread is gone is asked about for two minutes. */
  async function believesWhatIsGone(): Promise<void> {
    const asking = async (): Promise<boolean> =>
      (await world.storage.outbox.failing(100)).some(({ refusedSince }) => refusedSince !== undefined);
    while (await asking()) {
      world.clock.now = new Date(now() + 40_000);
      await world.settled();
    }
    await absorbs([], []);
  }

  async function does(command: Command): Promise<void> {
    switch (command.kind) {
      case 'handsOver':
        return handsOver(command.sends);
      case 'presses':
        return presses(
          command.presses.flatMap((press) =>
            Array<PlayedPress>(press.copies)
              .fill(drawn(press))
              .map((each) => ({ ...each })),
          ),
        );
      case 'comesAgain': {
        const again = pressed.at(-1 - (command.ago % Math.max(1, pressed.length)));
        const beside = command.beside ? [drawn(command.beside)] : [];
        return presses([...(again ? Array.from({ length: command.copies }, () => ({ ...again })) : []), ...beside]);
      }
      case 'sendsOldSummary':
        return sendsOldSummary();
      case 'passes':
        return passes(command.minutes * minute);
      case 'restarts':
        await world.restart();
        await world.settled();
        return absorbs([], []);
      case 'teamsFalls':
        return teams.falls(command.into, command.reaches, command.attempts);
      case 'teamsRecovers':
        return recovers();
      case 'deletesCard':
        return teams.deletesCard(1001 + (command.ticket % models.size), command.withThread);
      case 'graphFallsSilent':
        graphIsSilent = true;
        return world.graph.faults.set([{ match: /./, kind: 'status', status: 403 }]);
      case 'graphSpeaks':
        graphIsSilent = false;
        return world.graph.faults.set([]);
      case 'mutes':
      case 'unmutes':
        muted = command.kind === 'mutes';
        await grace.says(muted ? 'mute' : 'unmute');
        return absorbs([], []);
    }
  }

  const agree = (atTheEnd: boolean) => expectAgreement({ world, teams, models, stored, atTheEnd });

  await handsOver(1);
  return {
    async plays(command: Command): Promise<void> {
      await does(command);
      await believesWhatIsGone();
      await agree(false);
    },
    /** All is well again and time has gone by: nothing is on its way any more. */
    async ends(): Promise<void> {
      await does({ kind: 'graphSpeaks' });
      await recovers();
      await believesWhatIsGone();
      await passes(minute);
      await believesWhatIsGone();
      await agree(true);
    },
  };
}

function movesIn(outcome: Outcome | undefined): number {
  return (outcome?.card as { ticket?: Ticket } | undefined)?.ticket?.moves.length ?? 0;
}

/** The state of a ticket, as far as a model knows it. */
export function expectTicket({ state, claimedBy, severity = 'normal' }: Ticket, model: ModelTicket): void {
  expect({ state, claimedBy: claimedBy?.id, severity }, `ticket ${model.number}`).toEqual({
    state: model.state,
    claimedBy: model.claimedBy,
    severity: model.urgent ? 'urgent' : 'normal',
  });
}

/** A recorded move in the model's words. */
function seenAs(move: TicketMove, world: World): ModelMove {
  if (move.kind === 'opened') throw new Error('It was opened twice');
  return {
    side: move.by.id === '' ? 'itself' : move.by.id === world.person('grace').id ? 'requester' : 'helpdesk',
    kind: move.kind,
    by: move.by.id,
    fromStep: move.fromStep,
    text: 'text' in move ? move.text : undefined,
    to: move.kind === 'assigned' ? move.to.id : undefined,
    waits: move.kind === 'replied' ? move.waits : undefined,
    cause: move.kind === 'resolved' ? move.cause?.id : undefined,
  };
}

function sameAsMeant(seen: ModelMove, meant: ModelMove): boolean {
  return (
    seen.side === meant.side &&
    seen.kind === meant.kind &&
    seen.by === meant.by &&
    seen.fromStep === meant.fromStep &&
    (seen.text ?? '') === (meant.text ?? '') &&
    seen.to === meant.to &&
    (seen.waits ?? false) === (meant.waits ?? false) &&
    seen.cause === meant.cause
  );
}

/** A ticket as its requester may have it. */
function withoutNotes(ticket: Ticket): Ticket {
  return { ...ticket, moves: ticket.moves.map((move) => (move.kind === 'noted' ? { ...move, text: '' } : move)) };
}
