/** One mistake in the environment: where, what is wrong, and what to do about it. Holds no secret's value. */
export interface ConfigProblem {
  readonly variable: string;
  readonly problem: string;
  readonly cure: string;
}

/** One line a problem, as the operator reads it. */
export function problemLines(problems: readonly ConfigProblem[]): string {
  return problems.map(({ variable, problem, cure }) => `${variable}: ${problem} ${cure}`).join('\n');
}
