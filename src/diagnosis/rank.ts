import { findingIds, type FindingId } from './finding-catalogue.js';
import { phases, type Evidence, type Finding, type FindingRole, type Sureness } from './model.js';

const roles: readonly FindingRole[] = ['blocks', 'follows', 'healthy', 'sideEffect', 'note'];
const surenesses: readonly Sureness[] = ['certain', 'likely', 'possible'];

/** What comes from something else that blocks, when both are found. */
const followers: readonly { readonly leader: readonly FindingId[]; readonly follower: readonly FindingId[] }[] = [
  { leader: ['no-domain-controller', 'ad-replication'], follower: ['scp-missing', 'scp-unreadable'] },
  { leader: ['keys-unusable'], follower: ['recovery-pending'] },
  { leader: ['device-disabled', 'device-removed'], follower: ['device-disabled-or-removed', 'join-pending'] },
];

/** What says only that something failed, not what: it follows from anything in or before its phase that does. */
const general: ReadonlySet<string> = new Set<FindingId>([
  'join-failed-unknown',
  'discovery-failed',
  'token-failed',
  'no-sign-in-token',
  'sign-in-refused',
  'device-check-failed',
]);

/**
 * The order in which to say things: what blocks the earliest phase, within a phase the more certain; then what follows from it,
 * what is in order, what only looks like a fault, what else to know. Each id once, with the evidence of all that say so.
 */
export function rank(findings: readonly Finding[]): readonly Finding[] {
  const settled = withoutHollow(settleRoles(merge(findings)));
  return [...settled].sort(
    (a, b) => by(roles, a.role, b.role) || by(phases, a.phase, b.phase) || by(surenesses, a.sure, b.sure) || by(findingIds, a.id as FindingId, b.id as FindingId),
  );
}

function by<T>(order: readonly T[], a: T, b: T): number {
  return order.indexOf(a) - order.indexOf(b);
}

/** The surest and the most blocking of those that say the same; what it rests on is joined. */
function merge(findings: readonly Finding[]): readonly Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const seen = merged.get(finding.id);
    merged.set(finding.id, seen ? join(seen, finding) : finding);
  }
  return [...merged.values()];
}

function join(a: Finding, b: Finding): Finding {
  const stronger = by(roles, a.role, b.role) || by(surenesses, a.sure, b.sure);
  const [best, other] = stronger <= 0 ? [a, b] : [b, a];
  const evidence = [...best.evidence, ...other.evidence];
  const code = best.code ?? other.code;
  return { ...best, evidence: evidence.filter((one, index) => evidence.findIndex((two) => sameEvidence(one, two)) === index), ...(code !== undefined && { code }) };
}

function sameEvidence(a: Evidence, b: Evidence): boolean {
  return a.from === 'paste' ? b.from === 'paste' && a.line === b.line : b.from === 'directory' && a.value === b.value;
}

/** A PC that does not join has no sign-in token, and so on: such things are named as what follows. */
function settleRoles(findings: readonly Finding[]): readonly Finding[] {
  const blocking = findings.filter(({ role }) => role === 'blocks');
  return findings.map((finding) => {
    if (finding.role !== 'blocks') return finding;
    const leads = blocking.some((leader) => leader !== finding && isFollower(finding, leader));
    return leads ? { ...finding, role: 'follows' } : finding;
  });
}

function isFollower(finding: Finding, leader: Finding): boolean {
  const table = followers.some(({ leader: leaders, follower }) => includes(leaders, leader.id) && includes(follower, finding.id));
  if (table) return leader.sure !== 'possible' || finding.sure === 'possible';
  const [earlier, surer] = [by(phases, leader.phase, finding.phase), by(surenesses, leader.sure, finding.sure)];
  if (general.has(finding.id)) return !general.has(leader.id) ? earlier <= 0 && (leader.sure !== 'possible' || finding.sure === 'possible') : earlier < 0 && surer <= 0;
  // The same cause told twice: the surer one leads, of equals the earlier in the catalogue.
  if (finding.cause !== undefined && finding.cause === leader.cause && earlier === 0) {
    return surer < 0 || (surer === 0 && by(findingIds, leader.id as FindingId, finding.id as FindingId) < 0);
  }
  // What is wrong after the join matters only once the PC has joined.
  return finding.phase === 'afterJoin' && earlier < 0 && leader.sure !== 'possible';
}

function includes(ids: readonly FindingId[], id: string): boolean {
  return (ids as readonly string[]).includes(id);
}

/** "All is well" stands only where nothing blocks, and then the plain state beside it says nothing more. */
function withoutHollow(findings: readonly Finding[]): readonly Finding[] {
  const blocked = findings.some(({ role }) => role === 'blocks');
  const healthy = !blocked && findings.some(({ id }) => id === 'hybrid-healthy');
  return findings.filter(({ id }) => (id === 'hybrid-healthy' ? !blocked : id !== 'hybrid-joined' || !healthy));
}
