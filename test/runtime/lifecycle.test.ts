import { expect, it } from 'vitest';
import { createLifecycle, type Part } from '../../src/runtime/lifecycle.js';

/** Parts that write down what happens to them; those named as slow take a turn to stop. */
function parts(
  names: readonly string[],
  happened: string[],
  more: Partial<Record<string, Partial<Part>>> = {},
): Part[] {
  return names.map((name) => ({
    name,
    start: () => happened.push(`start ${name}`),
    stop: async () => void happened.push(`stop ${name}`),
    ...more[name],
  }));
}

it('starts in order and stops in the opposite one; a stage stands on those before it', async () => {
  const happened: string[] = [];
  const slowly = async () => {
    await new Promise(setImmediate);
    happened.push('stop slowly');
  };
  const lifecycle = createLifecycle([parts(['a'], happened), parts(['b', 'c'], happened, { b: { stop: slowly } })]);
  await lifecycle.start();
  expect(lifecycle.running()).toEqual(['a', 'b', 'c']);
  await lifecycle.stop();
  expect(happened).toEqual(['start a', 'start b', 'start c', 'stop c', 'stop slowly', 'stop a']);
  expect(lifecycle.running()).toEqual([]);
});

it('waits for a start before the next one', async () => {
  const happened: string[] = [];
  const start = async () => {
    await new Promise(setImmediate);
    happened.push('started a');
  };
  await createLifecycle([parts(['a', 'b'], happened, { a: { start } })]).start();
  expect(happened).toEqual(['started a', 'start b']);
});

it('what was started is stopped again when a later part does not start, and why it did not is told', async () => {
  const happened: string[] = [];
  const start = () => {
    throw new Error('The port is taken');
  };
  const lifecycle = createLifecycle([parts(['a', 'b', 'c'], happened, { b: { start } })]);
  await expect(lifecycle.start()).rejects.toThrow('The port is taken');
  expect(happened).toEqual(['start a', 'stop a', 'stop b']);
});

it('one that does not stop holds up none of the others, and is told', async () => {
  const happened: string[] = [];
  const stop = () => Promise.reject(new Error('stuck'));
  const lifecycle = createLifecycle([parts(['a'], happened), parts(['b', 'c'], happened, { b: { stop } })]);
  await lifecycle.start();
  await expect(lifecycle.stop()).rejects.toMatchObject({ errors: [new Error('stuck')] });
  expect(happened.slice(-2)).toEqual(['stop c', 'stop a']);
  expect(lifecycle.running()).toEqual(['b']);
});

it('is stopped once, however often it is asked', async () => {
  const happened: string[] = [];
  const lifecycle = createLifecycle([parts(['a'], happened)]);
  await lifecycle.start();
  await Promise.all([lifecycle.stop(), lifecycle.stop()]);
  expect(happened).toEqual(['start a', 'stop a']);
});
