import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { decodeText } from '../../teams/files/decode-text.js';
import type { Tree } from '../../troubleshooting/tree.js';
import { beginSession } from './begin-session.js';
import { commandsPage } from './commands-page.js';
import { diagramPage } from './diagram-page.js';
import { loadTree, type LoadedTree } from './load-tree.js';
import { printAll } from './print-all.js';
import { readArguments, usage, type Arguments } from './read-arguments.js';
import { readFacts } from './read-facts.js';
import { takePaste } from './take-paste.js';
import { walk } from './walk.js';

/** npm runs scripts in the project's folder; names of files are meant from where the command was typed. */
const typedIn =
  (process.env['npm_lifecycle_event'] === 'simulate' ? process.env['INIT_CWD'] : undefined) ?? process.cwd();
const placeOf = (name: string): string => resolve(typedIn, name);
const now = (): Date => new Date();

// A terminal in raw mode tells readline of Ctrl-C; anything else sends the signal.
process.once('SIGINT', () => process.exit(0));
// Piped into something that has read enough: that is no mistake.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  const args = readArguments(process.argv.slice(2));
  if (args.help) console.log(usage);
  else await simulate(args);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function simulate(args: Arguments): Promise<void> {
  const loaded = await loadTree(args.trees === undefined ? undefined : placeOf(args.trees));
  if (args.docs !== undefined) return writePages(loaded, placeOf(args.docs));
  const tree = startingAt(loaded, args.tree);
  const facts = args.facts === undefined ? {} : await factsOf(args.facts);
  if (args.all) return printAll(tree, facts, process.stdout);
  return walkThrough(tree, facts, args);
}

async function walkThrough(
  tree: Tree,
  facts: Readonly<Record<string, string>>,
  { locale, paste }: Arguments,
): Promise<void> {
  let session = beginSession(tree, facts, now().toISOString());
  if (paste !== undefined) {
    const text = decodeText(await readFile(placeOf(paste)));
    if (text === undefined) throw new Error(`${paste} is no text.`);
    const taken = await takePaste(tree, session, text, { locale, now });
    for (const line of taken.lines) console.log(line);
    session = taken.session;
  }
  const isTerminal = process.stdin.isTTY;
  const lines = createInterface({
    input: process.stdin,
    output: isTerminal ? process.stdout : undefined,
    prompt: '> ',
  });
  lines.once('SIGINT', () => lines.close());
  process.stdout.once('error', () => lines.close());
  const print = (line: string): void => console.log(line);
  const typed = isTerminal ? lines : echoed(lines, print);
  await walk({
    tree,
    session,
    locale,
    lines: typed,
    print,
    ready: () => isTerminal && lines.prompt(),
    at: () => now().toISOString(),
  });
  lines.close();
}

/** Without a terminal that shows what is typed, a walk reads as a conversation all the same. */
async function* echoed(lines: AsyncIterable<string>, print: (line: string) => void): AsyncGenerator<string> {
  for await (const line of lines) {
    print(`> ${line}`);
    yield line;
  }
}

function startingAt({ tree, chapters }: LoadedTree, name: string | undefined): Tree {
  if (name === undefined) return tree;
  const chapter = chapters.find(({ id }) => id === name);
  if (!chapter) throw new Error(`There is no tree "${name}". Trees are ${chapters.map(({ id }) => id).join(', ')}.`);
  return { ...tree, start: chapter.start };
}

async function factsOf(file: string): Promise<Readonly<Record<string, string>>> {
  const read = readFacts(await readFile(placeOf(file), 'utf8'));
  if (read.kind === 'read') return read.facts;
  throw new Error(read.problems.map(({ line, message }) => `${file}:${line} ${message}`).join('\n'));
}

async function writePages({ tree, chapters }: LoadedTree, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { file, text } of [...chapters.map((chapter) => diagramPage(tree, chapter)), commandsPage()]) {
    await writeFile(join(folder, file), text);
    console.log(join(folder, file));
  }
}
