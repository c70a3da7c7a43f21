import type { StatsView, Times, Titled } from '../../administration/stats.js';
import { adminButton } from './buttons.js';
import { chart } from './chart.js';
import { lines, type Drawing, type CardWriter } from './card-writer.js';
import type { CardData } from './templates.js';
import { duration } from './time-words.js';
import type { Drawers } from './drawers.js';

export const drawers = { stats: drawStats } satisfies Partial<Drawers>;

/** How the bot and the helpdesk do. */
function drawStats(writer: CardWriter, view: StatsView): Drawing {
  const { days, sessions, ratings, tickets, claim, resolve } = view;
  const heading = writer.plain('stats.heading', { count: days });
  const data = {
    kicker: '',
    heading,
    paragraphs: lines([writer.plain('stats.sessions', { count: sessions }), writer.plain('stats.explained')]),
    charts: sessions === 0 ? [] : charts(writer, view),
    facts: [
      {
        title: writer.plain('stats.satisfaction'),
        value:
          ratings.count === 0
            ? writer.plain('stats.noRating')
            : writer.plain('stats.rating', { average: number(writer, ratings.average), count: ratings.count }),
      },
      { title: writer.plain('stats.tickets'), value: String(tickets) },
      { title: writer.plain('stats.claim'), value: times(writer, claim) },
      { title: writer.plain('stats.resolve'), value: times(writer, resolve) },
    ],
    options: [adminButton('exportStats', String(days), writer.plain('stats.csv'))],
  };
  return { template: 'stats', summary: heading, data };
}

function charts(writer: CardWriter, view: StatsView): readonly CardData[] {
  const outcomes = (['resolved', 'handedOver', 'abandoned', 'running'] as const).map((what) => ({
    label: `${writer.plain(`stats.${what}`)} (${share(view[what], view.sessions)})`,
    value: view[what],
  }));
  const lists = (['causes', 'leftAt', 'handedOverAt'] as const).filter((list) => view[list].length > 0);
  return [
    chart(writer, { title: writer.plain('stats.outcomes'), data: outcomes }),
    ...lists.map((list) =>
      chart(writer, {
        title: writer.plain(`stats.${list}`),
        data: view[list].slice(0, writer.room.items).map((each) => ({ label: titleOf(writer, each), value: each.count })),
      }),
    ),
  ];
}

function titleOf(writer: CardWriter, { id, title }: Titled): string {
  return title ? writer.tree(title) : id;
}

function share(part: number, whole: number): string {
  return `${Math.round((part / whole) * 100)} %`;
}

function number({ locale }: CardWriter, value: number): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
}

function times(writer: CardWriter, { count, median, most }: Times): string {
  return count === 0
    ? writer.plain('stats.noneYet')
    : writer.plain('stats.times', { median: duration(median, writer.locale), most: duration(most, writer.locale), count });
}
