/** Makes texts of which no two are the same. */
export function createTyping() {
  let last = 0;
  return function typed(key: string): string {
    last += 1;
    return `Text ${last} of ${key}.`;
  };
}

/** The texts that were typed by somebody and stand in a card. */
export function typedIn(card: unknown): readonly string[] {
  return [...new Set((JSON.stringify(card) ?? '').match(/Text \d+ of \w+\./g))];
}
