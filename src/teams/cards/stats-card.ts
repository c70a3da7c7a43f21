import type { StatsView, Times, Titled } from '../../administration/stats.js';
import { adminButton } from './buttons.js';
import { chart } from './chart.js';
import { lines, type Drawing, type Pen } from './pen.js';
import type { CardData } from './templates.js';
import { duration } from './time-words.js';
import type { Drawers } from './drawers.js';

export const drawers = { stats: drawStats } satisfies Partial<Drawers>;

/** How the bot and the helpdesk do. */
function drawStats(pen: Pen, view: StatsView): Drawing {
  const { days, sessions, ratings, tickets, claim, resolve } = view;
  const heading = pen.plain('stats.heading', { count: days });
  const data = {
    kicker: '',
    heading,
    paragraphs: lines([pen.plain('stats.sessions', { count: sessions }), pen.plain('stats.explained')]),
    charts: sessions === 0 ? [] : charts(pen, view),
    facts: [
      {
        title: pen.plain('stats.satisfaction'),
        value:
          ratings.count === 0
            ? pen.plain('stats.noRating')
            : pen.plain('stats.rating', { average: number(pen, ratings.average), count: ratings.count }),
      },
      { title: pen.plain('stats.tickets'), value: String(tickets) },
      { title: pen.plain('stats.claim'), value: times(pen, claim) },
      { title: pen.plain('stats.resolve'), value: times(pen, resolve) },
    ],
    options: [adminButton('exportStats', String(days), pen.plain('stats.csv'))],
  };
  return { template: 'stats', summary: heading, data };
}

function charts(pen: Pen, view: StatsView): readonly CardData[] {
  const outcomes = (['resolved', 'handedOver', 'abandoned', 'running'] as const).map((what) => ({
    label: `${pen.plain(`stats.${what}`)} (${share(view[what], view.sessions)})`,
    value: view[what],
  }));
  const lists = (['causes', 'leftAt', 'handedOverAt'] as const).filter((list) => view[list].length > 0);
  return [
    chart(pen, { title: pen.plain('stats.outcomes'), data: outcomes }),
    ...lists.map((list) =>
      chart(pen, {
        title: pen.plain(`stats.${list}`),
        data: view[list].slice(0, pen.room.items).map((each) => ({ label: titleOf(pen, each), value: each.count })),
      }),
    ),
  ];
}

function titleOf(pen: Pen, { id, title }: Titled): string {
  return title ? pen.tree(title) : id;
}

function share(part: number, whole: number): string {
  return `${Math.round((part / whole) * 100)} %`;
}

function number({ locale }: Pen, value: number): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
}

function times(pen: Pen, { count, median, most }: Times): string {
  return count === 0
    ? pen.plain('stats.noneYet')
    : pen.plain('stats.times', { median: duration(median, pen.locale), most: duration(most, pen.locale), count });
}
