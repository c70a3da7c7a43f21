import type { NamedPc, SayAction } from '../../assistant/views.js';
import { formLengths } from '../../limits.js';
import type { TextKey } from '../../text/sentences.js';
import { lookUpButton, sayButtons } from './buttons.js';
import { lines, type Drawing, type CardWriter } from './card-writer.js';
import type { Drawers, ViewOf } from './drawers.js';

export const drawers = { pcNamed: drawPcNamed, pcAgain: drawPcAgain } satisfies Partial<Drawers>;


const nextSteps: readonly SayAction[] = [
  { label: 'troubleshoot', words: 'troubleshoot' },
  { label: 'talkToAPerson', words: 'talk to a person' },
];

/** What a PC's name found: that it is there, is switched on, and waits. Anybody may type any name, so nothing else is said. */
function drawPcNamed(writer: CardWriter, { name, entries }: ViewOf<'pcNamed'>): Drawing {
  const words = [...new Set(entries.map(entryKey))].map((key) => writer.plain(key));
  const intro =
    entries.length === 0 ? writer.plain('devices.noneNamed') : writer.plain('pcNamed.several', { count: entries.length });
  const data = {
    kicker: '',
    heading: writer.say('pcNamed.heading', { name }),
    paragraphs: lines(entries.length === 1 ? words : [intro, ...words.map((item) => writer.plain('listItem', { item }))]),
    pcName: {
      label: writer.plain('devices.notListed'),
      hint: writer.plain('form.pcNameHint'),
      maxLength: formLengths.pcName,
    },
    options: [lookUpButton(writer.plain('label.lookUp')), ...sayButtons(writer, nextSteps)],
  };
  return { template: 'pc-named', summary: intro, data };
}

function entryKey({ enabled, pending }: NamedPc): TextKey {
  if (pending) return 'pcNamed.pending';
  if (enabled === false) return 'pcNamed.disabled';
  return enabled === undefined ? 'pcNamed.enabledNotKnown' : 'pcNamed.ready';
}

/** The bot looked again, half an hour later. */
function drawPcAgain(writer: CardWriter, { name, entry }: ViewOf<'pcAgain'>): Drawing {
  const heading = name === '' ? writer.plain('pcAgain.heading') : writer.say('pcAgain.headingNamed', { name });
  const summary = writer.plain('pcAgain.heading');
  const data = {
    kicker: '',
    heading,
    paragraphs: lines([writer.plain(`pcAgain.${entry}`)]),
    options: sayButtons(writer, nextSteps),
  };
  return { template: 'pc-again', summary, data };
}
