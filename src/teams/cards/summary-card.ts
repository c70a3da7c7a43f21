import type { SummaryView } from '../../assistant/views.js';
import { holdsMark } from '../../diagnosis/redact.js';
import type { TextKey } from '../../text/sentences.js';
import { barButtons, walkButton } from './buttons.js';
import type { Drawing, Pen } from './pen.js';
import type { CardData } from './templates.js';
import { reportDetails, reportFacts, reportTexts, section } from './report-words.js';
import type { Drawers } from './drawers.js';

export const drawers = { summary: drawSummary } satisfies Partial<Drawers>;

/** All that will be sent, before it is sent. */
function drawSummary(pen: Pen, { ref, report }: SummaryView): Drawing {
  const heading = pen.plain('summary.heading');
  const data = {
    kicker: '',
    heading,
    intro: pen.plain('summary.intro'),
    facts: [
      ...(report.form.urgent ? [{ title: pen.plain('summary.urgent'), value: pen.plain('summary.urgentText') }] : []),
      ...reportFacts(pen, report, 'requester'),
    ],
    texts: reportTexts(pen, report, 'requester'),
    ...pasteData(pen, report.paste ?? ''),
    details: [
      ...reportDetails(pen, report, 'requester'),
      section(pen, 'summary.causes', report.causes, ({ title }) => pen.tree(title)),
    ],
    options: [walkButton(ref, 'send', pen.plain('label.send')), walkButton(ref, 'edit', pen.plain('label.edit'))],
    bar: barButtons(pen, ref, ['back', 'startOver']),
  };
  return { template: 'summary', summary: heading, data };
}

/** What was pasted, to be read before it goes: folded away, and left out with one press. */
function pasteData(pen: Pen, paste: string): CardData {
  const shown = pen.told(paste);
  return {
    pasteLabel: shown === '' ? '' : pen.plain('summary.paste'),
    pasteIntro: pen.plain(pasteIntro(paste, paste.length > pen.room.told)),
    paste: shown,
    withPaste: pen.plain('summary.withPaste'),
  };
}

function pasteIntro(paste: string, isCut: boolean): TextKey {
  if (holdsMark(paste)) return isCut ? 'summary.pasteCutTakenOut' : 'summary.pasteTakenOut';
  return isCut ? 'summary.pasteCut' : 'summary.pasteText';
}
