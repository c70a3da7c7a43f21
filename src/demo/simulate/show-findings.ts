import type { Finding } from '../../diagnosis/model.js';
import type { Locale } from '../../text/locale.js';
import { isTextKey, sentences } from '../../text/sentences.js';
import type { SessionReading } from '../../troubleshooting/session.js';
import type { Facts } from '../../troubleshooting/facts.js';

/** What was read in a paste: what it is, the findings as they rank with the line each rests on, what it proves, what is missing. */
export function findingLines(
  { kinds, findings, missing }: SessionReading,
  facts: Facts,
  locale: Locale,
): readonly string[] {
  const say = sentences(locale);
  const words = (key: string): string => (isTextKey(key) ? say(key) : key);
  const proved = Object.entries(facts).flatMap(([name, fact]) => (fact.known ? [`${name}=${fact.value}`] : []));
  return [
    `Read as: ${kinds.join(', ') || 'nothing that is known'}`,
    ...findings.flatMap((finding) => linesOf(finding, words)),
    ...(proved.length > 0 ? [`Proves: ${proved.join(' ')}`] : []),
    ...(missing.length > 0 ? [`Not in it: ${missing.join(', ')}`] : []),
  ];
}

function linesOf(
  { id, role, sure, cause, code, evidence }: Finding,
  words: (key: string) => string,
): readonly string[] {
  const about = [role, sure, ...(cause === undefined ? [] : [`cause ${cause}`]), ...(code === undefined ? [] : [code])];
  return [
    `- ${id} (${about.join(', ')})`,
    `    ${words(`finding.${id}`)}`,
    ...evidence.map((each) => `    > ${each.from === 'paste' ? each.line : `${each.fact}: ${each.value}`}`),
  ];
}
