/** What several topics say. */
export const common = {
  again: '(again)',
  unknownName: '(name not known)',
  notKnown: 'not known',
  listItem: '• {{item}}',
  andMore_one: 'and {{count}} more',
  andMore_other: 'and {{count}} more',
  looksDifferent:
    'This message needs a newer version of Teams. Please update Teams, or open it in a browser or on a phone.',
} as const;
