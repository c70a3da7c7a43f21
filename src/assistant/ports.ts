import type { Session } from '../troubleshooting/session.js';
import type { Locale } from '../text/locale.js';
import type { View } from './views.js';

export interface Stored<T> {
  readonly value: T;
  readonly version: number;
}

/** A person's sessions. Keys are (tenant, person); the tenant is fixed when the store is built. */
export interface SessionStore {
  /** The session the person began last, whatever its state. */
  latest(personId: string): Promise<Stored<Session> | undefined>;
  insert(personId: string, session: Session): Promise<Stored<Session>>;
  /** Compare-and-set: undefined when another write came first. */
  save(personId: string, session: Session, version: number): Promise<Stored<Session> | undefined>;
}

/** What a person chose. `name` and `upn` are what the directory or the client last called them. */
export interface Preferences {
  readonly locale: Locale | undefined;
  /** The person hears of their requests only that they are solved. */
  readonly muted?: boolean;
}

export interface PreferenceStore {
  load(personId: string): Promise<Preferences>;
  save(personId: string, preferences: Preferences): Promise<void>;
}

/** Deletes or anonymises personal data; used by `forget me` and by the retention job. */
export interface PersonalData {
  /**
   * All at once or nothing: sessions, preferences, reminders, the conversation with what was handled in it, and messages to
   * the person go. Neither the audit nor the count of names looked up is touched. Tickets that are resolved or have ended lose them, whether they asked or helped, and their cards in the channel are drawn anew.
   * `openTickets` are the numbers of those that name the person until they are closed or withdrawn.
   */
  forget(personId: string): Promise<{ sessions: number; openTickets: readonly number[] }>;
  /**
   * Sessions not touched, reminders last wished for, people not seen (conversation and preferences), messages to people written and messages parked
   * before this time (epoch ms) go; tickets that ended before it lose everybody's data, the helpdesk people's too, and
   * their cards are drawn anew. Handled activities older than a day and look-ups by name older than two go as well.
   */
  expire(before: number): Promise<{ sessions: number; tickets: number; messages: number }>;
}

/** Who is in a conversation. A mention carries the Teams id only. */
export interface Roster {
  /** The Entra object id behind a Teams id; undefined when the conversation has no such member. */
  objectIdOf(conversationId: string, teamsId: string): Promise<string | undefined>;
}

/** Somebody in a channel. `undefined` = Teams did not say. */
export interface ChannelMember {
  readonly objectId: string | undefined;
  readonly tenantId: string | undefined;
  readonly guest: boolean | undefined;
}

/** Why a channel takes nothing of the bot; `detail` is Teams' own code and words, for the log. */
export interface ChannelRefusal {
  readonly kind: 'refused';
  readonly why: 'appNotInTeam' | 'appNotInChannel' | 'notFound' | 'unreachable';
  readonly detail: string;
}

/** Channels as Teams shows them. `channelId` without a message's id. */
export interface Channels {
  /** Posts a message as a new thread, once and without the outbox, to see whether it is taken. */
  tryPost(channelId: string, view: View, locale: Locale): Promise<{ readonly kind: 'taken' } | ChannelRefusal>;
  /** The same, and takes the message away again. `left`: it was taken and could not be removed. */
  tryAndRemove(
    channelId: string,
    view: View,
    locale: Locale,
  ): Promise<{ readonly kind: 'taken'; readonly left: boolean } | ChannelRefusal>;
  /** Everybody in it; undefined when Teams does not say. */
  members(channelId: string): Promise<readonly ChannelMember[] | undefined>;
}
