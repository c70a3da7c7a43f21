import type { createAuditList } from '../../administration/audit-list.js';
import type { Audit } from '../../helpdesk/audit.js';
import type { AdminPressContext } from '../administrators.js';
import type { Asked } from '../obey.js';
import { notice, say, type Answer } from '../answer.js';
import type { Files } from './files.js';

/** The buttons of its cards. @public read by `npm run indexes` */
export const presses = ['exportAudit'] as const;

export interface HandlersOptions {
  readonly auditList: ReturnType<typeof createAuditList>;
  readonly files: Pick<Files, 'offer'>;
  readonly audit: Pick<Audit, 'record'>;
  readonly auditRetentionDays: number;
  readonly now: () => Date;
}

/** Who did what. That it was read is in it, too. */
export function createHandlers({ auditList, files, audit, auditRetentionDays, now }: HandlersOptions) {
  async function show({ from, argument }: Asked): Promise<Answer> {
    const days = auditList.daysIn(argument);
    if (days === undefined) return notice('auditHow', { most: auditRetentionDays });
    const view = await auditList.list(days);
    await audit.record({
      actorId: from.personId,
      action: 'command:audit',
      objectIds: [],
      result: 'done',
      at: now().toISOString(),
    });
    return say(view);
  }

  async function exportAudit({ id, locale }: AdminPressContext): Promise<Answer> {
    const days = auditList.daysIn(id);
    const offered = days === undefined ? undefined : await files.offer({ kind: 'audit', key: id }, locale);
    if (!offered || days === undefined) return { replies: [], refusal: { key: 'fileGone' } };
    return { replies: [offered], card: await auditList.list(days) };
  }

  return { commands: { audit: show }, presses: { exportAudit } };
}
