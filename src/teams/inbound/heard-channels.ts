import { LRUCache } from 'lru-cache';
import { maxHeardChannels } from '../../limits.js';
import { channelOf } from '../../helpdesk/channel-of.js';

/**
 * The channels in which this process heard from somebody. What it heard before it was started is unknown to it: enough for
 * the question of `use this channel`, which is asked and answered in the channel it is about.
 */
export interface HeardChannels {
  note(conversationId: string): void;
  has(channelId: string): boolean;
}

export function createHeardChannels(): HeardChannels {
  const channels = new LRUCache<string, true>({ max: maxHeardChannels });
  return {
    note: (conversationId) => void channels.set(channelOf(conversationId), true),
    has: (channelId) => channels.has(channelId),
  };
}
