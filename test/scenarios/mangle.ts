/**
 * What a chat does to a text on its way (docs/domain/current.md section 3, "Parsing traps"). Each is a pure function.
 */
export type Mangle =
  | 'oneLine'
  | 'glued'
  | 'html'
  | 'quoted'
  | 'fenced'
  | 'cutTail'
  | 'noRulers'
  | 'nbsp'
  | 'lowerCase'
  | 'equals'
  | 'windowsLines'
  | 'wrapped';

export function mangle(text: string, ways: readonly Mangle[]): string {
  return ways.reduce((mangled, way) => mangles[way](mangled), text);
}

const lines = (text: string, change: (line: string) => string, joint = '\n'): string =>
  text.split('\n').map(change).join(joint);
const isRuler = (line: string): boolean => line.startsWith('+--');

const mangles: Readonly<Record<Mangle, (text: string) => string>> = {
  oneLine: (text) => lines(text, (line) => line.trim(), ' '),
  /** As in `TpmProtected : YESDeviceCertificateValidity`. */
  glued: (text) => lines(text, (line) => line.trim(), ''),
  html: (text) => lines(text.replaceAll('>', '&gt;').replaceAll(' ', '&nbsp;'), (line) => line, '<br/>'),
  quoted: (text) => lines(text, (line) => `> ${line}`),
  fenced: (text) => `\`\`\`\n${text}\n\`\`\``,
  /** In the middle of the last key. */
  cutTail: (text) => {
    const whole = text.trimEnd();
    const last = whole.lastIndexOf('\n');
    return whole.slice(0, last + 1 + Math.floor((whole.length - last) / 3));
  },
  noRulers: (text) =>
    text
      .split('\n')
      .filter((line) => !isRuler(line))
      .map((line) => (line.startsWith('| ') ? line.slice(2, -1).trimEnd() : line))
      .join('\n'),
  nbsp: (text) => text.replaceAll(' ', '\u00a0'),
  lowerCase: (text) => text.toLowerCase(),
  equals: (text) => lines(text, (line) => line.replace(' : ', ' = ')),
  windowsLines: (text) => text.replaceAll('\n', '\r\n'),
  /** A long value goes on in the next line. */
  wrapped: (text) =>
    lines(text, (line) => (line.length > 76 && !isRuler(line) ? `${line.slice(0, 70)}\n${line.slice(70)}` : line)),
};

/** Only the sections with these titles; the others were not copied. */
export function sectionsOf(text: string, titles: readonly string[]): string {
  const parts = text.split(/(?=\+-{70}\+\n\| )/);
  return parts.filter((part) => titles.some((title) => part.includes(`| ${title}`))).join('');
}
