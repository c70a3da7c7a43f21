import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeOf } from '../../src/troubleshooting/advance.js';
import { causesAhead } from '../../src/troubleshooting/causes-ahead.js';
import type { Fact, FactName, Facts } from '../../src/troubleshooting/facts.js';
import { emptyForm, unknownProfile, type Session } from '../../src/troubleshooting/session.js';
import { resume, startSession, step, type WalkEvent } from '../../src/troubleshooting/step.js';
import { smallTree as tree } from '../support/small-tree.js';

const at = '2026-11-23T08:00:00.000Z';
const known = (value: string): Fact => ({ known: true, value, source: '/users', at });
const unknown: Fact = { known: false, reason: 'timeout', source: '/users', at };

type Doing = WalkEvent extends infer E ? (E extends WalkEvent ? Omit<E, 'at'> : never) : never;

function walk(facts: Facts, ...doings: Doing[]): Session {
  const learn: Doing = { kind: 'learn', facts, profile: unknownProfile };
  return [learn, ...doings].reduce(
    (session, doing) => step(tree, session, { ...doing, at }).session,
    startSession(tree, { id: 's', at }),
  );
}

const choose = (optionId: string): Doing => ({ kind: 'choose', optionId });

describe('facts', () => {
  it('answer a question that they know, and the trail says so', () => {
    const session = walk({ accountKind: known('synced') }, choose('own'));
    expect(session.nodeId).toBe('t/limit');
    expect(session.trail).toContainEqual({
      kind: 'checked',
      nodeId: 't/kind',
      optionId: 'yes',
      fact: 'accountKind',
      value: 'synced',
      at,
    });
  });

  it('are asked for when they are unknown', () => {
    expect(walk({ accountKind: unknown }, choose('own')).nodeId).toBe('t/kind');
  });

  it('decide a branch', () => {
    expect(walk({ accountKind: known('synced'), domainType: known('federated') }, choose('own')).nodeId).toBe(
      't/fix-federated',
    );
  });

  it('never answer when they are estimates', () => {
    expect(walk({ accountKind: known('synced'), limitUse: known('reached') }, choose('own')).nodeId).toBe('t/limit');
  });

  it('say nothing about somebody else’s account', () => {
    expect(walk({ accountKind: known('cloudOnly'), domainType: known('federated') }, choose('other')).nodeId).toBe(
      't/kind',
    );
  });

  it('that come late change nothing on show, and no button', () => {
    const before = walk({}, choose('own'));
    const { session } = step(tree, before, {
      kind: 'learn',
      facts: { accountKind: known('guest') },
      profile: unknownProfile,
      at,
    });
    expect(session).toMatchObject({ nodeId: 't/kind', step: before.step });
  });

  it('stay known when a later reading fails', () => {
    const session = walk(
      { accountKind: known('synced') },
      { kind: 'learn', facts: { accountKind: unknown }, profile: unknownProfile },
    );
    expect(session.facts.accountKind).toEqual(known('synced'));
  });
});

describe('calling a fact wrong', () => {
  const facts: Facts = { accountKind: known('synced'), domainType: known('federated') };

  it('goes back to the question that it answered', () => {
    const session = walk({ accountKind: known('synced') }, choose('own'), { kind: 'dispute' });
    expect(session).toMatchObject({ nodeId: 't/kind', disputed: ['accountKind'], place: { kind: 'node' } });
  });

  it('asks which, when there are several', () => {
    expect(walk(facts, choose('own'), { kind: 'dispute' }).place).toEqual({ kind: 'disputing' });
    const session = walk(facts, choose('own'), { kind: 'dispute' }, { kind: 'disputeFact', fact: 'domainType' });
    expect(session).toMatchObject({ nodeId: 't/limit', disputed: ['domainType'] });
  });

  it('holds also after starting over', () => {
    const session = walk(
      facts,
      choose('own'),
      { kind: 'dispute' },
      { kind: 'disputeFact', fact: 'accountKind' },
      { kind: 'startOver' },
      choose('own'),
    );
    expect(session.nodeId).toBe('t/kind');
  });

  it('is refused where no fact decided anything', () => {
    const session = walk({}, choose('own'));
    expect(step(tree, session, { kind: 'dispute', at }).effects).toEqual([
      { kind: 'refused', reason: 'notPossibleHere' },
    ]);
  });
});

describe('going back', () => {
  it('returns to the last answer of the person, past what facts answered', () => {
    const session = walk({ accountKind: known('synced') }, choose('own'), { kind: 'back' });
    expect(session).toMatchObject({ nodeId: 't/whose', trail: [] });
  });

  it('undoes "that did not help"', () => {
    const session = walk(
      { accountKind: known('synced'), domainType: known('federated') },
      choose('own'),
      { kind: 'notFixed' },
      { kind: 'back' },
    );
    expect(session.nodeId).toBe('t/fix-federated');
  });

  it('says so when there is nothing before', () => {
    expect(step(tree, walk({}), { kind: 'back', at }).effects).toEqual([
      { kind: 'refused', reason: 'nothingToGoBackTo' },
    ]);
  });
});

describe('the ends', () => {
  const atFix = walk({ accountKind: known('synced'), domainType: known('federated') }, choose('own'));

  it('a fix that helped closes', () => {
    const { session, effects } = step(tree, atFix, { kind: 'fixed', at });
    expect(session.place).toEqual({ kind: 'closed', outcome: 'fixed' });
    expect(effects).toContainEqual({ kind: 'rest' });
  });

  it('a rating is taken once', () => {
    const closed = step(tree, atFix, { kind: 'fixed', at }).session;
    const rated = step(tree, closed, { kind: 'rate', rating: 4, at }).session;
    expect(rated.place).toMatchObject({ rating: 4 });
    expect(step(tree, rated, { kind: 'rate', rating: 1, at }).session).toBe(rated);
  });

  it('a fix that did not help leads to the next cause, and to the helpdesk when none is left', () => {
    const next = step(tree, atFix, { kind: 'notFixed', at }).session;
    expect(next.nodeId).toBe('t/limit');
    expect(walk({ accountKind: known('synced') }, choose('own'), choose('yes'), { kind: 'notFixed' }).nodeId).toBe(
      't/helpdesk',
    );
  });

  it('the form, the summary, the ticket', () => {
    const form = { ...emptyForm, note: 'please' };
    const summary = walk({}, { kind: 'talkToAPerson' }, { kind: 'review', form });
    expect(summary).toMatchObject({ place: { kind: 'summary' }, form });
    const sent = step(tree, summary, { kind: 'send', at });
    expect(sent.effects).toContainEqual({ kind: 'handOver' });
    const done = step(tree, sent.session, { kind: 'handedOver', ticketNumber: 1001, at }).session;
    expect(done.place).toEqual({ kind: 'handedOver', ticketNumber: 1001 });
  });

  it('a form that says nothing is not sent', () => {
    expect(walk({}, { kind: 'talkToAPerson' }, { kind: 'review', form: emptyForm }).place).toEqual({
      kind: 'form',
      problem: 'nothingToSay',
    });
  });

  it('a form for somebody else names them', () => {
    expect(walk({}, choose('other'), { kind: 'talkToAPerson' }, { kind: 'review', form: emptyForm }).place).toEqual({
      kind: 'form',
      problem: 'otherPersonMissing',
    });
  });

  it('causes that were tried are not named to the helpdesk again', () => {
    expect(causesAhead(tree, step(tree, atFix, { kind: 'notFixed', at }).session)).toEqual(['limit']);
  });
});

describe('a tree that changed', () => {
  it('goes on when its nodes are still there', () => {
    const session = { ...walk({}, choose('own')), treeVersion: 'older' };
    expect(resume(tree, session)).toMatchObject({ nodeId: 't/kind', treeVersion: 'small-1' });
  });

  it('begins anew when they are not', () => {
    expect(resume(tree, { ...walk({}), treeVersion: 'older', nodeId: 't/gone' })).toBeUndefined();
  });
});

describe('any sequence of events', () => {
  const factArb = fc.option(fc.constantFrom('synced', 'cloudOnly', 'guest', 'federated', 'managed', 'reached', 'odd'), {
    nil: undefined,
  });
  const doing: fc.Arbitrary<Doing> = fc.oneof(
    fc.constantFrom('own', 'other', 'yes', 'no', 'not-sure', 'nonsense').map(choose),
    fc
      .constantFrom('fixed', 'notFixed', 'understood', 'back', 'startOver', 'talkToAPerson', 'dispute', 'edit', 'send')
      .map((kind): Doing => ({ kind })),
    fc.constantFrom<FactName>('accountKind', 'domainType').map((fact): Doing => ({ kind: 'disputeFact', fact })),
    fc.record({ note: fc.string() }).map(({ note }): Doing => ({ kind: 'review', form: { ...emptyForm, note } })),
    fc.tuple(factArb, factArb).map(([kind, type]): Doing => ({
      kind: 'learn',
      facts: { ...(kind && { accountKind: known(kind) }), ...(type && { domainType: known(type) }) },
      profile: unknownProfile,
    })),
    fc.integer({ min: 1, max: 5 }).map((rating): Doing => ({ kind: 'rate', rating })),
  );

  it('ends on a node of the tree, and a refusal changes nothing', () => {
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 30 }), (doings) => {
        let session = startSession(tree, { id: 's', at });
        for (const next of doings) {
          const result = step(tree, session, { ...next, at });
          const refused = result.effects.some(({ kind }) => kind === 'refused');
          if (refused) expect(result.session).toBe(session);
          else
            expect(result.session.step).toBe(session.step + (next.kind === 'learn' || next.kind === 'noted' ? 0 : 1));
          expect(nodeOf(tree, result.session).kind).not.toBe('branch');
          session = result.session;
        }
      }),
    );
  });
});
