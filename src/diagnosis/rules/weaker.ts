import type { Sureness } from '../model.js';

const order: readonly Sureness[] = ['possible', 'likely', 'certain'];

/** The less sure of two. */
export function weaker(a: Sureness, b: Sureness): Sureness {
  return order.indexOf(a) <= order.indexOf(b) ? a : b;
}
