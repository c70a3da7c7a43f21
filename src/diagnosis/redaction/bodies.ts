import { spansOf, type Span } from './span.js';

/** Bodies of requests: SOAP envelopes and SAML, JSON, forms, and what stands after `Request body:`. */
export function findBodies(text: string): Span[] {
  return [...envelopes(text), ...objects(text), ...spansOf(text, form, 'body'), ...spansOf(text, labelled, 'body')];
}

const form = /(?<![\w?&])(?:[\w-]{1,40}=[^\s&]{0,4000}&){0,20}grant_type=[^\s\]]*/gi;
const labelled =
  /\b(?:request|http|post|response)[ -]?(?:body|content|data|payload)["']?[ \t]{0,9}[:=][ \t]{0,9}(?<secret>(?![[{<]|&lt;)[^\s][^\r\n]*)/gi;

const tags =
  '(?:[\\w-]{1,20}:)?(?<name>Envelope|Assertion|RequestSecurityToken(?:Response)?|BinarySecurityToken|UsernameToken|EncryptedData)';
const opening = new RegExp(`(?:<|&lt;)${tags}(?![\\w-])`, 'gi');
const closing = new RegExp(`(?:<|&lt;)/${tags}[ \\t]{0,9}(?:>|&gt;)`, 'gi');

/** From the opening tag to its closing one; where that was cut off, to the next empty line. */
function envelopes(text: string): Span[] {
  const closings = [...text.matchAll(closing)];
  const found: Span[] = [];
  const next = new Map<string, number>();
  for (const tag of text.matchAll(opening)) {
    const start = tag.index;
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const name = (tag.groups?.['name'] ?? '').toLowerCase();
    let index = next.get(name) ?? 0;
    while (
      index < closings.length &&
      ((closings[index]?.index ?? 0) < start || closings[index]?.groups?.['name']?.toLowerCase() !== name)
    )
      index += 1;
    next.set(name, index);
    const close = closings[index];
    found.push({ start, end: close ? close.index + close[0].length : endOfParagraph(text, start), mark: 'body' });
  }
  return found;
}

function endOfParagraph(text: string, from: number): number {
  const empty = /\r?\n[ \t]{0,99}\r?\n/g;
  empty.lastIndex = from;
  return empty.exec(text)?.index ?? text.length;
}

/** An answer of a server, an event or a status as JSON, not a request: its words are evidence, and what is secret in it has other rules. */
const answer =
  /"(?:error\w*|subcode|message|TraceId|DiscoveryService|TenantInfo|ProviderName|LogName|event_id|EventID|Id|AzureAdJoined|EnterpriseJoined|DomainJoined)\\?"\s{0,9}:/i;

const label = /(?:request|http|post)[ -]?(?:body|content|data|payload)["']?[ \t]{0,9}[:=]?[ \t]{0,9}$/i;

function objects(text: string): Span[] {
  const found: Span[] = [];
  let end = 0;
  for (const brace of text.matchAll(/\{\s{0,40}\\?"/g)) {
    if (brace.index < end) continue;
    end = endOfObject(text, brace.index);
    const asked = label.test(text.slice(Math.max(0, brace.index - 40), brace.index));
    if (asked || !answer.test(text.slice(brace.index, end))) found.push({ start: brace.index, end, mark: 'body' });
  }
  return found;
}

/** After the brace that closes the object; an object that was cut off ends with its paragraph. */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '\n' && /^[ \t]{0,99}\r?\n/.test(text.slice(at + 1, at + 102))) return at;
    if (letter === '"') quoted = !quoted;
    else if (letter === '\\' && text[at + 1] !== '"') at += 1;
    if (quoted) continue;
    if (letter === '{') depth += 1;
    else if (letter === '}' && (depth -= 1) === 0) return at + 1;
  }
  return text.length;
}
