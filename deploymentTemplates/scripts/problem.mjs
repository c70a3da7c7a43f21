/** Something the person at the keyboard can do something about: told without a stack. */
export class Problem extends Error {}

/**
 * Runs a script; what goes wrong is told on stderr and ends it with 1.
 * @param {() => Promise<void>} script
 */
export async function main(script) {
  try {
    await script();
  } catch (error) {
    process.stderr.write(`\n${error instanceof Problem ? error.message : (error?.stack ?? error)}\n`);
    process.exitCode = 1;
  }
}
