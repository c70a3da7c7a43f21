import type { SummaryView } from '../../assistant/views.js';
import { barButtons, walkButton } from './buttons.js';
import type { Drawing, Pen } from './pen.js';
import { reportDetails, reportFacts, reportTexts, section } from './report-words.js';

/** All that will be sent, before it is sent. */
export function drawSummary(pen: Pen, { ref, report }: SummaryView): Drawing {
  const heading = pen.plain('summary.heading');
  const data = {
    kicker: '',
    heading,
    intro: pen.plain('summary.intro'),
    facts: reportFacts(pen, report, 'requester'),
    texts: reportTexts(pen, report, 'requester'),
    details: [
      ...reportDetails(pen, report, 'requester'),
      section(pen, 'summary.causes', report.causes, ({ title }) => pen.tree(title)),
    ],
    options: [walkButton(ref, 'send', pen.plain('label.send')), walkButton(ref, 'edit', pen.plain('label.edit'))],
    bar: barButtons(pen, ref, ['back', 'startOver']),
  };
  return { template: 'summary', summary: heading, data };
}
