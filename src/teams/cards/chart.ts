import { cut } from './escape.js';
import type { CardWriter } from './card-writer.js';
import type { CardData } from './templates.js';

/** Numbers with their labels, in the order in which they are shown. `label` is plain text: charts render no markdown. */
export interface Bars {
  readonly title: string;
  readonly data: readonly { readonly label: string; readonly value: number }[];
}

/** Blocks of the longest bar in words: narrow enough for a phone. */
const longestBar = 12;

/** Characters of one label. Teams cuts longer ones beside a bar. */
const labelCharacters = 40;

/**
 * A bar chart for a template's `"items": "${charts}"`. Charts are Teams' own and no part of Adaptive Cards 1.5 (Teams'
 * "charts in adaptive cards"): clients that do not know them show the same numbers as lines of text.
 */
export function chart(writer: CardWriter, { title, data }: Bars): CardData {
  const shown = data.map(({ label, value }) => ({ label: cut(label, labelCharacters), value }));
  const bars = {
    type: 'Chart.HorizontalBar',
    // Label above and number beside the bar: an axis would have fractions of people.
    displayMode: 'AbsoluteNoAxis',
    data: shown.map(({ label, value }) => ({ x: label, y: value })),
    fallback: inWords(writer, shown),
  };
  // Not every client draws a chart's own title.
  return {
    type: 'Container',
    spacing: 'Medium',
    items: [{ type: 'TextBlock', text: title, weight: 'Bolder', wrap: true }, bars],
  };
}

function inWords(writer: CardWriter, data: Bars['data']): CardData {
  const most = Math.max(1, ...data.map(({ value }) => value));
  const line = ({ label, value }: Bars['data'][number]): CardData => ({
    type: 'RichTextBlock',
    spacing: 'Small',
    inlines: [
      { type: 'TextRun', text: bar(value / most), fontType: 'Monospace', color: 'Accent' },
      { type: 'TextRun', text: ` ${writer.plain('chart.line', { label, value })}` },
    ],
  });
  return { type: 'Container', items: data.map(line) };
}

/** What is not nothing has at least one block. */
function bar(share: number): string {
  const blocks = share > 0 ? Math.max(1, Math.round(share * longestBar)) : 0;
  return '█'.repeat(blocks) + '░'.repeat(longestBar - blocks);
}
