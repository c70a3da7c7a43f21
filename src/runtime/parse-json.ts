/**
 * Parses JSON of somebody else. What is nested deeper than `depth` is refused before it is parsed: a few megabytes of brackets become
 * a hundred times as much memory, and what walks over them runs out of stack. @throws SyntaxError for both, without quoting the text
 */
export function parseJson(text: string, depth: number): unknown {
  if (isDeeper(text, depth)) throw new SyntaxError(`JSON nested deeper than ${depth}`);
  try {
    return JSON.parse(text);
  } catch {
    throw new SyntaxError('No JSON');
  }
}

const quote = 0x22;
const backslash = 0x5c;

function isDeeper(text: string, most: number): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === quote) index = endOfString(text, index);
    else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) depth -= 1;
    if (depth > most) return true;
  }
  return false;
}

/** The index of the closing quote; of a text without one, its end. */
function endOfString(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length && text.charCodeAt(index) !== quote) index += text.charCodeAt(index) === backslash ? 2 : 1;
  return index;
}
