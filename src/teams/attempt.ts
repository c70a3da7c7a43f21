/** The only channel that the bot is reached through: another one vouches for nobody's Entra id. */
export const teamsChannel = 'msteams';

/** Milliseconds an attempt may take; afterwards nobody knows whether Teams took it. Ours, above Teams' own 15 s. */
export const attemptMs = 20_000;
