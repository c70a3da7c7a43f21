import { findingIds, type FindingId } from './finding-catalogue.js';
import { phases, type Evidence, type Finding, type FindingRole, type Sureness } from './model.js';

/** Pieces of evidence that one finding carries at most: a whole log of the same failure shows no more than its first entries. */
const mostEvidence = 8;

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
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      by(phases, a.phase, b.phase) ||
      by(surenesses, a.sure, b.sure) ||
      inCatalogue(a) - inCatalogue(b),
  );
}

/** That the PC is in the domain and no more is what its state is, and stands where "in order" would. */
function placeOf({ id, role }: Finding): number {
  return roles.indexOf(id === 'domain-joined-only' ? 'healthy' : role);
}

function inCatalogue({ id }: Finding): number {
  return (findingIds as readonly string[]).indexOf(id);
}

function by<T>(order: readonly T[], a: T, b: T): number {
  return order.indexOf(a) - order.indexOf(b);
}

/** The surest and the most blocking of those that say the same; what it rests on is joined, the best first. */
function merge(findings: readonly Finding[]): readonly Finding[] {
  const byId = new Map<string, Finding[]>();
  for (const finding of findings) {
    const same = byId.get(finding.id);
    if (same) same.push(finding);
    else byId.set(finding.id, [finding]);
  }
  return [...byId.values()].map(join);
}

function join(same: readonly Finding[]): Finding {
  const [best, ...others] = [...same].sort((a, b) => by(roles, a.role, b.role) || by(surenesses, a.sure, b.sure));
  if (best === undefined) throw new Error('Nothing to join');
  const code = best.code ?? others.find((other) => other.code !== undefined)?.code;
  return { ...best, evidence: allEvidence([best, ...others]), ...(code !== undefined && { code }) };
}

/** Each piece once, so many as one can look at. */
function allEvidence(findings: readonly Finding[]): readonly Evidence[] {
  const pieces = new Map<string, Evidence>();
  for (const each of findings.flatMap(({ evidence }) => evidence)) {
    if (pieces.size === mostEvidence) break;
    const key = each.from === 'paste' ? `paste ${each.line}` : `directory ${each.value}`;
    if (!pieces.has(key)) pieces.set(key, each);
  }
  return [...pieces.values()];
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
  const table = followers.some(
    ({ leader: leaders, follower }) => includes(leaders, leader.id) && includes(follower, finding.id),
  );
  if (table) return leader.sure !== 'possible' || finding.sure === 'possible';
  const [earlier, surer] = [by(phases, leader.phase, finding.phase), by(surenesses, leader.sure, finding.sure)];
  if (general.has(finding.id)) {
    if (general.has(leader.id)) return earlier < 0 && surer <= 0;
    return earlier <= 0 && (leader.sure !== 'possible' || finding.sure === 'possible');
  }
  // The same cause told twice: the surer one leads, of equals the earlier in the catalogue.
  if (finding.cause !== undefined && finding.cause === leader.cause && earlier === 0) {
    return surer < 0 || (surer === 0 && inCatalogue(leader) < inCatalogue(finding));
  }
  // What is wrong after the join matters only once the PC has joined.
  return finding.phase === 'afterJoin' && earlier < 0 && leader.sure !== 'possible';
}

function includes(ids: readonly FindingId[], id: string): boolean {
  return (ids as readonly string[]).includes(id);
}

/**
 * "All is well" stands only where nothing blocks, and then the plain state beside it says nothing more. What would follow from
 * something that blocks is a note where nothing does, and that a PC which has not joined has no sign-in token is not even that.
 */
function withoutHollow(findings: readonly Finding[]): readonly Finding[] {
  if (findings.some(({ role }) => role === 'blocks')) return findings.filter(({ id }) => id !== 'hybrid-healthy');
  const healthy = findings.some(({ id }) => id === 'hybrid-healthy');
  return findings
    .filter(
      ({ id, role }) => !(healthy && id === 'hybrid-joined') && !(id === 'no-sign-in-token' && role === 'follows'),
    )
    .map((finding) => (finding.role === 'follows' ? { ...finding, role: 'note' } : finding));
}
