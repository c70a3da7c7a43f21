import type { ShownFact } from '../../assistant/views.js';
import type { ReportedFact } from '../../helpdesk/ticket.js';
import { isTextKey } from '../../text/sentences.js';
import type { Fact, FactName } from '../../troubleshooting/facts.js';
import type { CardWriter } from './card-writer.js';
import { ago } from './time-words.js';

/** A fact as the person reads it: a plain clause, with its time once it is old. */
export function factClause(writer: CardWriter, { name, fact, stale }: ShownFact): string {
  const clause = withDetails(writer, fact, inWords(writer, 'fact', name, fact));
  return stale ? writer.plain('checked.at', { fact: clause, ago: ago(new Date(fact.at), writer.now, writer.locale) }) : clause;
}

/** A fact as the helpdesk reads it: its name, its value or why there is none, and whether the person disputes it. */
export function factFinding(writer: CardWriter, { name, fact, disputed }: ReportedFact): string {
  const value = withDetails(writer, fact, inWords(writer, 'factValue', name, fact));
  return writer.plain('fact.other', {
    name: writer.plain(`factName.${name}`),
    value: disputed ? writer.plain('factValue.disputed', { value }) : value,
  });
}

function inWords(writer: CardWriter, family: 'fact' | 'factValue', name: FactName, fact: Fact): string {
  if (!fact.known) return writer.plain(`unknown.${fact.reason}`);
  const key = `${family}.${name}.${fact.value}`;
  return isTextKey(key) ? writer.plain(key) : writer.given(fact.value);
}

function withDetails(writer: CardWriter, fact: Fact, words: string): string {
  const details = fact.known ? detailsOf(writer, fact.details ?? {}) : '';
  return details === '' ? words : writer.plain('fact.withDetails', { fact: words, details });
}

/** Device names, a domain, or numbers: those the directory puts beside its facts. */
function detailsOf(
  writer: CardWriter,
  { names, suffix, limit, counts, mayCount }: Readonly<Record<string, string | number>>,
): string {
  if (typeof names === 'string') return writer.given(names);
  if (typeof suffix === 'string') return writer.given(suffix);
  if (typeof limit !== 'number') return '';
  if (typeof counts !== 'number') return String(limit);
  const used = writer.plain('quota.used', { count: counts, limit });
  return typeof mayCount === 'number' && mayCount > 0
    ? `${used}, ${writer.plain('quota.mayCount', { count: mayCount })}`
    : used;
}
