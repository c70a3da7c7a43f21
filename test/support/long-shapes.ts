import { maxFileBytes, maxHtmlCharacters, maxTypedCharacters } from '../../src/limits.js';
import { botId, htmlCopy, mention } from './activities.js';
import { counted, hostileInputs, repeated, type HostileInput } from './hostile-inputs.js';

/** What a shape puts into an activity. `file` is what an uploaded text file says, `inputs` go with the data of a button. */
export interface Pieces {
  readonly text?: string;
  readonly entities?: readonly unknown[];
  readonly attachments?: readonly unknown[];
  readonly channelData?: Readonly<Record<string, unknown>>;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly file?: string;
}

/** Something long that was made to be slow to read. The same every time. */
export interface LongShape {
  readonly name: string;
  readonly kind: 'text' | 'html' | 'entities' | 'attachments' | 'depth' | 'file' | 'inputs';
  /** The largest `size` that is looked at or taken. */
  readonly limit: number;
  /** About `size` characters of the activity's JSON, or of the file. */
  readonly make: (size: number) => Pieces;
}

/** Characters of JSON for what an activity has beside its text: with the rest it stays within `maxBodyBytes`. */
const maxBeside = 240_000;

type Beside = Readonly<Record<string, (size: number) => Pieces>>;

const texts: Readonly<Record<string, HostileInput>> = {
  ...hostileInputs,
  'a command and a name without end': (size) => `quota ${'a'.repeat(size - 6)}`,
  'a command and commas': (size) => `quota ${repeated('a, ')(size - 6)}`,
  'a command and hex digits': (size) => `device ${repeated('a5')(size - 7)}`,
  'a known issue without end': (size) => `known issue all until ${repeated('15:00 ')(size - 30)}: text`,
};

const html: Readonly<Record<string, HostileInput>> = {
  'elements inside each other': (size) => `${'<div>'.repeat(size / 11)}${'</div>'.repeat(size / 11)}`,
  'as deep as is read, again and again': repeated(`${'<div>'.repeat(90)}a${'</div>'.repeat(90)}`),
  elements: repeated('<p>a</p>'),
  'elements without end': repeated('<p>'),
  'ends of elements': repeated('</p>'),
  breaks: repeated('<br>'),
  spans: repeated('<span>a</span>'),
  entities: repeated('&amp;'),
  'entities without end': repeated('&amp'),
  'entities of numbers': repeated('&#x26;'),
  ampersands: repeated('&'),
  signs: repeated('<'),
  comments: repeated('<!--a-->'),
  'comments without end': repeated('<!--'),
  declarations: repeated('<!a>'),
  'rows of one cell': repeated('<tr><td>a</td></tr>'),
  'one row': (size) => `<table><tr>${repeated('<td>a</td>')(size - 24)}</tr></table>`,
  'rows in cells': repeated('<tr><td><tr><td>a</td></tr></td></tr>'),
  'tables inside each other': repeated(`${'<tr><td>'.repeat(45)}a${'</td></tr>'.repeat(45)}`),
  'cells of many lines': repeated('<tr><td>a<br>b<br>c</td><td>d</td></tr>'),
  'one long word': repeated('a'),
  blanks: repeated(' '),
  'line ends': repeated('\n'),
  'blanks of HTML': repeated('&nbsp;'),
  mentions: repeated('<at>Device Join Assistant</at>'),
  'mentions without end': repeated('<at>'),
  pictures: repeated('<img src="a">'),
  'quotes of replies': repeated('<blockquote itemtype="http://schema.skype.com/Reply">a</blockquote>'),
  attributes: (size) => `<p ${repeated('a="b" ')(size - 4)}>`,
  code: (size) => `<pre>${repeated('a\n')(size - 11)}</pre>`,
  lists: repeated('<ul><li>a</li></ul>'),
  'letters of two halves': repeated('😀'),
  'marks of direction': repeated('\u202e\u200f'),
  'whole outputs': (size) => `<pre>${(hostileInputs['whole outputs'] as HostileInput)(size - 11)}</pre>`,
};

/** So many that all of them together have about `size` characters. */
const listed =
  (make: (index: number) => unknown) =>
  (size: number): readonly unknown[] => {
    const list: unknown[] = [];
    for (let length = 0; length < size;) {
      const each = make(list.length);
      list.push(each);
      length += JSON.stringify(each).length + 1;
    }
    return list;
  };

const mentionsOf = (name: (index: number) => string) => listed((index) => mention(`29:${index}`, name(index)));

const entities: Beside = {
  'mentions of a long text': (size) => ({
    text: repeated('<at>A</at> ')(maxTypedCharacters * 0.9),
    entities: mentionsOf(() => 'A')(size / 2),
  }),
  'mentions that stand nowhere': (size) => ({
    text: repeated('a')(maxTypedCharacters * 0.9),
    entities: mentionsOf((index) => `B${index}`)(size / 2),
  }),
  'mentions of one letter': (size) => ({
    text: repeated('a')(maxTypedCharacters * 0.9),
    entities: listed(() => ({ type: 'mention', text: 'a', mentioned: { id: '29:a' } }))(size / 2),
  }),
  'mentions of the bot': (size) => ({
    text: repeated('<at>A</at> ')(maxTypedCharacters * 0.9),
    entities: listed(() => mention(botId, 'A'))(size / 2),
  }),
  'mentions one after the other': (size) => ({
    text: counted((index) => `<at>N${index}</at> `)(size / 8),
    entities: mentionsOf((index) => `N${index}`)(size * 0.8),
  }),
  'mentions after a command': (size) => ({
    text: `quota ${counted((index) => `<at>N${index}</at>, `)(size / 8)}`,
    entities: mentionsOf((index) => `N${index}`)(size * 0.8),
  }),
  'mentions with long names': (size) => ({ text: 'a', entities: mentionsOf(() => 'a'.repeat(1_000))(size) }),
  'a mention with a name without end': (size) => ({ text: 'a', entities: [mention('29:a', '<'.repeat(size / 2))] }),
  'things that are no mentions': (size) => ({ text: 'a', entities: listed((index) => index)(size) }),
  'empty things': (size) => ({ text: 'a', entities: listed(() => ({}))(size) }),
};

const file = {
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  name: 'a.txt',
  content: { downloadUrl: 'https://a', fileType: 'txt' },
};

const attachments: Beside = {
  copies: (size) => ({ text: 'a', attachments: listed(() => htmlCopy('<p>a</p>'))(size) }),
  'copies that say nothing': (size) => ({ text: 'a', attachments: listed(() => htmlCopy(''))(size) }),
  pictures: (size) => ({ text: 'a', attachments: listed(() => ({ contentType: 'image/png' }))(size) }),
  files: (size) => ({ text: 'a', attachments: listed(() => file)(size) }),
  'files without a name': (size) => ({
    text: 'a',
    attachments: listed(() => ({ contentType: file.contentType }))(size),
  }),
  'files with a long name': (size) => ({ text: 'a', attachments: [{ ...file, name: `${'.a'.repeat(size / 2)}!` }] }),
  cards: (size) => ({
    text: 'a',
    attachments: listed(() => ({ contentType: 'application/vnd.microsoft.card.adaptive', content: {} }))(size),
  }),
  'empty attachments': (size) => ({ text: 'a', attachments: listed(() => ({}))(size) }),
  numbers: (size) => ({ text: 'a', attachments: listed((index) => index)(size) }),
};

/** Stands for a value that `JSON.stringify`, which calls itself, could not write; `JSON.parse` reads it all the same. */
const nested = (kind: 'lists' | 'objects', levels: number): string => `nested ${kind} ${Math.floor(levels)}`;

/** The JSON of an activity, with values as deep as they are meant to be. */
export function jsonOf(activity: object): string {
  return JSON.stringify(activity).replace(/"nested (lists|objects) (\d+)"/g, (_, kind: string, levels: string) => {
    const [open, close] = kind === 'lists' ? ['[', ']'] : ['{"a":', '}'];
    return `${open.repeat(Number(levels))}0${close.repeat(Number(levels))}`;
  });
}

const depth: Beside = {
  'lists inside each other in the channel data': (size) => ({
    text: 'a',
    channelData: { a: nested('lists', size / 2) },
  }),
  'objects inside each other in the channel data': (size) => ({
    text: 'a',
    channelData: { a: nested('objects', size / 6) },
  }),
  'lists inside each other in the entities': (size) => ({ text: 'a', entities: [nested('lists', size / 2)] }),
  'objects inside each other in a mention': (size) => ({
    text: 'a',
    entities: [{ ...mention('29:a', 'A'), mentioned: nested('objects', size / 6) }],
  }),
  'lists inside each other in an attachment': (size) => ({
    text: 'a',
    attachments: [{ contentType: 'text/html', content: nested('lists', size / 2) }],
  }),
  'objects inside each other in a file': (size) => ({
    text: 'a',
    attachments: [{ ...file, content: nested('objects', size / 6) }],
  }),
  'objects inside each other in the inputs': (size) => ({ inputs: { note: nested('objects', size / 6) } }),
};

const named = (count: number, value: (index: number) => unknown): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`i${index}`, value(index)]));

const fields = ['note', 'phone', 'pcName', 'otherPerson', 'seen', 'text', 'cause', 'assignee'];
const each = (value: string): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.map((name) => [name, value]));

const inputs: Beside = {
  'many inputs': (size) => ({ inputs: named(size / 12, () => '') }),
  'many long inputs': (size) => ({ inputs: named(size / 1_010, () => 'a'.repeat(1_000)) }),
  'inputs of one long word': (size) => ({ inputs: each('a'.repeat(size / fields.length)) }),
  'inputs of hex digits': (size) => ({ inputs: each(repeated('a5')(size / fields.length)) }),
  'inputs of outputs': (size) => ({ inputs: each(repeated('AzureAdJoined : NO  DeviceId : ')(size / fields.length)) }),
};

const shapesOf = (kind: LongShape['kind'], made: Beside, limit: number): readonly LongShape[] =>
  Object.entries(made).map(([name, make]) => ({ name, kind, limit, make: (size) => make(Math.floor(size)) }));

const mapped = (made: Readonly<Record<string, HostileInput>>, pieces: (said: string) => Pieces): Beside =>
  Object.fromEntries(Object.entries(made).map(([name, make]) => [name, (size: number) => pieces(make(size))]));

/** Every shape of what people, or those who wish them ill, may send; each at its `limit` is the worst there is. */
export const longShapes: readonly LongShape[] = [
  ...shapesOf(
    'text',
    mapped(texts, (text) => ({ text })),
    maxTypedCharacters,
  ),
  ...shapesOf(
    'html',
    mapped(html, (copy) => ({ text: 'a', attachments: [htmlCopy(copy)] })),
    maxHtmlCharacters,
  ),
  ...shapesOf('entities', entities, maxBeside),
  ...shapesOf('attachments', attachments, maxBeside),
  ...shapesOf('depth', depth, maxBeside),
  ...shapesOf('inputs', inputs, maxBeside),
  ...shapesOf(
    'file',
    mapped(texts, (said) => ({ text: '', file: said })),
    maxFileBytes,
  ),
];
