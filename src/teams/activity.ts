/** What travels between Teams and the bot. Tests take it from here, so that leaving the SDK changes none of them (docs/successor.md). */
export type { Activity } from 'botbuilder';
