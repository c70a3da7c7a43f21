import type { KeyPlace } from './key-places.js';
import { microsoftHost } from './microsoft-hosts.js';
import { spansOf, type Span } from './span.js';

/** IP addresses of both versions. */
export function findIpAddresses(text: string): Span[] {
  return [...versionFour(text), ...versionSix(text)];
}

/** `Version 1.2.3.4`, `OsVersion: 1.2.3.4`, `ver. 1.2.3.4`, `Chrome/120.0.0.0`; but not `server 10.1.2.3`, which ends in the same letters. */
const version =
  /(?:version(?:en|s)?(?:[- ]?(?:number|nr|nummer))?|\bversionsnr|\bver|\bbuild|\bv|\brev(?:ision)?|\brelease|\bupdate|\bfirmware|\bbios|\buefi|\bmsal|\badal|\bsdk|\bruntime|\bframework|\bhotfix|\bpatch)\.?["']?(?:[ \t]{0,9}(?:[:=(>]|&gt;)|[ \t]{1,9}(?:is|ist|was|war)|)[ \t]{0,9}["'(]?$|\b(?:chrome|edga?|edge|edgios|firefox|safari|opr|opera|teams|electron|outlook|onedrive|msal[\w.]{0,20}|adal[\w.]{0,20}|\w{0,20}framework|\w{0,20}webview2?)\/$/i;

/** The window of Windows' settings, from which it is copied, has blanks around the dots. */
const dotted =
  /(?<!\d)(?<!\d\.)\d{1,3}(?:\.\d{1,3}){3}(?!\.?\d)|(?<!\d)(?<!\d[ ]?\.[ ]?)\d{1,3}(?:[ ]\.[ ]\d{1,3}){3}(?![ ]?\.?[ ]?\d)/g;

function versionFour(text: string): Span[] {
  return spansOf(text, dotted, 'ip').filter((span) => {
    const numbers = text.slice(span.start, span.end).split('.').map(Number);
    return numbers.every((each) => each <= 255) && !version.test(text.slice(Math.max(0, span.start - 40), span.start));
  });
}

function versionSix(text: string): Span[] {
  const found: Span[] = [];
  for (const run of text.matchAll(/[0-9a-f:.]{3,}/gi)) {
    // The end of a word before a colon is no part of it: `node:fe80::1`.
    const ofWord = /\w/.test(text[run.index - 1] ?? ' ') ? (/^[0-9a-f]{0,20}:(?!:)/i.exec(run[0])?.[0].length ?? 0) : 0;
    const leading = ofWord + (/^(?:\.|:(?!:))+/.exec(run[0].slice(ofWord))?.[0].length ?? 0);
    const start = run.index + leading;
    const address = withoutEnd(run[0].slice(leading));
    const end = start + address.length;
    if (address.length > 45 || /\w/.test((ofWord > 0 ? '' : text[start - 1]) || ' ') || /\w/.test(text[end] ?? ' '))
      continue;
    if (isVersionSix(address)) found.push({ start, end, mark: 'ip' });
  }
  return found;
}

/** Without the punctuation of the sentence around it. */
function withoutEnd(address: string): string {
  let end = address.length;
  while (address[end - 1] === '.' || (address[end - 1] === ':' && address[end - 2] !== ':')) end -= 1;
  return address.slice(0, end);
}

/** Either all eight groups, or one `::`; `::` alone and words of hex letters (`Add::Bad`) are none. RFC 4291, 2.2. */
function isVersionSix(address: string): boolean {
  const halves = address.split('::');
  if (halves.length > 2 || !/\d/.test(address)) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const valid = groups.every(
    (group, index) =>
      /^[0-9a-f]{1,4}$/i.test(group) || (index === groups.length - 1 && /^(?:\d{1,3}\.){3}\d{1,3}$/.test(group)),
  );
  return valid && (halves.length === 2 ? groups.length <= 7 : groups.length === 8);
}

const registryProxy =
  /\b(?:ProxyServer|ProxyOverride|AutoConfigURL)[ \t]{1,40}REG_(?:EXPAND_)?SZ[ \t]{1,40}(?<secret>[^\s[][^\r\n]*)/gi;
const configurationFile =
  /(?:https?|file):\/{2,3}[^\s"'<>|[\]]{1,300}?(?:\.pac|wpad\.dat)(?![\w-])(?:\?[^\s"'<>|]{0,300})?/gi;
const namedLikeOne =
  /(?<![\w.-])(?:proxy|prx|wpad|webproxy)[\w-]{0,40}(?:\.[a-z0-9-]{1,63}){1,8}(?::\d{1,5})?(?![\w.-]*[\w-])/gi;

/** `proxy inet.corp.example`, `Proxyserver ist inet.corp.example`. */
const hostAfterTheWord =
  /\bproxy(?: ?server| ?host)?(?: is| ist| at| named| lautet| heißt)?[ :=]{1,3}(?:https?:\/\/)?(?<secret>[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){1,8}(?![\w.-]*[\w-]))/gi;

/** The names of proxies where no key says what they are. */
export function findProxies(text: string, places: readonly KeyPlace[]): Span[] {
  return [
    ...spansOf(text, registryProxy, 'proxy'),
    ...spansOf(text, configurationFile, 'proxy'),
    ...spansOf(text, namedLikeOne, 'proxy'),
    ...spansOf(text, hostAfterTheWord, 'proxy').filter((span) => !microsoftHost.test(text.slice(span.start, span.end))),
    ...hostsBesideTheWord(text, places),
  ];
}

/** `proxy inet.corp.example:8080`, `Proxy ist inet:3128`: a host with a port, soon after the word. */
function hostsBesideTheWord(text: string, places: readonly KeyPlace[]): Span[] {
  const found: Span[] = [];
  let next = 0;
  for (const host of text.matchAll(/(?<![\w.-])[a-z0-9][\w.-]{0,252}:\d{2,5}(?![\w:.])/gi)) {
    while ((places[next]?.start ?? Infinity) < host.index) next += 1;
    const name = host[0].slice(0, host[0].lastIndexOf(':'));
    const floor = Math.max(host.index - 60, places[next - 1]?.start ?? 0);
    const before = text.slice(floor, host.index);
    const beside = /prox(?:y|ies)[^\r\n]{0,60}$/i.test(before) && !/[\r\n]/.test(before.slice(before.search(/prox/i)));
    if ((beside || /prox/i.test(name)) && /[a-z]/i.test(name) && !microsoftHost.test(name)) {
      found.push({ start: host.index, end: host.index + host[0].length, mark: 'proxy' });
    }
  }
  return found;
}
