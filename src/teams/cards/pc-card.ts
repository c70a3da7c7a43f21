import type { NamedPc, SayAction } from '../../assistant/views.js';
import { formLengths } from '../../limits.js';
import type { TextKey } from '../../text/sentences.js';
import { lookUpButton, sayButtons } from './buttons.js';
import { lines, type Drawing, type Pen } from './pen.js';
import type { Drawers, ViewOf } from './drawers.js';

export const drawers = { pcNamed: drawPcNamed, pcAgain: drawPcAgain } satisfies Partial<Drawers>;


const nextSteps: readonly SayAction[] = [
  { label: 'troubleshoot', words: 'troubleshoot' },
  { label: 'talkToAPerson', words: 'talk to a person' },
];

/** What a PC's name found: that it is there, is switched on, and waits. Anybody may type any name, so nothing else is said. */
function drawPcNamed(pen: Pen, { name, entries }: ViewOf<'pcNamed'>): Drawing {
  const words = [...new Set(entries.map(entryKey))].map((key) => pen.plain(key));
  const intro =
    entries.length === 0 ? pen.plain('devices.noneNamed') : pen.plain('pcNamed.several', { count: entries.length });
  const data = {
    kicker: '',
    heading: pen.say('pcNamed.heading', { name }),
    paragraphs: lines(entries.length === 1 ? words : [intro, ...words.map((item) => pen.plain('listItem', { item }))]),
    pcName: {
      label: pen.plain('devices.notListed'),
      hint: pen.plain('form.pcNameHint'),
      maxLength: formLengths.pcName,
    },
    options: [lookUpButton(pen.plain('label.lookUp')), ...sayButtons(pen, nextSteps)],
  };
  return { template: 'pc-named', summary: intro, data };
}

function entryKey({ enabled, pending }: NamedPc): TextKey {
  if (pending) return 'pcNamed.pending';
  if (enabled === false) return 'pcNamed.disabled';
  return enabled === undefined ? 'pcNamed.enabledNotKnown' : 'pcNamed.ready';
}

/** The bot looked again, half an hour later. */
function drawPcAgain(pen: Pen, { name, entry }: ViewOf<'pcAgain'>): Drawing {
  const heading = name === '' ? pen.plain('pcAgain.heading') : pen.say('pcAgain.headingNamed', { name });
  const summary = pen.plain('pcAgain.heading');
  const data = {
    kicker: '',
    heading,
    paragraphs: lines([pen.plain(`pcAgain.${entry}`)]),
    options: sayButtons(pen, nextSteps),
  };
  return { template: 'pc-again', summary, data };
}
