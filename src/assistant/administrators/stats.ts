import { longestDays, type createStats } from '../../administration/stats.js';
import type { AdminPressContext } from '../administrators.js';
import type { Asked } from '../obey.js';
import { notice, say, type Answer } from '../answer.js';
import type { Files } from './files.js';

/** The buttons of its cards. @public read by `npm run indexes` */
export const presses = ['exportStats'] as const;

export interface HandlersOptions {
  readonly stats: ReturnType<typeof createStats>;
  readonly files: Pick<Files, 'offer'>;
}

/** How the bot and the helpdesk do, in numbers. Nobody is in them, so looking at them is not in the audit. */
export function createHandlers({ stats, files }: HandlersOptions) {
  async function show({ argument }: Asked): Promise<Answer> {
    const days = stats.daysIn(argument);
    return days === undefined ? notice('statsHow', { most: longestDays }) : say(await stats.numbers(days));
  }

  async function exportStats({ id, locale }: AdminPressContext): Promise<Answer> {
    const days = stats.daysIn(id);
    const offered = days === undefined ? undefined : await files.offer({ kind: 'stats', key: id }, locale);
    if (days === undefined || !offered) return { replies: [], refusal: { key: 'fileGone' } };
    return { replies: [offered], card: await stats.numbers(days) };
  }

  return { commands: { stats: show }, presses: { exportStats } };
}
