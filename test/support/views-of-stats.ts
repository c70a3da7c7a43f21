import type { StatsView } from '../../src/administration/stats.js';

const none: StatsView = {
  kind: 'stats',
  days: 30,
  sessions: 0,
  resolved: 0,
  handedOver: 0,
  abandoned: 0,
  running: 0,
  ratings: { count: 0, average: 0 },
  causes: [],
  leftAt: [],
  handedOverAt: [],
  tickets: 0,
  claim: { count: 0, median: 0, most: 0 },
  resolve: { count: 0, median: 0, most: 0 },
};
const title = {
  en: 'The PC cannot reach the internet from the system account, through the company’s own proxy',
  de: 'Der PC erreicht das Internet nicht',
};

export const viewsOfStats: readonly StatsView[] = [
  none,
  {
    ...none,
    days: 1,
    sessions: 1,
    resolved: 1,
    ratings: { count: 1, average: 4 },
    tickets: 1,
    claim: { count: 1, median: 60_000, most: 60_000 },
  },
  {
    ...none,
    sessions: 812,
    resolved: 512,
    handedOver: 140,
    abandoned: 150,
    running: 10,
    ratings: { count: 97, average: 4.213 },
    causes: Array.from({ length: 8 }, (_, index) => ({ id: `cause-${index}`, title, count: 80 - index })),
    leftAt: [
      { id: 'gone/step', title: undefined, count: 3 },
      { id: 'a', title, count: 1 },
    ],
    handedOverAt: [{ id: 'a', title, count: 140 }],
    tickets: 140,
    claim: { count: 130, median: 11 * 60_000, most: 3 * 60 * 60_000 },
    resolve: { count: 100, median: 26 * 60 * 60_000, most: 9 * 24 * 60 * 60_000 },
  },
];
