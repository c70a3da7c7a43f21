/** `npm run soak` plays the long form, `npm test` the short one. */
export const isLong = process.env['SOAK'] === 'long';

/** What happens follows from it; printed when something is wrong. */
export const seed = Number(process.env['SOAK_SEED'] || 20_261_130);

/** The number for this form. */
export function size(short: number, long: number): number {
  return isLong ? long : short;
}

/** A line for whoever runs it. */
export function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}
