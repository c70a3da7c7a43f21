import { findKeys } from './find-keys.js';

/**
 * Where a client had put a status in one line and mail or a ticket broke that line again, keys and values are broken anywhere. Such
 * paragraphs are put in one line again; all other lines stay as they are.
 */
export function unwrapCollapsed(lines: readonly string[]): readonly string[] {
  const unwrapped: string[] = [];
  let paragraph: string[] = [];
  const end = (): void => {
    if (paragraph.length > 0) unwrapped.push(paragraph.join(' '));
    paragraph = [];
  };
  for (const line of lines) {
    if (paragraph.length > 0 && line.trim() !== '' && !/^ *[|+]/.test(line)) {
      paragraph.push(line.trim());
      continue;
    }
    end();
    if (isCollapsed(line)) paragraph.push(line);
    else unwrapped.push(line);
  }
  end();
  return unwrapped;
}

/** Keys in one line; what people type has fewer. */
const collapsedKeys = 3;

function isCollapsed(line: string): boolean {
  const separators = line.split(/[:=]/, collapsedKeys + 1).length - 1;
  return separators >= collapsedKeys && findKeys(line, '').length >= collapsedKeys;
}
