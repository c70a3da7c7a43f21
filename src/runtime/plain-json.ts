/**
 * Strikes `__proto__` out of parsed JSON, where it would become the prototype of whatever it is copied into. False for what is nested
 * deeper than `depth`, which runs whatever walks over it out of stack.
 */
export function makePlain(value: unknown, depth: number): boolean {
  const waiting: (readonly [unknown, number])[] = [[value, 0]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [each, above] = next;
    if (typeof each !== 'object' || each === null) continue;
    if (above === depth) return false;
    Reflect.deleteProperty(each, '__proto__');
    for (const inner of Object.values(each)) waiting.push([inner, above + 1]);
  }
  return true;
}
