import { lookUpCode } from '../../diagnosis/codes/look-up-code.js';
import type { Evidence, Finding } from '../../diagnosis/model.js';
import { localized } from '../../text/locale.js';
import { isTextKey } from '../../text/sentences.js';
import type { CardWriter } from './card-writer.js';

/** What a finding means in one plain sentence; of a code that is known and nothing more, what the code means. */
export function findingMeaning(writer: CardWriter, { id, code }: Finding): string {
  const words = id === 'known-code' && code !== undefined ? lookUpCode(code) : undefined;
  if (code !== undefined && words)
    return writer.plain('reading.codeMeans', { code: writer.given(code), meaning: localized(words.meaning, writer.locale) });
  const key = `finding.${id}`;
  return isTextKey(key) ? writer.plain(key) : writer.given(id);
}

/** What the helpdesk can do about the code that a finding rests on; '' when nothing is known. */
export function codeFix(writer: CardWriter, { code }: Finding): string {
  const words = code === undefined ? undefined : lookUpCode(code);
  return words ? localized(words.fix, writer.locale) : '';
}

/** The lines of a paste that a finding rests on, as they stand there. */
export function pastedLines(evidence: readonly Evidence[]): readonly string[] {
  return evidence.flatMap((each) => (each.from === 'paste' && each.line !== '' ? [each.line] : []));
}

/** What the directory says to a finding. */
export function directoryWords(writer: CardWriter, evidence: readonly Evidence[]): readonly string[] {
  return evidence.flatMap((each) =>
    each.from === 'directory' ? [sentence(writer, writer.plain(`fact.${each.fact}.${each.value}`))] : [],
  );
}

/** A clause such as a fact, as a sentence of its own. */
export function sentence(writer: CardWriter, clause: string): string {
  return `${clause.charAt(0).toLocaleUpperCase(writer.locale)}${clause.slice(1)}.`;
}
