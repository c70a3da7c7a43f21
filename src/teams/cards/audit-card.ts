import type { AuditLine, AuditListView } from '../../administration/audit-list.js';
import { isTextKey } from '../../text/sentences.js';
import { adminButton } from './buttons.js';
import { lines, type Drawing, type Pen } from './pen.js';
import { clientTime } from './time-words.js';
import type { Drawers } from './drawers.js';

export const drawers = { auditList: drawAuditList } satisfies Partial<Drawers>;

/** Who did what, the newest first. */
function drawAuditList(pen: Pen, { days, total, lines: entries }: AuditListView): Drawing {
  const heading = pen.plain('audit.heading', { count: days });
  const shown = entries.slice(0, pen.room.items);
  const more = total - shown.length;
  const data = {
    kicker: '',
    heading,
    paragraphs: lines([
      pen.plain('audit.count', { count: total }),
      ...(more > 0 && shown.length > 0 ? [pen.plain('audit.newest', { count: shown.length })] : []),
    ]),
    entries: shown.map((line) => entryOf(pen, line)),
    options: total > 0 ? [adminButton('exportAudit', String(days), pen.plain('audit.csv'))] : [],
  };
  return { template: 'audit-list', summary: heading, data };
}

function entryOf(pen: Pen, { entry, actor, objects }: AuditLine) {
  const [group = '', deed = ''] = entry.action.split(':');
  const whom = objects.map((each) => pen.given(each)).join(', ');
  const more = entry.objectIds.length - objects.length;
  return {
    title: pen.plain('audit.who', { who: pen.given(actor), what: actionWords(pen, entry.action, group, deed) }),
    line: [
      clientTime(entry.at),
      ...(whom === '' ? [] : [pen.plain('audit.whom', { whom })]),
      ...(more > 0 ? [pen.plain('andMore', { count: more })] : []),
      pen.plain(`audit.result.${entry.result}`),
    ].join(' · '),
  };
}

/** A deed that has no words of its own is named by its group, and as it is written. */
function actionWords(pen: Pen, action: string, group: string, deed: string): string {
  const own = `audit.action.${action}`;
  if (isTextKey(own)) return pen.plain(own);
  const general = `audit.group.${group}`;
  return isTextKey(general) ? pen.plain(general, { deed }) : action;
}
