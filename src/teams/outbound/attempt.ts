/** The only channel that the bot is reached through: another one vouches for nobody's Entra id. */
export const teamsChannel = 'msteams';
