import type { Diagnosis, Reading } from './model.js';
import { rank } from './rank.js';
import { judgeCodes } from './rules/codes.js';
import { judgeDevice } from './rules/device.js';
import { judgeDialogs } from './rules/dialogs.js';
import { judgeEvents } from './rules/events.js';
import { judgeJoinState } from './rules/join-state.js';
import { judgeJoinTests } from './rules/join-tests.js';
import { createLook } from './rules/look.js';
import { missingParts } from './rules/missing-parts.js';
import { judgeNotes } from './rules/notes.js';
import { outdate } from './rules/outdated.js';
import { pcOfPaste } from './rules/pc-of-paste.js';
import { judgePreviousRegistration } from './rules/previous-registration.js';
import { proofsIn } from './rules/proofs.js';
import type { Rule } from './rules/rule.js';
import { judgeSideEffects } from './rules/side-effects.js';
import { judgeSignIn } from './rules/sign-in.js';

/** What a status says of the PC as it is now. */
const statusRules: readonly Rule[] = [
  judgeJoinState,
  judgeJoinTests,
  judgePreviousRegistration,
  judgeDevice,
  judgeSignIn,
  judgeSideEffects,
  judgeNotes,
];

/** What logs, dialogs and codes say of what happened at some time. */
const otherRules: readonly Rule[] = [judgeEvents, judgeDialogs, judgeCodes];

/**
 * What a text means: findings ranked by what to say first, the facts it proves, and what is missing to say more. It concludes
 * only from what is there. `now` is the time of looking; times of the PC itself go before it. Throws nothing.
 */
export function diagnose(reading: Reading, { now }: { readonly now: Date }): Diagnosis {
  const look = createLook(reading, now);
  const ofStatus = statusRules.flatMap((rule) => rule(look));
  const others = otherRules.flatMap((rule) => rule(look));
  const findings = rank([...ofStatus, ...outdate(look, others)]);
  return {
    kinds: reading.kinds,
    findings,
    proves: proofsIn(look),
    missing: missingParts(look, findings),
    pc: pcOfPaste(look),
  };
}
