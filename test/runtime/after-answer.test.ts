import { describe, expect, it } from 'vitest';
import { createAfterAnswer } from '../../src/runtime/after-answer.js';

describe('work that a request sets going', () => {
  it('begins when the answer has left, in its order', async () => {
    const { answering, later } = createAfterAnswer();
    const done: string[] = [];
    await answering(async () => {
      later(() => done.push('first'));
      await Promise.resolve();
      later(() => done.push('second'));
      done.push('answered');
    });
    expect(done).toEqual(['answered', 'first', 'second']);
  });

  it('begins also when the answer failed', async () => {
    const { answering, later } = createAfterAnswer();
    const done: string[] = [];
    const failing = answering(async () => {
      later(() => done.push('later'));
      throw new Error('no answer');
    });
    await expect(failing).rejects.toThrow('no answer');
    expect(done).toEqual(['later']);
  });

  it('waits for its own answer alone', async () => {
    const { answering, later } = createAfterAnswer();
    const done: string[] = [];
    let answer = () => {};
    const slow = answering(() => new Promise((resolve) => (answer = resolve)));
    await answering(async () => later(() => done.push('other')));
    expect(done).toEqual(['other']);
    answer();
    await slow;
  });

  it('begins at once where nobody waits', () => {
    const done: string[] = [];
    createAfterAnswer().later(() => done.push('at once'));
    expect(done).toEqual(['at once']);
  });
});
