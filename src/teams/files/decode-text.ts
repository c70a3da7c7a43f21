/** What no text has: all controls but tab, the line and page ends, the end-of-file sign of DOS and escape. */
const binary = /[\x00-\x08\x0e-\x19\x1c-\x1f]/;

/** The upper half of code page 850, which `cmd` of western Windows writes with (unicode.org, VENDORS/MICSFT/PC/CP850.TXT). */
const codePage850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
  '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/**
 * The text of a file: UTF-16 with a byte order mark (what `>` of Windows PowerShell writes), UTF-8 with or without one, or else
 * one byte a letter, as `cmd` and old editors write. Undefined when it is no text.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return strictly('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return strictly('utf-16be', bytes);
  return strictly('utf-8', bytes) ?? withoutControls(byteByByte(bytes));
}

/** Latin-1 has no letters from 0x80 to 0x9f: where those occur, they are of `cmd`. */
function byteByByte(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  return /[\x80-\x9f]/.test(text)
    ? text.replace(/[\x80-\xff]/g, (letter) => codePage850[letter.charCodeAt(0) - 0x80] ?? letter)
    : text;
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
