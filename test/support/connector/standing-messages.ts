import type { Activity } from '../../../src/teams/activity.js';

/** A message that stands in Teams, with everything that it has shown, the newest last. */
export interface StandingMessage {
  readonly id: string;
  readonly conversationId: string;
  readonly shown: Partial<Activity>[];
}

export interface StandingMessages {
  /** In the order in which they came; of each one that a test made up, only what it showed since. */
  readonly all: readonly StandingMessage[];
  in(conversationId: string): readonly StandingMessage[];
  add(conversationId: string, id: string, activity: Partial<Activity>): void;
  /** One that was there before the test began. */
  assume(conversationId: string, id: string): void;
  /** False when there is no such message. */
  replace(conversationId: string, id: string, activity: Partial<Activity>): boolean;
}

export function createStandingMessages(): StandingMessages {
  const all: StandingMessage[] = [];
  const find = (conversationId: string, id: string) =>
    all.find((each) => each.conversationId === conversationId && each.id === id);
  return {
    all,
    in: (conversationId) => all.filter((each) => each.conversationId === conversationId && each.shown.length > 0),
    add: (conversationId, id, activity) => void all.push({ id, conversationId, shown: [activity] }),
    assume(conversationId, id) {
      if (!find(conversationId, id)) all.push({ id, conversationId, shown: [] });
    },
    replace(conversationId, id, activity) {
      const message = find(conversationId, id);
      message?.shown.push(activity);
      return message !== undefined;
    },
  };
}
