import type { Sent } from '../support/activities.js';

/** How activities were answered, and what no answer should be. */
export interface Answers {
  readonly note: (activity: Sent, status: number, body: string) => void;
  /** Answers by HTTP status. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Presses that were answered with one sentence instead of a card. */
  readonly sentences: () => number;
  /** Answers that are neither a card, nor a sentence, nor empty, or that show something from inside. */
  readonly wrong: readonly string[];
}

/** What only an exception, a database or our own files say. */
const fromInside =
  /\b(?:TypeError|RangeError|SyntaxError|ReferenceError|ECONN\w+|SQLITE\w*|deadlock|relation "|violates|node_modules|dist\/)|\n {4}at /;

export function createAnswers(): Answers {
  const statuses = new Map<number, number>();
  const wrong: string[] = [];
  let sentences = 0;
  return {
    statuses,
    wrong,
    sentences: () => sentences,
    note({ type, name }, status, body) {
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (fromInside.test(body)) wrong.push(`${status}: ${body.slice(0, 300)}`);
      if (type !== 'invoke' || name !== 'adaptiveCard/action' || status !== 200) return;
      const kind = body === '' ? '' : (JSON.parse(body) as { readonly type?: string }).type;
      if (kind === 'application/vnd.microsoft.activity.message') sentences += 1;
      else if (kind !== 'application/vnd.microsoft.card.adaptive')
        wrong.push(`A press was answered with ${body.slice(0, 300)}`);
    },
  };
}
