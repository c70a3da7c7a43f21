/** What no text has: all controls but tab, the line and page ends, the end-of-file sign of DOS and escape. */
const binary = /[\x00-\x08\x0e-\x19\x1c-\x1f]/;

/**
 * The text of a file: UTF-16 with a byte order mark (what `>` of Windows PowerShell writes), UTF-8 with or without one, or else
 * the one-byte code page of `cmd`, of which only the letters with accents may come out wrong. Undefined when it is no text.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return strictly('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return strictly('utf-16be', bytes);
  return strictly('utf-8', bytes) ?? withoutControls(new TextDecoder('windows-1252').decode(bytes));
}

/** The byte order mark goes. */
function strictly(encoding: 'utf-8' | 'utf-16le' | 'utf-16be', bytes: Uint8Array): string | undefined {
  try {
    return withoutControls(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function withoutControls(text: string): string | undefined {
  return binary.test(text) ? undefined : text;
}
