/** What stands around an entry's text: `id` the number, `log` where it comes from, `text` that the text follows, `other` the rest. */
export type HeaderKind = 'id' | 'log' | 'text' | 'other';

export interface Header {
  readonly kind: HeaderKind;
  /** As it was spelled, in lower case without blanks. */
  readonly key: string;
  readonly start: number;
  /** Where the value begins. */
  readonly end: number;
  readonly eventId?: number;
}

const keys: Readonly<Record<Exclude<HeaderKind, 'id'>, string>> = {
  log: 'Log ?Name|ProviderName|Provider|Source|Channel|Protokollname|Protokoll|Quelle|Anbietername|Kanal',
  text: 'Description|Beschreibung|Message|Meldung|General|Allgemein',
  other:
    'Date|Datum|TimeCreated|Time Created|Logged|Protokolliert|Task ?Category|TaskDisplayName|Aufgabenkategorie|Level(?:DisplayName)?|Ebene|Stufe|Keywords|Schlüsselwörter|' +
    'User|UserId|Benutzer|OpCode|Vorgangscode|Computer|MachineName|Version|Task|RecordId|Event\\[\\d{1,5}\\]',
};

/** `Log Name: …`, `"ProviderName": "…"`, `TimeCreated  : …`; glued to what precedes, when the chat client ate the line end. */
const named = new RegExp(
  `(?:${Object.entries(keys)
    .map(([kind, spellings]) => `(?<${kind}>${spellings})`)
    .join('|')})(?:\\(s\\))?["']?[ \\t]{0,30}:(?!:)["' \\t]{0,30}`,
  'g',
);

const number = '["\' \\t]{0,30}(?<number>\\d{1,5})(?![\\d-]|[.:/]\\d|[\\da-f]{1,7}-)';
const id = new RegExp(
  `(?:event[ _-]?id|ereignis[ -]?(?:id|kennung)|eventidentifier)["']?[ \\t]{0,30}[:=#]?${number}`,
  'gi',
);

/** PowerShell and JSON call it `Id`; that word begins its line. */
const shortId = new RegExp(`^[ \\t"']{0,30}(?:instance)?id["']?[ \\t]{0,30}:${number}`, 'gim');

/** The line above Event Viewer's tabs: `Event 304, User Device Registration`. */
const title = /^[ \t]{0,30}(?:Event|Ereignis) (?<number>\d{1,5}), (?<source>[A-Za-z][\w ()-]{2,80})$/gm;

/** All headers of a text in order. */
export function headersOf(text: string): readonly Header[] {
  const found: Header[] = [];
  for (const match of text.matchAll(named)) {
    const kind = match.groups?.['log'] !== undefined ? 'log' : match.groups?.['text'] !== undefined ? 'text' : 'other';
    const key = (match.groups?.[kind] ?? '').toLowerCase().replaceAll(' ', '');
    // "AADSTS…: Description" and "Server Message :" are parts of a text, not headers of an entry.
    if (
      /[A-Za-z] $/.test(text.slice(Math.max(0, match.index - 2), match.index)) &&
      /(?:server|error|tenant|adal) $/i.test(text.slice(Math.max(0, match.index - 7), match.index))
    )
      continue;
    found.push({ kind, key, start: match.index, end: match.index + match[0].length });
  }
  for (const match of [...text.matchAll(id), ...text.matchAll(shortId)]) {
    const eventId = Number(match.groups?.['number']);
    found.push({ kind: 'id', key: 'eventid', start: match.index, end: match.index + match[0].length, eventId });
  }
  for (const match of text.matchAll(title)) {
    const source = match.index + match[0].length - (match.groups?.['source']?.length ?? 0);
    found.push({
      kind: 'id',
      key: 'eventid',
      start: match.index,
      end: source,
      eventId: Number(match.groups?.['number']),
    });
    found.push({ kind: 'log', key: 'title', start: source, end: source });
  }
  return found.sort((a, b) => a.start - b.start);
}
