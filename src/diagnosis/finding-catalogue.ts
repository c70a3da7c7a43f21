import type { FindingRole, Phase } from './model.js';

export interface CatalogueFinding {
  readonly phase: Phase;
  readonly role: FindingRole;
  /** The cause of the trees that a paste with this finding leads to; without one the finding itself may lead somewhere. */
  readonly cause?: string;
}

const blocks = (phase: Phase, cause?: string): CatalogueFinding => ({
  phase,
  role: 'blocks',
  ...(cause !== undefined && { cause }),
});
const note = (phase: Phase): CatalogueFinding => ({ phase, role: 'note' });
const healthy: CatalogueFinding = { phase: 'afterJoin', role: 'healthy' };
const sideEffect: CatalogueFinding = { phase: 'afterJoin', role: 'sideEffect' };

/** Every finding by its id. Each has its words in `text/` as `finding.<id>`; a test holds the two, and the trees' causes, together. */
export const findingCatalogue = {
  // Before anything is tried.
  'not-domain-joined': blocks('preCheck', 'not-domain-member'),
  'not-joined-at-all': blocks('preCheck', 'not-domain-member'),
  'on-premises-joined': blocks('preCheck', 'on-premises-registration'),
  'no-domain-controller': blocks('preCheck', 'no-line-of-sight'),
  'ad-replication': blocks('preCheck', 'ad-replication'),

  // Discovery: where to join.
  'scp-missing': blocks('discover', 'service-connection-point'),
  'scp-unreadable': blocks('discover', 'service-connection-point'),
  'wrong-tenant': blocks('discover', 'wrong-tenant'),
  'discovery-no-connection': blocks('discover', 'system-cannot-reach-addresses'),
  'discovery-timeout': blocks('discover', 'system-cannot-reach-addresses'),
  'discovery-failed': blocks('discover', 'system-cannot-reach-addresses'),
  'discovery-name-not-resolved': blocks('discover', 'name-not-resolved'),
  'discovery-proxy-page': blocks('discover', 'proxy-wants-sign-in'),
  'discovery-altered': blocks('discover', 'connection-altered'),
  'realm-discovery-failed': blocks('discover', 'system-cannot-reach-addresses'),
  'registration-service-unreachable': blocks('discover', 'system-cannot-reach-addresses'),
  'service-busy': blocks('discover', 'service-busy'),

  // Authentication of the PC, in federated domains and with Kerberos.
  'federation-endpoints-off': blocks('auth', 'federation-endpoints'),
  'federation-refused': blocks('auth', 'federation-refused'),
  'sign-in-unreachable': blocks('auth', 'sign-in-unreachable'),
  'sign-in-altered': blocks('auth', 'connection-altered'),
  'kerberos-join': blocks('auth', 'kerberos-join-not-ready'),
  'interaction-needed': blocks('auth', 'second-confirmation'),
  'token-failed': blocks('auth', 'federation-refused'),

  // The join itself.
  'not-synced': blocks('join', 'computer-not-synced'),
  'object-gone': blocks('join', 'computer-not-synced'),
  'join-pending': blocks('join', 'join-not-finished'),
  'too-many-attempts': blocks('join', 'too-many-attempts'),
  'certificate-mismatch': blocks('join', 'certificate-mismatch'),
  'join-wrong-tenant': blocks('join', 'wrong-tenant'),
  'join-connection': blocks('join', 'system-cannot-reach-addresses'),
  'join-service-fault': blocks('join', 'service-busy'),
  'tpm-fault': blocks('join', 'tpm-trouble'),
  'tpm-locked': blocks('join', 'tpm-locked'),
  'join-keys-lost': blocks('join', 'keys-lost'),
  'registration-refused': blocks('join', 'registration-not-allowed'),
  'device-limit-reached': blocks('join', 'device-limit'),
  'device-limit-not-hybrid': blocks('join'),
  'restart-needed': blocks('join', 'restart-needed'),
  'azure-vm-identity': blocks('join', 'azure-vm-identity'),
  'join-failed-unknown': blocks('join', 'join-not-finished'),

  // After the join.
  'device-disabled': blocks('afterJoin', 'device-disabled'),
  'device-removed': blocks('afterJoin', 'device-removed'),
  'device-disabled-or-removed': blocks('afterJoin', 'device-disabled-or-removed'),
  'device-check-unreachable': blocks('afterJoin', 'system-cannot-reach-addresses'),
  'device-check-failed': blocks('afterJoin'),
  'keys-unusable': blocks('afterJoin', 'keys-lost'),
  'recovery-pending': blocks('afterJoin', 'keys-lost'),
  'wrong-password': blocks('afterJoin', 'wrong-password'),
  'sign-in-name-unknown': blocks('afterJoin', 'sign-in-name-unknown'),
  'sign-in-network': blocks('afterJoin', 'sign-in-unreachable'),
  'sign-in-federation': blocks('afterJoin', 'federation-endpoints'),
  'sign-in-refused': blocks('afterJoin', 'no-sign-in-token'),
  'windows-updates-missing': blocks('afterJoin', 'windows-updates-missing'),
  'no-sign-in-token': blocks('afterJoin', 'no-sign-in-token'),
  'certificate-expired': blocks('afterJoin', 'keys-lost'),
  'dual-registration': blocks('afterJoin', 'dual-registration'),

  // Windows 7 to 8.1, Server 2008 R2 to 2012 R2.
  'down-level-address': blocks('discover', 'registration-address'),
  'down-level-connection': blocks('discover', 'addresses-blocked'),
  'down-level-certificate': blocks('discover', 'certificate-not-trusted'),
  'down-level-service': blocks('discover', 'service-down'),
  'down-level-tls': blocks('discover', 'tls-off'),
  'down-level-discovery-failed': blocks('discover', 'addresses-blocked'),
  'down-level-zone': blocks('auth', 'intranet-zone'),
  'down-level-pages-not-saved': blocks('auth', 'internet-explorer-settings'),
  'down-level-keys': blocks('afterJoin', 'update-missing'),
  'dialog-authentication': blocks('auth'),
  'dialog-verification': blocks('auth'),
  'dialog-maximum': blocks('join'),
  'dialog-not-responding': blocks('discover'),

  // In order.
  'hybrid-healthy': healthy,
  'hybrid-joined': healthy,
  'entra-joined': healthy,
  'registered-only': { phase: 'preCheck', role: 'healthy' },
  'domain-joined-only': { phase: 'preCheck', role: 'note' },
  'down-level-joined': healthy,
  // First of what is in order: the rest was so when the text was made.
  'paste-is-old': { phase: 'preCheck', role: 'healthy' },

  // Looks like a fault and is none.
  'wam-error-elevated': sideEffect,
  'user-state-without-session': sideEffect,
  'hello-will-not-provision': sideEffect,
  'wpad-without-proxy': sideEffect,
  'no-enterprise-token': sideEffect,
  'enterprise-token-fault': sideEffect,

  // Worth knowing.
  'also-registered': note('preCheck'),
  'sync-fallback-off': note('auth'),
  'previous-attempt-old': note('join'),
  'built-in-administrator': note('preCheck'),
  'mdm-urls-missing': note('afterJoin'),
  'tpm-not-used': note('afterJoin'),
  'sign-in-not-renewed': { phase: 'afterJoin', role: 'note', cause: 'no-sign-in-token' },
  'certificate-expires-soon': note('afterJoin'),
  'virtual-desktop': note('preCheck'),
  'sign-in-app-account-missing': { phase: 'afterJoin', role: 'follows' },
  'unknown-code': note('join'),
  'known-code': note('join'),
  'event-noted': note('join'),

  // What the directory adds.
  'other-tenant': note('preCheck'),
  'directory-stale': note('afterJoin'),
  'directory-duplicate': note('afterJoin'),
} as const satisfies Record<string, CatalogueFinding>;

export type FindingId = keyof typeof findingCatalogue;

export const findingIds = Object.keys(findingCatalogue) as readonly FindingId[];
