/** Milliseconds between two looks at who the parent is. */
const lookEveryMs = 500;

/**
 * Calls `then` once npm's shell, which passes no signal on, has ended and left this process behind. Does nothing where npm
 * did not start it: `lifecycleEvent` is npm's own variable `npm_lifecycle_event`.
 */
export function exitWhenNpmDies(lifecycleEvent: string | undefined, then: () => void): void {
  if (lifecycleEvent === undefined) return;
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    then();
  }, lookEveryMs);
  looking.unref();
}
