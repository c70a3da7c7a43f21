import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/diagnosis/model.js';
import { causesAhead } from '../../src/troubleshooting/causes-ahead.js';
import type { Facts } from '../../src/troubleshooting/facts.js';
import { attributes } from '../../src/troubleshooting/session-facts.js';
import { type Session, type SessionReading } from '../../src/troubleshooting/session.js';
import { resume, startSession, step, type WalkEvent } from '../../src/troubleshooting/step.js';
import type { Tree, TreeNode } from '../../src/troubleshooting/tree.js';

const text = (en: string) => ({ en, de: en });
const cause = (id: string) =>
  [
    id,
    { id, title: text(id), who: 'person', certainty: 'documented', technical: text(id), sources: ['page'] },
  ] as const;

const nodes: readonly TreeNode[] = [
  {
    kind: 'question',
    id: 'opening/windows',
    text: text('Which Windows?'),
    body: [],
    fact: 'platform',
    options: [
      { id: 'current', text: text('10'), next: 'current/status', when: ['current'], sets: { windows: 'current' } },
      { id: 'win7', text: text('7'), next: 'downlevel/status', sets: { windows: 'win7' } },
    ],
  },
  {
    kind: 'question',
    id: 'current/status',
    text: text('What does it say?'),
    body: [],
    fact: 'joinState',
    options: [
      { id: 'both', text: text('both'), next: 'current/fine', when: ['hybrid'] },
      { id: 'domain', text: text('domain'), next: 'current/phase', when: ['domainOnly'] },
    ],
  },
  {
    kind: 'question',
    id: 'current/phase',
    text: text('Which phase?'),
    body: [],
    fact: 'failedPhase',
    options: [
      { id: 'discover', text: text('discover'), next: 'current/scp', when: ['discover'] },
      { id: 'not-sure', text: text('not sure'), next: 'current/ask' },
    ],
  },
  { kind: 'handOver', id: 'current/scp', text: text('SCP'), body: [], causes: ['scp', 'network'], entryFor: ['scp'] },
  {
    kind: 'fix',
    id: 'current/wait',
    cause: 'pending',
    text: text('Wait'),
    body: [],
    next: 'current/ask',
    entryFor: ['pending'],
    lookAgain: true,
  },
  {
    kind: 'handOver',
    id: 'current/network',
    text: text('Network'),
    body: [],
    causes: ['network'],
    entryFor: ['network'],
  },
  { kind: 'explanation', id: 'current/fine', text: text('Fine'), body: [], entryFor: ['hybrid-healthy'] },
  { kind: 'handOver', id: 'current/ask', text: text('Ask'), body: [], causes: [] },
  { kind: 'handOver', id: 'downlevel/status', text: text('Old'), body: [], causes: ['network'], entryFor: ['network'] },
];

const tree: Tree = {
  start: 'opening/windows',
  version: 'v',
  nodes: new Map(nodes.map((node) => [node.id, node])),
  causes: new Map(['scp', 'network', 'pending'].map((id) => cause(id))),
};

const at = '2026-11-25T08:00:00.000Z';
const finding = (id: string, more: Partial<Finding> = {}): Finding => ({
  id,
  phase: 'discover',
  role: 'blocks',
  sure: 'likely',
  evidence: [],
  ...more,
});

function aReading(findings: readonly Finding[], more: Partial<SessionReading> = {}): SessionReading {
  return {
    at,
    kinds: ['status'],
    findings,
    missing: [],
    pc: {},
    lookedUp: true,
    seen: '',
    sets: {},
    landed: false,
    ...more,
  };
}

type Doing = WalkEvent extends infer E ? (E extends WalkEvent ? Omit<E, 'at'> : never) : never;

const read = (findings: readonly Finding[], facts: Facts = {}, more: Partial<SessionReading> = {}): Doing => ({
  kind: 'read',
  reading: aReading(findings, more),
  facts,
});
const proven = (value: string) => ({ known: true, value, source: 'paste', at }) as const;
const walk = (...doings: Doing[]): Session =>
  doings.reduce((session, doing) => step(tree, session, { ...doing, at }).session, startSession(tree, { id: 's', at }));
const choose = (optionId: string): Doing => ({ kind: 'choose', optionId });

const current: Facts = { platform: proven('current') };

describe('a paste', () => {
  it('leads to the node that takes up what blocks first, whatever was asked before', () => {
    const session = walk(
      read([finding('x', { cause: 'scp' }), finding('y', { cause: 'pending' })], current, {
        sets: { windows: 'current' },
      }),
    );
    expect(session.nodeId).toBe('current/scp');
    expect(session.trail).toMatchObject([{ kind: 'read', nodeId: 'opening/windows', landed: 'current/scp' }]);
    expect(attributes(tree, session)).toEqual({ windows: 'current' });
  });

  it('is taken up by its own name before its cause, and led nowhere by what follows or is none', () => {
    expect(walk(read([finding('hybrid-healthy', { role: 'healthy' })], current)).nodeId).toBe('current/fine');
    expect(
      walk(read([finding('x', { cause: 'scp', role: 'follows' }), finding('scp', { role: 'sideEffect' })])).nodeId,
    ).toBe('opening/windows');
  });

  it('answers the questions that it proves, as far as it goes', () => {
    const session = walk(read([], { ...current, joinState: proven('domainOnly') }));
    expect(session.nodeId).toBe('current/phase');
    expect(session.trail.map(({ kind }) => kind)).toEqual(['checked', 'checked']);
  });

  it('that says nothing changes nothing but what is kept', () => {
    const session = walk(read([]));
    expect(session).toMatchObject({ nodeId: 'opening/windows', trail: [], readings: [{ landed: true }] });
  });

  it('of which the Windows is not known waits for that answer, and then leads on', () => {
    const waiting = walk(read([finding('x', { cause: 'network' })]));
    expect(waiting).toMatchObject({ nodeId: 'opening/windows', readings: [{ landed: false }] });
    expect(step(tree, waiting, { ...choose('win7'), at }).session.nodeId).toBe('downlevel/status');
    expect(step(tree, waiting, { ...choose('current'), at }).session.nodeId).toBe('current/network');
  });

  it('can be called wrong: back to where it led away from, without its facts', () => {
    const session = walk(choose('current'), read([finding('x', { cause: 'scp' })], { joinState: proven('hybrid') }), {
      kind: 'dispute',
    });
    expect(session).toMatchObject({ nodeId: 'current/status', facts: {}, readings: [] });
  });

  it('is undone by Back', () => {
    expect(walk(choose('current'), read([finding('x', { cause: 'scp' })]), { kind: 'back' }).nodeId).toBe(
      'current/status',
    );
  });

  it('is forgotten by Start over', () => {
    expect(walk(read([finding('x', { cause: 'scp' })], current), { kind: 'startOver' })).toMatchObject({
      nodeId: 'opening/windows',
      readings: [],
      facts: {},
    });
  });

  it('while the form is open stays out of the way', () => {
    const session = walk(choose('current'), { kind: 'talkToAPerson' }, read([finding('x', { cause: 'scp' })]));
    expect(session).toMatchObject({ place: { kind: 'form' }, nodeId: 'current/status', readings: [{ landed: false }] });
  });

  it('names its cause to the helpdesk first', () => {
    expect(
      causesAhead(tree, walk(read([finding('x', { cause: 'pending' }), finding('y', { cause: 'scp' })], current)))[0],
    ).toBe('pending');
    expect(
      causesAhead(tree, walk(read([finding('x', { cause: 'pending' })], current), { kind: 'notFixed' })),
    ).not.toContain('pending');
  });

  it('of the other kind of Windows than was answered counts more than the answer', () => {
    expect(
      walk(choose('win7'), read([finding('x', { cause: 'network' })], current, { sets: { windows: 'current' } }))
        .nodeId,
    ).toBe('current/network');
  });

  it('of another PC begins anew: nothing of the first is left', () => {
    const first = read(
      [finding('x', { cause: 'scp' })],
      { ...current, prt: proven('yes') },
      { pc: { name: 'PC-1' }, seen: 'line of PC-1' },
    );
    const code = read([], {}, { at: '2026-11-25T08:00:01.000Z' });
    const second = read([finding('y', { cause: 'pending' })], current, {
      at: '2026-11-25T08:00:02.000Z',
      pc: { name: 'PC-2' },
      seen: 'line of PC-2',
    });
    const session = walk(first, code, second);
    expect(session).toMatchObject({
      nodeId: 'current/wait',
      form: { pcName: 'PC-2', seen: 'line of PC-2' },
      readings: [{ pc: { name: 'PC-2' } }],
    });
    expect(session.facts.prt).toBeUndefined();
    expect(session.trail.filter(({ kind }) => kind === 'read')).toHaveLength(1);
    expect(causesAhead(tree, session)).not.toContain('scp');
  });

  it('called wrong drops just that one, with its words', () => {
    const first = read([finding('x', { cause: 'scp' })], current, { seen: 'first' });
    const second = read(
      [finding('unheard-of', { role: 'note' })],
      {},
      { at: '2026-11-25T08:00:01.000Z', seen: 'second' },
    );
    const session = walk(first, second, { kind: 'dispute' });
    expect(session).toMatchObject({
      nodeId: 'current/scp',
      form: { seen: 'first' },
      readings: [{ seen: 'first' }],
      facts: current,
    });
  });

  it('pasted while the form was open leads on when one goes back', () => {
    expect(
      walk({ kind: 'talkToAPerson' }, read([finding('x', { cause: 'scp' })], current), { kind: 'back' }).nodeId,
    ).toBe('current/scp');
  });

  it('that is certain names its cause alone, as long as it is what led here', () => {
    const certain = read([finding('x', { cause: 'scp', sure: 'certain' })], current);
    expect(causesAhead(tree, walk(certain))).toEqual(['scp']);
    expect(causesAhead(tree, walk(certain, { kind: 'back' }, choose('win7')))).toContain('network');
  });

  it('keeps no more than the latest few', () => {
    const many = Array.from({ length: 9 }, () => read([]));
    expect(walk(...many).readings).toHaveLength(4);
  });
});

describe('looking again', () => {
  const pending = read([finding('x', { cause: 'pending' })], current, { pc: { name: 'PC-1' } });
  const again: Doing = { kind: 'lookAgain', dueAt: '2026-11-25T08:30:00.000Z' };

  it('is planned where the node offers it and the PC is known', () => {
    const result = step(tree, walk(pending), { ...again, at });
    expect(result.effects).toContainEqual({ kind: 'lookAgain' });
    expect(result.session.lookAgainAt).toBe('2026-11-25T08:30:00.000Z');
  });

  it('is refused elsewhere, of a PC that could not be looked up, and while one is planned', () => {
    const notAsked = walk(
      read([finding('x', { cause: 'pending' })], current, { pc: { name: 'PC-1' }, lookedUp: false }),
    );
    for (const session of [walk(), notAsked, step(tree, walk(pending), { ...again, at }).session]) {
      expect(step(tree, session, { ...again, at }).effects).toEqual([{ kind: 'refused', reason: 'notPossibleHere' }]);
    }
  });
});

describe('own words', () => {
  it('lead to one place, and Back leads from there', () => {
    expect(walk({ kind: 'enter', nodeId: 'current/phase' })).toMatchObject({
      nodeId: 'current/phase',
      place: { kind: 'node' },
    });
    expect(walk({ kind: 'enter', nodeId: 'current/phase' }, { kind: 'back' }).nodeId).toBe('opening/windows');
  });

  it('are offered a choice, of which nothing else can be entered', () => {
    const offered = walk({ kind: 'offer', entries: ['current/phase', 'current/scp'] });
    expect(offered.place).toEqual({ kind: 'offering', entries: ['current/phase', 'current/scp'] });
    expect(step(tree, offered, { kind: 'enter', nodeId: 'current/fine', at }).effects).toEqual([
      { kind: 'refused', reason: 'notPossibleHere' },
    ]);
    expect(step(tree, offered, { kind: 'enter', nodeId: 'current/scp', at }).session).toMatchObject({
      nodeId: 'current/scp',
      place: { kind: 'node' },
    });
  });

  it('to a place that is gone begin anew', () => {
    const offered = { ...walk({ kind: 'offer', entries: ['current/gone'] }), treeVersion: 'older' };
    expect(resume(tree, offered)).toBeUndefined();
  });
});
