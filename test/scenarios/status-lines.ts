/** A key and its value; an empty key is an empty line. */
export type Line = readonly [key: string, value: string];

const ruler = `+${'-'.repeat(70)}+`;

/** A section as `dsregcmd` prints it: a title between rulers, keys flush right. */
export function titled(title: string, lines: readonly Line[]): string {
  return print(title, lines, ' : ');
}

/** Old builds put no blank before the colon. */
export function print(title: string, lines: readonly Line[], between: string): string {
  const printed = lines.map(([key, value]) => (key === '' ? '' : `${key.padStart(26)}${between}${value}`.trimEnd()));
  return [ruler, `| ${title.padEnd(69)}|`, ruler, '', ...printed, ''].join('\n');
}
