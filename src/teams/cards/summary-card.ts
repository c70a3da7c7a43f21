import type { SummaryView } from '../../assistant/views.js';
import { holdsMark } from '../../diagnosis/redact.js';
import type { TextKey } from '../../text/sentences.js';
import { barButtons, walkButton } from './buttons.js';
import type { Drawing, CardWriter } from './card-writer.js';
import type { CardData } from './templates.js';
import { reportDetails, reportFacts, reportTexts, section } from './report-words.js';
import type { Drawers } from './drawers.js';

export const drawers = { summary: drawSummary } satisfies Partial<Drawers>;

/** All that will be sent, before it is sent. */
function drawSummary(writer: CardWriter, { ref, report }: SummaryView): Drawing {
  const heading = writer.plain('summary.heading');
  const data = {
    kicker: '',
    heading,
    intro: writer.plain('summary.intro'),
    facts: [
      ...(report.form.urgent ? [{ title: writer.plain('summary.urgent'), value: writer.plain('summary.urgentText') }] : []),
      ...reportFacts(writer, report, 'requester'),
    ],
    texts: reportTexts(writer, report, 'requester'),
    ...pasteData(writer, report.paste ?? ''),
    details: [
      ...reportDetails(writer, report, 'requester'),
      section(writer, 'summary.causes', report.causes, ({ title }) => writer.tree(title)),
    ],
    options: [walkButton(ref, 'send', writer.plain('label.send')), walkButton(ref, 'edit', writer.plain('label.edit'))],
    bar: barButtons(writer, ref, ['back', 'startOver']),
  };
  return { template: 'summary', summary: heading, data };
}

/** What was pasted, to be read before it goes: folded away, and left out with one press. */
function pasteData(writer: CardWriter, paste: string): CardData {
  const shown = writer.told(paste);
  return {
    pasteLabel: shown === '' ? '' : writer.plain('summary.paste'),
    pasteIntro: writer.plain(pasteIntro(paste, paste.length > writer.room.told)),
    paste: shown,
    withPaste: writer.plain('summary.withPaste'),
  };
}

function pasteIntro(paste: string, isCut: boolean): TextKey {
  if (holdsMark(paste)) return isCut ? 'summary.pasteCutTakenOut' : 'summary.pasteTakenOut';
  return isCut ? 'summary.pasteCut' : 'summary.pasteText';
}
