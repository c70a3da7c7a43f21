import { spansOf, type Span } from './span.js';

const patterns = [
  /(?<![0-9a-z])(?<![0-9a-f]{2}[:-])[0-9a-f]{2}(?<joint>[:-])[0-9a-f]{2}(?:\k<joint>[0-9a-f]{2}){4}(?![:-]?[0-9a-z])/gi,
  /(?<![\w.])[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}(?![\w.]*\w)/gi,
  // Without anything between only beside its name: twelve hex digits are many things.
  /(?:\bmac(?:[-_ ]?addr(?:ess)?e?)?|physical[ _]?address|physische adresse|hardware[- ]?adress?e?|bssid|ethernet[- ]?adress?e?)["']?[ \t.]{0,60}(?:[:=]|is|ist|lautet|[ \t])[ \t]{0,9}["']?(?<secret>[0-9a-f]{12}|[0-9a-f]{2}(?:[ -][0-9a-f]{2}){5,7}|[0-9a-f]{6}[:-][0-9a-f]{6})(?![0-9a-z-])/gi,
  // The id of a DHCPv6 client has the address in it.
  /\bDUID["']?[ \t.]{0,60}[:=]?[ \t]{0,9}(?<secret>[0-9a-f]{2}(?:[:-]?[0-9a-f]{2}){9,19})(?![0-9a-z])/gi,
];

/** MAC addresses, in the spellings of Windows, Unix and Cisco. */
export function findHardwareAddresses(text: string): Span[] {
  return patterns
    .flatMap((pattern) => spansOf(text, pattern, 'mac'))
    .filter(({ start, end }) => isAddress(text.slice(start, end)));
}

/** Not two dates in a row, nor a version. */
function isAddress(word: string): boolean {
  return !/^\d{4}\.\d{4}\.\d{4}$/.test(word) && !/^(?:00|ff)(?:[:-](?:00|ff))+$/i.test(word);
}
