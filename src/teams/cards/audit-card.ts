import type { AuditLine, AuditListView } from '../../administration/audit-list.js';
import { isTextKey } from '../../text/sentences.js';
import { adminButton } from './buttons.js';
import { lines, type Drawing, type CardWriter } from './card-writer.js';
import { clientTime } from './time-words.js';
import type { Drawers } from './drawers.js';

export const drawers = { auditList: drawAuditList } satisfies Partial<Drawers>;

/** Who did what, the newest first. */
function drawAuditList(writer: CardWriter, { days, total, lines: entries }: AuditListView): Drawing {
  const heading = writer.plain('audit.heading', { count: days });
  const shown = entries.slice(0, writer.room.items);
  const more = total - shown.length;
  const data = {
    kicker: '',
    heading,
    paragraphs: lines([
      writer.plain('audit.count', { count: total }),
      ...(more > 0 && shown.length > 0 ? [writer.plain('audit.newest', { count: shown.length })] : []),
    ]),
    entries: shown.map((line) => entryOf(writer, line)),
    options: total > 0 ? [adminButton('exportAudit', String(days), writer.plain('audit.csv'))] : [],
  };
  return { template: 'audit-list', summary: heading, data };
}

function entryOf(writer: CardWriter, { entry, actor, objects }: AuditLine) {
  const [group = '', deed = ''] = entry.action.split(':');
  const whom = objects.map((each) => writer.given(each)).join(', ');
  const more = entry.objectIds.length - objects.length;
  return {
    title: writer.plain('audit.who', { who: writer.given(actor), what: actionWords(writer, entry.action, group, deed) }),
    line: [
      clientTime(entry.at),
      ...(whom === '' ? [] : [writer.plain('audit.whom', { whom })]),
      ...(more > 0 ? [writer.plain('andMore', { count: more })] : []),
      writer.plain(`audit.result.${entry.result}`),
    ].join(' · '),
  };
}

/** A deed that has no words of its own is named by its group, and as it is written. */
function actionWords(writer: CardWriter, action: string, group: string, deed: string): string {
  const own = `audit.action.${action}`;
  if (isTextKey(own)) return writer.plain(own);
  const general = `audit.group.${group}`;
  return isTextKey(general) ? writer.plain(general, { deed }) : action;
}
