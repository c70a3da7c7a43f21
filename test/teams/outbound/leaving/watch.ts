import type { Activity } from '../../../../src/teams/activity.js';
import type { StandingMessage } from '../../../support/connector/standing-messages.js';
import type { TeamsEdge } from '../../../support/teams-edge.js';
import type { Known, Way } from './ways.js';

const mark = '(again)';

export interface Watch {
  /** New messages of this way since, in their order, by the words that they are known by; `(again)` behind those that carry it. */
  posted(): readonly string[];
  /** Which of them took the place of what stood there before, as it reads now. */
  replaced(): readonly string[];
}

/** Sees what comes to stand in Teams from now on. */
export function watch({ connector }: TeamsEdge, { where, messages }: Way): Watch {
  const before = new Map(connector.messages.all.map((message) => [message, message.shown.length]));
  const here = (): readonly StandingMessage[] =>
    connector.messages.all.filter(
      ({ conversationId }) => conversationId === where || conversationId.startsWith(`${where};`),
    );
  const read = (activity: Partial<Activity> = {}): readonly string[] => {
    const all = JSON.stringify(activity);
    const known = messages.find((each) =>
      'text' in each ? activity.text?.startsWith(each.text) : activity.text === undefined && all.includes(each.card),
    );
    if (!known) return [];
    return [all.includes(mark) ? `${wordsOf(known)} ${mark}` : wordsOf(known)];
  };
  return {
    posted: () => here().flatMap((message) => (before.has(message) ? [] : read(message.shown[0]))),
    replaced: () =>
      here().flatMap((message) =>
        message.shown.length > (before.get(message) ?? Infinity) ? read(message.shown.at(-1)) : [],
      ),
  };
}

/** What is expected of messages of which the first was hit. */
export function expected({ messages }: Pick<Way, 'messages'>, leaves: 'plain' | 'marked' | 'both'): readonly string[] {
  const [first = '', ...others] = messages.map(wordsOf);
  const marked = `${first} ${mark}`;
  return [...(leaves === 'plain' ? [first] : leaves === 'marked' ? [marked] : [first, marked]), ...others];
}

/** As they stand in what `watch` tells. */
export function wordsOf(known: Known): string {
  return 'text' in known ? known.text : known.card;
}

const seconds = 1_000;
const minutes = 60 * seconds;

/** As long as the longest pause between two attempts, and more. */
export async function longTimePasses(teams: TeamsEdge): Promise<void> {
  for (let passed = 0; passed < 5 * minutes; passed += 5 * seconds) await teams.passes(5 * seconds);
  for (let passed = 0; passed < 60 * minutes; passed += minutes) await teams.passes(minutes);
}

/** Short limits of time, for what hangs. */
export const hasty = {
  reply: { bytes: 2_097_152, ms: 400 },
  teams: { bytes: 2_097_152, ms: 400 },
  answerMs: 5_000,
} as const;
