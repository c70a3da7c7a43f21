import type { Finding } from '../model.js';
import { firstFailure, passesNow, ranAsThePc } from './join-tests.js';
import type { Look } from './look.js';

/**
 * What logs and codes tell was so once; a status in the same text tells what is so now. Of a PC that has joined, or whose tests
 * of that phase pass, they are history: kept as notes where the status names what blocks now, and as no more than possible else.
 */
export function outdate(look: Look, findings: readonly Finding[]): readonly Finding[] {
  if (look.reading.status === undefined) return findings;
  const joined = look.flag('AzureAdJoined') === 'yes';
  const signedIn = look.flag('AzureAdPrt') === 'yes';
  return findings.map((finding) => {
    if (finding.role !== 'blocks') return finding;
    if (finding.phase === 'afterJoin' ? signedIn : joined) return { ...finding, role: 'note', sure: 'possible' };
    if (!passesNow(look, finding.phase) || !ranAsThePc(look)) return finding;
    return { ...finding, sure: 'possible', ...(firstFailure(look) !== undefined && { role: 'note' as const }) };
  });
}
