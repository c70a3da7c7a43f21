/** What a piece of work looked at. */
export interface Work {
  /** That a search or a replacement of the language passed. */
  readonly characters: number;
  /** Of tables (typed arrays of bytes) that were made for it. */
  readonly cells: number;
}

/**
 * Counts what is looked at instead of the time it takes, which is a machine's. A search that begins anew counts anew, so that what
 * is looked through again for each of its parts shows as the square of its length. Going back inside one expression is not seen
 * (eslint-plugin-regexp and the bench look after that), nor are loops over single characters.
 */
export async function countWork(work: () => unknown): Promise<Work> {
  const counting = startCounting();
  try {
    await work();
    return counting.soFar();
  } finally {
    counting.stop();
  }
}

/** The most characters that `work` looks at before it lets others have their turn. */
export async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  const counting = startCounting();
  let longest = 0;
  let before = 0;
  function turn(): void {
    const { characters } = counting.soFar();
    longest = Math.max(longest, characters - before);
    before = characters;
  }
  let ended = false;
  const others = (async () => {
    while (!ended) await new Promise(setImmediate).then(turn);
  })();
  try {
    await work();
  } finally {
    ended = true;
    await others;
    counting.stop();
  }
  return longest;
}

/** Counts whatever runs between start and stop. */
function startCounting() {
  let characters = 0;
  let cells = 0;
  const undo: (() => void)[] = [];

  /** `pass`: how many characters of `on` were passed to come to this answer. */
  function count<On>(
    of: object,
    name: string,
    pass: (on: On, given: readonly unknown[], answer: unknown, from: number) => number,
  ): void {
    const descriptor = Object.getOwnPropertyDescriptor(of, name) as PropertyDescriptor;
    const original = descriptor.value as (...given: readonly unknown[]) => unknown;
    function counted(this: On, ...given: readonly unknown[]): unknown {
      const from = (this as { readonly lastIndex?: number }).lastIndex ?? 0;
      const answer = original.apply(this, given as never);
      characters += Math.max(0, pass(this, given, answer, from));
      return answer;
    }
    Object.defineProperty(of, name, { ...descriptor, value: counted });
    undo.push(() => Object.defineProperty(of, name, descriptor));
  }

  // Everything that takes an expression goes through here.
  count<RegExp>(RegExp.prototype, 'exec', ({ global, sticky }, [text], answer, lastIndex) => {
    const from = global || sticky ? lastIndex : 0;
    const found = answer as RegExpExecArray | null;
    if (found) return found.index + found[0].length - from;
    return sticky ? 1 : String(text).length - from;
  });
  const find = String.prototype.indexOf;
  for (const name of ['indexOf', 'includes']) {
    count<string>(String.prototype, name, (text, [wanted, start = 0]) => {
      const at = find.call(text, wanted as string, start as number);
      return (at < 0 ? text.length : at) - (start as number);
    });
  }
  for (const name of ['split', 'replaceAll', 'toLowerCase', 'toUpperCase', 'trim', 'trimEnd', 'normalize']) {
    count<string>(String.prototype, name, (text, [by]) => (by instanceof RegExp ? 0 : text.length));
  }

  const Bytes = globalThis.Uint8Array;
  globalThis.Uint8Array = new Proxy(Bytes, {
    construct(target, given, newTarget) {
      if (typeof given[0] === 'number') cells += given[0];
      return Reflect.construct(target, given, newTarget) as object;
    },
  });
  undo.push(() => void (globalThis.Uint8Array = Bytes));

  return {
    soFar: (): Work => ({ characters, cells }),
    stop: (): void => undo.splice(0).forEach((each) => each()),
  };
}
