import type { Finding } from '../model.js';
import { firstFailure, passesNow, ranAsThePc } from './join-tests.js';
import type { Look } from './look.js';
import { found } from './rule.js';

/**
 * What logs and codes tell was so once; a status in the same text tells what is so now. Of a PC that has joined, or whose tests
 * of that phase pass, they are history: a note where the status shows what is so now, and no more than possible else.
 */
export function outdate(look: Look, findings: readonly Finding[]): readonly Finding[] {
  if (look.reading.status === undefined) return findings;
  const joined = look.flag('AzureAdJoined') === 'yes';
  const signedIn = look.flag('AzureAdPrt') === 'yes';
  return findings.map((finding) => {
    if (finding.role !== 'blocks') return finding;
    if (finding.phase === 'afterJoin' ? signedIn : joined) return history(finding);
    // That one controller answers does not mean that the next one knows the PC.
    if (finding.id === 'ad-replication' || !passesNow(look, finding.phase) || !ranAsThePc(look)) return finding;
    return firstFailure(look) === undefined ? { ...finding, sure: 'possible' } : history(finding);
  });
}

/** That it failed is all that still counts; why it did would be a wrong lead. */
function history({ code, evidence }: Finding): Finding {
  return { ...found('previous-attempt-old', 'likely', [], { code }), evidence };
}
