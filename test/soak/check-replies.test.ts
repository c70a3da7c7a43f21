import { describe, expect, it } from 'vitest';
import { problemsOf } from './check-replies.js';
import type { Noted } from './noting-teams.js';

/** `b!` is a `b` with a mark. */
const noted = (...replies: readonly string[]): readonly Noted[] =>
  replies.map((reply) => ({ turn: reply.replace('!', ''), again: reply.endsWith('!') }));

describe('what the soak finds in the replies to a, b, c', () => {
  it.each([
    [['a', 'b', 'c'], []],
    [['a', 'b!', 'c'], []],
    [['a', 'b', 'b!', 'c'], []],
    [['a', 'b', 'c', 'b!'], []],
    [['a', 'c'], ['b has no reply']],
    [[], ['a has no reply', 'b has no reply', 'c has no reply']],
    [['b', 'a', 'c'], ['b, a, c came where a, b, c should']],
    [['a', 'b', 'b', 'c'], ['b came once more without a mark']],
    [['a!', 'a', 'b', 'c'], ['a came once more without a mark']],
    [
      ['c', 'a'],
      ['b has no reply', 'c, a came where a, c should'],
    ],
  ])('%j: %j', (replies, problems) => {
    expect(problemsOf(['a', 'b', 'c'], noted(...replies))).toEqual(problems);
  });
});
