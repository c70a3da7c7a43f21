import type { ShownFact } from '../../assistant/views.js';
import type { ReportedFact } from '../../helpdesk/ticket.js';
import { isTextKey } from '../../text/sentences.js';
import type { Fact, FactName } from '../../troubleshooting/facts.js';
import type { Pen } from './pen.js';
import { ago } from './time-words.js';

/** A fact as the person reads it: a plain clause, with its time once it is old. */
export function factClause(pen: Pen, { name, fact, stale }: ShownFact): string {
  const clause = withDetails(pen, fact, inWords(pen, 'fact', name, fact));
  return stale ? pen.plain('checked.at', { fact: clause, ago: ago(new Date(fact.at), pen.now, pen.locale) }) : clause;
}

/** A fact as the helpdesk reads it: its name, its value or why there is none, and whether the person disputes it. */
export function factFinding(pen: Pen, { name, fact, disputed }: ReportedFact): string {
  const value = withDetails(pen, fact, inWords(pen, 'factValue', name, fact));
  return pen.plain('fact.other', {
    name: pen.plain(`factName.${name}`),
    value: disputed ? pen.plain('factValue.disputed', { value }) : value,
  });
}

function inWords(pen: Pen, family: 'fact' | 'factValue', name: FactName, fact: Fact): string {
  if (!fact.known) return pen.plain(`unknown.${fact.reason}`);
  const key = `${family}.${name}.${fact.value}`;
  return isTextKey(key) ? pen.plain(key) : pen.given(fact.value);
}

function withDetails(pen: Pen, fact: Fact, words: string): string {
  const details = fact.known ? detailsOf(pen, fact.details ?? {}) : '';
  return details === '' ? words : pen.plain('fact.withDetails', { fact: words, details });
}

/** Device names, a domain, or numbers: those the directory puts beside its facts. */
function detailsOf(
  pen: Pen,
  { names, suffix, limit, counts, mayCount }: Readonly<Record<string, string | number>>,
): string {
  if (typeof names === 'string') return pen.given(names);
  if (typeof suffix === 'string') return pen.given(suffix);
  if (typeof limit !== 'number') return '';
  if (typeof counts !== 'number') return String(limit);
  const used = pen.plain('quota.used', { count: counts, limit });
  return typeof mayCount === 'number' && mayCount > 0
    ? `${used}, ${pen.plain('quota.mayCount', { count: mayCount })}`
    : used;
}
