import type { FindingId } from '../finding-catalogue.js';
import type { Finding, LoggedEvent, Sureness } from '../model.js';
import { isSuccess, meaningOf } from './code-meaning.js';
import { noteEvent } from './note-event.js';
import { found } from './rule.js';
import { unknownCode } from './unknown-code.js';

/**
 * Failures of the AAD log that concern the sign-in token, and what they mean without a telling code.
 * docs/domain/current.md section 5.
 */
const failures: Readonly<Record<number, FindingId>> = {
  1081: 'sign-in-refused',
  1084: 'sign-in-network',
  1088: 'sign-in-federation',
};

/** Numbers that only this log uses, of all that a text about joining may mention. */
export const onlyInAadLog: ReadonlySet<number> = new Set([1006, 1007, 1022, 1081, 1084, 1088, 1098, 1144]);

/** 1098 is an app that got no token, which follows from something else; it counts only with the code that says what. */
export function judgeAadEvent(event: LoggedEvent, sure: Sureness = 'likely'): readonly Finding[] {
  const codes = event.codes.filter(({ code }) => !isSuccess(code));
  const unknown = codes.flatMap(({ code, known }) => (known ? [] : unknownCode(code, event.line)));
  const meanings = codes.flatMap(({ code }) => {
    const meaning = meaningOf(code, 'prt');
    return meaning ? [{ ...meaning, code }] : [];
  });
  const meaning = meanings.find((one) => one.sure !== 'possible') ?? meanings[0];
  const otherwise = failures[event.eventId];
  if (meaning) {
    const direct = otherwise !== undefined && meaning.sure === 'likely';
    return [found(meaning.id, direct ? sure : 'possible', [event.line], { code: meaning.code }), ...unknown];
  }
  if (otherwise === undefined) return [noteEvent(event), ...unknown];
  return [
    found(otherwise, otherwise === 'sign-in-refused' ? 'possible' : sure, [event.line], { code: codes[0]?.code }),
    ...unknown,
  ];
}
