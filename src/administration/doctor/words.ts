import { isTextKey, type Say, type TextKey } from '../../text/sentences.js';
import type { Finding } from './checks.js';

/** A finding in words, and what to do about it; '' = nothing. `say` decides how what was found is escaped. */
export function wordsOf(
  say: Say,
  { check, what, values = {} }: Finding,
): { readonly finding: string; readonly cure: string } {
  const feature = typeof values['name'] === 'string' ? keyOf(`doctor.feature.${values['name']}`) : undefined;
  const all = { ...values, feature: feature === undefined ? '' : say(feature) };
  const told = chosen('doctor', check, what) ?? 'doctor.any.broken';
  const cure = chosen('doctorCure', check, what);
  return {
    finding: say('doctor.line.finding', {
      name: say(`doctor.name.${check}`),
      finding: say(told, { reason: what, ...all }),
    }),
    cure: cure === undefined ? '' : say('doctor.line.cure', { cure: say(cure, all) }),
  };
}

/** The check's own words, those of both sign-ins, or the general ones. */
function chosen(stem: 'doctor' | 'doctorCure', check: Finding['check'], what: string): TextKey | undefined {
  const signIn = check === 'credentials' || check === 'bot' ? keyOf(`${stem}.signIn.${what}`) : undefined;
  return keyOf(`${stem}.${check}.${what}`) ?? signIn ?? keyOf(`${stem}.any.${what}`);
}

function keyOf(key: string): TextKey | undefined {
  return isTextKey(key) ? key : undefined;
}
