import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Role, TicketActionKind } from '../../src/helpdesk/life-cycle.js';
import { moveTicket, possibleNow, type Acting, type TicketAction } from '../../src/helpdesk/move-ticket.js';
import {
  hasEnded,
  nobody,
  stepOf,
  ticketStates,
  type Party,
  type Ticket,
  type TicketMove,
  type TicketState,
} from '../../src/helpdesk/ticket.js';
import { aTicket, ada, ben, helper } from '../contracts/storage/samples.js';

const day = 24 * 60 * 60_000;
const opened = '2026-03-09T09:00:00.000Z';
const at = '2026-03-10T10:00:00.000Z';
const weekLater = '2026-03-17T10:00:00.000Z';

/** Who may do what in which state, of a ticket that is not urgent; `markNormal` takes the place of `markUrgent` in one that is. */
const possible: Readonly<Record<TicketState, Readonly<Record<Role, string>>>> = {
  open: { helpdesk: 'claim assign note markUrgent', requester: 'comment withdraw', system: 'remind renewCard' },
  claimed: {
    helpdesk: 'reply note resolve assign unclaim markUrgent',
    requester: 'comment withdraw',
    system: 'renewCard',
  },
  waiting: {
    helpdesk: 'reply note resolve assign unclaim markUrgent',
    requester: 'comment withdraw',
    system: 'renewCard',
  },
  resolved: { helpdesk: 'reopen note', requester: 'confirm reopen comment', system: 'close renewCard' },
  closed: { helpdesk: '', requester: '', system: '' },
  withdrawn: { helpdesk: '', requester: '', system: '' },
};

const actions: Readonly<Record<TicketActionKind, TicketAction>> = {
  claim: { kind: 'claim' },
  unclaim: { kind: 'unclaim' },
  assign: { kind: 'assign', to: ben },
  reply: { kind: 'reply', text: 'Which window is it?', waits: true, told: true },
  note: { kind: 'note', text: 'Looks like the limit.' },
  resolve: { kind: 'resolve', cause: { id: 'device-limit', title: { en: 'The limit' } }, text: 'Two old PCs removed.' },
  reopen: { kind: 'reopen', text: 'It came back.' },
  markUrgent: { kind: 'markUrgent' },
  markNormal: { kind: 'markNormal' },
  comment: { kind: 'comment', text: 'The blue one.' },
  withdraw: { kind: 'withdraw' },
  confirm: { kind: 'confirm' },
  close: { kind: 'close' },
  remind: { kind: 'remind' },
  renewCard: { kind: 'renewCard' },
};

const byRole: Readonly<Record<Role, Party>> = { helpdesk: helper, requester: ada, system: nobody };

const inHand = ['claimed', 'waiting', 'resolved', 'closed'];

function ticketIn(state: TicketState, changes: Partial<Ticket> = {}): Ticket {
  const ticket = aTicket();
  return {
    ...ticket,
    number: 1001,
    state,
    claimedBy: inHand.includes(state) ? helper : undefined,
    ...(state === 'resolved' && { closesAt: '2026-03-16T09:00:00.000Z' }),
    ...(state !== 'closed' && state !== 'withdrawn' && { report: { ...ticket.report, paste: 'AzureAdJoined : NO' } }),
    ...changes,
  };
}

function acting(role: Role, changes: Partial<Acting> = {}): Acting {
  return { role, by: byRole[role], at, ...changes };
}

function moved(ticket: Ticket, action: TicketAction, who: Acting): Ticket {
  const outcome = moveTicket(ticket, action, who);
  if (outcome.kind !== 'moved') throw new Error(`${action.kind} was ${outcome.kind}`);
  return outcome.ticket;
}

const words = (text: string) => text.split(' ').filter((word) => word !== '') as TicketActionKind[];
const roles: readonly Role[] = ['helpdesk', 'requester', 'system'];
const cases = ticketStates.flatMap((state) => roles.map((role) => [state, role] as const));

describe.each(cases)('on a ticket that is %s the %s', (state, role) => {
  describe.each([
    ['normal', possible[state][role]],
    ['urgent', possible[state][role].replace('markUrgent', 'markNormal')],
  ] as const)('(%s)', (severity, text) => {
    const ticket = ticketIn(state, { severity });

    it(`may do ${text || 'nothing'}`, () => {
      expect(possibleNow(ticket, role)).toEqual(words(text));
    });

    it('does what is allowed, and hears what is possible instead of the rest', () => {
      for (const [kind, action] of Object.entries(actions) as [TicketActionKind, TicketAction][]) {
        const outcome = moveTicket(ticket, action, acting(role));
        if (words(text).includes(kind)) expect(outcome.kind, kind).toBe('moved');
        else expect(outcome, kind).toEqual({ kind: 'refused', possible: words(text) });
      }
    });
  });
});

type Changed = Pick<Ticket, 'state' | 'claimedBy' | 'severity' | 'closesAt'>;
const like = (state: TicketState, claimedBy?: Party, more: Partial<Changed> = {}) => ({
  state,
  claimedBy,
  severity: 'normal' as const,
  closesAt: undefined,
  ...more,
});

describe('an allowed move changes this and nothing else:', () => {
  it.each<[TicketState, Role, TicketActionKind, Changed, object]>([
    ['open', 'helpdesk', 'claim', like('claimed', helper), { kind: 'claimed' }],
    ['open', 'helpdesk', 'assign', like('claimed', ben), { kind: 'assigned', to: ben }],
    ['open', 'helpdesk', 'note', like('open'), { kind: 'noted', text: 'Looks like the limit.' }],
    ['open', 'helpdesk', 'markUrgent', like('open', undefined, { severity: 'urgent' }), { kind: 'markedUrgent' }],
    ['open', 'requester', 'comment', like('open'), { kind: 'commented', text: 'The blue one.' }],
    ['open', 'system', 'remind', like('open'), { kind: 'reminded' }],
    ['open', 'system', 'renewCard', like('open'), { kind: 'cardRenewed' }],
    ['claimed', 'helpdesk', 'unclaim', like('open'), { kind: 'unclaimed' }],
    ['claimed', 'helpdesk', 'assign', like('claimed', ben), { kind: 'assigned', to: ben }],
    [
      'claimed',
      'helpdesk',
      'reply',
      like('waiting', helper),
      { kind: 'replied', text: 'Which window is it?', waits: true, told: true },
    ],
    ['claimed', 'helpdesk', 'note', like('claimed', helper), { kind: 'noted' }],
    [
      'claimed',
      'helpdesk',
      'resolve',
      like('resolved', helper, { closesAt: weekLater }),
      { kind: 'resolved', cause: { id: 'device-limit', title: { en: 'The limit' } }, text: 'Two old PCs removed.' },
    ],
    ['claimed', 'helpdesk', 'markUrgent', like('claimed', helper, { severity: 'urgent' }), { kind: 'markedUrgent' }],
    ['claimed', 'requester', 'comment', like('claimed', helper), { kind: 'commented' }],
    ['waiting', 'requester', 'comment', like('claimed', helper), { kind: 'commented', text: 'The blue one.' }],
    ['waiting', 'helpdesk', 'note', like('waiting', helper), { kind: 'noted' }],
    ['waiting', 'helpdesk', 'unclaim', like('open'), { kind: 'unclaimed' }],
    ['waiting', 'helpdesk', 'assign', like('claimed', ben), { kind: 'assigned' }],
    ['waiting', 'helpdesk', 'resolve', like('resolved', helper, { closesAt: weekLater }), { kind: 'resolved' }],
    ['waiting', 'helpdesk', 'markUrgent', like('waiting', helper, { severity: 'urgent' }), { kind: 'markedUrgent' }],
    ['waiting', 'system', 'renewCard', like('waiting', helper), { kind: 'cardRenewed' }],
    ['resolved', 'helpdesk', 'reopen', like('open'), { kind: 'reopened', text: 'It came back.' }],
    [
      'resolved',
      'helpdesk',
      'note',
      like('resolved', helper, { closesAt: '2026-03-16T09:00:00.000Z' }),
      { kind: 'noted' },
    ],
    ['resolved', 'requester', 'reopen', like('open'), { kind: 'reopened', text: 'It came back.' }],
    [
      'resolved',
      'requester',
      'comment',
      like('resolved', helper, { closesAt: '2026-03-16T09:00:00.000Z' }),
      { kind: 'commented' },
    ],
  ])('%s, %s: %s', (state, role, kind, changed, move) => {
    const before = ticketIn(state, { severity: 'normal' });
    const after = moved(before, actions[kind], acting(role, { fromStep: 7 }));
    const last = { by: byRole[role], at, fromStep: 7, ...move };
    expect(after).toEqual({
      ...before,
      ...changed,
      updatedAt: at,
      moves: [...before.moves, expect.objectContaining(last)],
    });
  });

  it.each<[TicketState, Role, TicketActionKind, Changed, TicketMove['kind']]>([
    ['open', 'requester', 'withdraw', like('withdrawn'), 'withdrawn'],
    ['claimed', 'requester', 'withdraw', like('withdrawn', helper), 'withdrawn'],
    ['waiting', 'requester', 'withdraw', like('withdrawn', helper), 'withdrawn'],
    ['resolved', 'requester', 'confirm', like('closed', helper), 'closed'],
    ['resolved', 'system', 'close', like('closed', helper), 'closed'],
  ])('%s, %s: %s, and what was pasted goes', (state, role, kind, changed, deed) => {
    const before = ticketIn(state, { severity: 'normal' });
    const after = moved(before, actions[kind], acting(role));
    const { paste: _gone, ...report } = before.report;
    expect(after).toEqual({
      ...before,
      ...changed,
      report,
      updatedAt: at,
      moves: [...before.moves, { kind: deed, by: byRole[role], at }],
    });
    expect(JSON.stringify(after)).not.toContain('AzureAdJoined');
  });

  it('an urgent ticket can be made normal again', () => {
    const calm = moved(ticketIn('claimed', { severity: 'urgent' }), actions.markNormal, acting('helpdesk'));
    expect(calm).toMatchObject({ state: 'claimed', claimedBy: helper, severity: 'normal' });
    expect(calm.moves.at(-1)).toMatchObject({ kind: 'markedNormal', by: helper });
  });

  it('a reply that asks nothing waits for nothing', () => {
    expect(
      moved(ticketIn('claimed'), { kind: 'reply', text: 'On it.', waits: false, told: true }, acting('helpdesk')).state,
    ).toBe('claimed');
  });

  it('a resolution may name no cause', () => {
    const after = moved(
      ticketIn('claimed'),
      { kind: 'resolve', cause: undefined, text: 'A broken cable.' },
      acting('helpdesk'),
    );
    expect(after.moves.at(-1)).toEqual({ kind: 'resolved', cause: undefined, text: 'A broken cable.', by: helper, at });
  });

  it('without a button there is no step in the record', () => {
    expect(moved(ticketIn('open'), actions.remind, acting('system')).moves.at(-1)).not.toHaveProperty('fromStep');
  });
});

it('somebody else of the helpdesk may go on with what a colleague claimed', () => {
  const after = moved(ticketIn('claimed'), actions.resolve, acting('helpdesk', { by: ben }));
  expect(after).toMatchObject({ state: 'resolved', claimedBy: helper, moves: [{}, { kind: 'resolved', by: ben }] });
});

describe('a press that is delivered again', () => {
  const claim = acting('helpdesk', { fromStep: 1 });
  const claimed = moved(ticketIn('open'), actions.claim, claim);

  it('changes nothing, also later and by another delivery', () => {
    expect(moveTicket(claimed, actions.claim, claim)).toEqual({ kind: 'repeated' });
    const resolved = moved(claimed, actions.resolve, acting('helpdesk', { fromStep: 2 }));
    expect(moveTicket(resolved, actions.claim, { ...claim, at: weekLater })).toEqual({ kind: 'repeated' });
  });

  it('is known by the text and by whom it was assigned to', () => {
    const noted = moved(claimed, { kind: 'note', text: 'one' }, acting('helpdesk', { fromStep: 2 }));
    expect(moveTicket(noted, { kind: 'note', text: 'one' }, acting('helpdesk', { fromStep: 2 }))).toEqual({
      kind: 'repeated',
    });
    expect(moveTicket(noted, { kind: 'note', text: 'two' }, acting('helpdesk', { fromStep: 2 })).kind).toBe('moved');
    const assigned = moved(claimed, { kind: 'assign', to: ben }, acting('helpdesk', { fromStep: 2 }));
    expect(moveTicket(assigned, { kind: 'assign', to: ben }, acting('helpdesk', { fromStep: 2 }))).toEqual({
      kind: 'repeated',
    });
    expect(moveTicket(assigned, { kind: 'assign', to: helper }, acting('helpdesk', { fromStep: 2 })).kind).toBe(
      'moved',
    );
  });

  it('is not the press of somebody else, nor one of a later card', () => {
    expect(moveTicket(claimed, actions.claim, acting('helpdesk', { by: ben, fromStep: 1 })).kind).toBe('refused');
    const open = moved(claimed, actions.unclaim, acting('helpdesk', { fromStep: 2 }));
    expect(moveTicket(open, actions.claim, acting('helpdesk', { fromStep: 3 })).kind).toBe('moved');
  });

  it('is known after the end as well', () => {
    const confirm = acting('requester', { fromStep: 5 });
    const closed = moved(ticketIn('resolved'), actions.confirm, confirm);
    expect(moveTicket(closed, actions.confirm, confirm)).toEqual({ kind: 'repeated' });
    expect(moveTicket(closed, actions.comment, acting('requester', { fromStep: 5 }))).toEqual({
      kind: 'refused',
      possible: [],
    });
  });
});

describe('whatever happens to a ticket', () => {
  interface Attempt {
    readonly role: Role;
    readonly by: Party;
    readonly kind: TicketActionKind;
    readonly waits: boolean;
    readonly fromStep: number | undefined;
  }

  const attempts = fc.array(
    fc.record<Attempt>({
      role: fc.constantFrom(...roles),
      by: fc.constantFrom(ada, ben, helper),
      kind: fc.constantFrom(...(Object.keys(actions) as TicketActionKind[])),
      waits: fc.boolean(),
      fromStep: fc.option(fc.nat(6), { nil: undefined }),
    }),
    { maxLength: 40 },
  );

  function attemptOn(ticket: Ticket, { role, by, kind, waits, fromStep }: Attempt, index: number) {
    const action = kind === 'reply' ? { ...actions.reply, kind, text: `${index}`, waits, told: true } : actions[kind];
    const who = {
      role,
      by,
      at: new Date(Date.parse(opened) + index * day).toISOString(),
      ...(fromStep !== undefined && { fromStep }),
    };
    return { action, who, outcome: moveTicket(ticket, action, who) };
  }

  it('it stays whole, its record only grows, and the end is the end', () => {
    fc.assert(
      fc.property(attempts, (list) => {
        let ticket = ticketIn('open');
        for (const [index, each] of list.entries()) {
          const { action, who, outcome } = attemptOn(ticket, each, index);
          if (outcome.kind === 'refused') expect(outcome.possible).toEqual(possibleNow(ticket, each.role));
          if (outcome.kind !== 'moved') continue;
          expect(hasEnded(ticket)).toBe(false);
          expect(outcome.ticket.moves.slice(0, -1)).toEqual(ticket.moves);
          expect(stepOf(outcome.ticket)).toBe(stepOf(ticket) + 1);
          expect(outcome.ticket.moves.at(-1)).toMatchObject({ by: who.by, at: who.at });
          expect(outcome.ticket).toMatchObject({
            number: ticket.number,
            requester: ada,
            createdAt: ticket.createdAt,
            updatedAt: who.at,
          });
          ticket = outcome.ticket;
          expectWhole(ticket);
          if (who.fromStep !== undefined) expect(moveTicket(ticket, action, who)).toEqual({ kind: 'repeated' });
        }
      }),
      { numRuns: 300 },
    );
  });

  function expectWhole(ticket: Ticket): void {
    const { state, claimedBy, closesAt, report } = ticket;
    if (state === 'claimed' || state === 'waiting' || state === 'resolved') expect(claimedBy, state).toBeDefined();
    if (state === 'open') expect(claimedBy).toBeUndefined();
    expect(closesAt === undefined, `closes by itself while ${state}`).toBe(state !== 'resolved');
    expect(report.paste === undefined, `the paste while ${state}`).toBe(hasEnded(ticket));
  }
});

describe('a button of before', () => {
  const helper = { id: 'id-of-helper', name: 'Helper', userPrincipalName: '' };
  const other = { id: 'id-of-other', name: 'Other', userPrincipalName: '' };
  const at = '2026-03-09T10:00:00.000Z';
  const run = (
    deeds: readonly (readonly ['claim' | 'unclaim' | 'markUrgent' | 'markNormal', typeof helper, number])[],
  ) =>
    deeds.reduce<{ ticket: Ticket; kinds: string[] }>(
      ({ ticket, kinds }, [kind, by, fromStep]) => {
        const moved = moveTicket(ticket, { kind }, { role: 'helpdesk', by, at, fromStep });
        return { ticket: moved.kind === 'moved' ? moved.ticket : ticket, kinds: [...kinds, moved.kind] };
      },
      { ticket: { ...aTicket(), number: 1001 }, kinds: [] },
    );

  it('that was refused and comes again when it would be possible is still the press of then', () => {
    const { ticket, kinds } = run([
      ['claim', helper, 1],
      ['claim', other, 1],
      ['unclaim', helper, 2],
      ['claim', other, 1],
      ['claim', other, 3],
    ]);
    expect(kinds).toEqual(['moved', 'refused', 'moved', 'refused', 'moved']);
    expect(ticket).toMatchObject({ state: 'claimed', claimedBy: other });
  });

  it('changes no severity that was changed since', () => {
    expect(
      run([
        ['markUrgent', helper, 1],
        ['markUrgent', other, 1],
        ['markNormal', helper, 2],
        ['markUrgent', other, 1],
      ]).kinds,
    ).toEqual(['moved', 'refused', 'moved', 'refused']);
  });
});
