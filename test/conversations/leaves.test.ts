import { describe, expect, it } from 'vitest';
import { contoso } from '../../src/demo/tenant/contoso.js';
import type { SampleTenant } from '../../src/demo/tenant/model.js';
import type { TreeNode } from '../../src/troubleshooting/tree.js';
import { statusText } from '../support/status-text.js';
import { loadBuiltInTrees } from '../support/trees.js';
import { aWorld, type World } from '../support/world.js';
import type { Actor } from '../support/actor.js';

/** A walk in words: what is pressed, in order; `NO` = "that did not help", a PC's name is said instead, `PASTE` pastes the status of a PC that is gone from the directory. */
interface Transcript {
  readonly leaf: string;
  readonly who: string;
  readonly presses: string;
  /** What is special about the tenant or about Graph on that day. */
  readonly given?: 'graphSilent' | 'nobodyMayRegister' | 'unlimited';
}

const phase = 'current domain-only';
const joined = 'current both-yes';
const silent = 'graphSilent' as const;

const transcripts: readonly Transcript[] = [
  // Facts alone end these walks.
  { leaf: 'opening/cloud-account', who: 'eva', presses: 'win7' },
  { leaf: 'opening/guest-account', who: 'nora', presses: 'win7' },
  { leaf: 'opening/account-disabled', who: 'paula', presses: 'win7' },
  { leaf: 'opening/unknown-windows', who: 'ada', presses: 'not-sure not-sure' },

  // What every Windows shares.
  { leaf: 'opening/not-in-domain', who: 'carla', presses: 'current both-no no' },
  { leaf: 'opening/scp', who: 'carla', presses: `${phase} discover scp` },
  { leaf: 'opening/wrong-tenant', who: 'carla', presses: `${phase} discover tenant` },
  { leaf: 'opening/registration-refused', who: 'carla', presses: `${phase} join not-allowed` },
  { leaf: 'opening/restart', who: 'carla', presses: `${phase} join other restart` },

  // The program.
  { leaf: 'downlevel/program-missing', who: 'grace', presses: 'win7 not-found not-listed' },
  { leaf: 'downlevel/built-in-program', who: 'tess', presses: 'win81 not-found not-listed' },
  {
    leaf: 'downlevel/built-in-program-failed',
    who: 'tess',
    presses: 'older-server server2012r2 not-found not-listed NO',
  },
  { leaf: 'downlevel/status-unknown', who: 'grace', presses: 'win7 cannot-now cannot' },

  // No window, or another one.
  { leaf: 'downlevel/roaming-desktop', who: 'grace', presses: 'win7 not-sure not-sure roaming' },
  { leaf: 'downlevel/virtual-desktop', who: 'grace', presses: 'win7 not-sure not-sure virtual' },
  { leaf: 'downlevel/wait-for-attempt', who: 'grace', presses: 'win7 not-sure not-sure not-sure' },
  { leaf: 'downlevel/unclear', who: 'grace', presses: 'win7 not-sure not-sure not-sure NO not-sure domain' },

  // "Account verification".
  { leaf: 'downlevel/no-company-account', who: 'grace', given: silent, presses: 'win7 verification no' },
  { leaf: 'downlevel/use-company-account', who: 'grace', presses: 'win7 verification local' },
  { leaf: 'downlevel/connect', who: 'grace', presses: 'win7 verification outside' },
  { leaf: 'downlevel/no-network', who: 'grace', presses: 'win7 verification cannot-connect' },
  { leaf: 'downlevel/account-not-verified', who: 'grace', presses: 'win7 verification domain' },

  // "Account authentication".
  { leaf: 'downlevel/forget-old-name', who: 'grace', presses: 'win7 authentication new-name' },
  { leaf: 'downlevel/save-pages', who: 'grace', presses: 'win7 authentication tick' },
  { leaf: 'downlevel/settings-locked', who: 'grace', presses: 'win7 authentication locked' },
  { leaf: 'downlevel/second-confirmation', who: 'grace', presses: 'win7 authentication phone' },
  { leaf: 'downlevel/server-protection', who: 'tess', presses: 'older-server server2008r2 authentication none on' },
  { leaf: 'downlevel/managed-sign-in', who: 'grace', presses: 'win7 authentication none' },
  { leaf: 'downlevel/federated-sign-in', who: 'farid', presses: 'win7 authentication none' },
  { leaf: 'downlevel/silent-sign-in', who: 'grace', given: silent, presses: 'win7 authentication none' },

  // "Maximum number of devices".
  { leaf: 'downlevel/nobody-may-register', who: 'grace', given: 'nobodyMayRegister', presses: 'win7 maximum' },
  { leaf: 'downlevel/limit-not-the-reason', who: 'grace', given: 'unlimited', presses: 'win7 maximum' },
  { leaf: 'downlevel/limit-of-another', who: 'grace', presses: 'win7 maximum another' },
  { leaf: 'downlevel/leave-old-pc', who: 'ben', presses: 'win7 maximum yes' },
  { leaf: 'downlevel/old-entries', who: 'ines', presses: 'limit-message win7 mine' },
  { leaf: 'downlevel/too-many-devices', who: 'grace', given: silent, presses: 'win7 maximum no' },

  // "The server did not respond": what its log says.
  { leaf: 'downlevel/registration-address', who: 'grace', presses: 'win7 not-responding address' },
  { leaf: 'downlevel/certificate', who: 'grace', presses: 'win7 not-responding certificate' },
  { leaf: 'downlevel/zone', who: 'grace', presses: 'win7 not-responding zone' },
  { leaf: 'downlevel/service-unavailable', who: 'grace', presses: 'win7 not-responding service' },
  { leaf: 'downlevel/try-later', who: 'grace', presses: 'win7 not-responding not-sure opens' },
  { leaf: 'downlevel/switch-on-tls', who: 'grace', presses: 'win7 not-responding not-sure error no-tick' },
  { leaf: 'downlevel/way-blocked', who: 'grace', presses: 'win7 not-responding not-sure blocked' },
  { leaf: 'downlevel/still-not-responding', who: 'grace', presses: 'win7 not-responding not-sure opens NO' },

  // Joined.
  { leaf: 'downlevel/joined-fine', who: 'grace', presses: 'win7 joined all-well' },
  { leaf: 'downlevel/one-each', who: 'henry', presses: 'win7 joined another-user' },
  { leaf: 'downlevel/install-update', who: 'grace', presses: 'win7 joined after-password yes' },
  { leaf: 'downlevel/update-needed', who: 'grace', presses: 'win7 joined after-password no' },
  { leaf: 'downlevel/join-anew', who: 'grace', presses: 'win7 joined refused' },
  { leaf: 'downlevel/joined-but-disabled', who: 'dmitri', presses: 'win7 joined refused' },
  { leaf: 'downlevel/joined-trouble', who: 'grace', presses: 'win7 joined not-sure' },

  // Windows 10, 11, Server 2016 and later: joined elsewhere, or nobody can look.
  { leaf: 'current/cloud-joined', who: 'carla', presses: 'current cloud-only ours' },
  { leaf: 'current/other-company', who: 'carla', presses: 'current cloud-only another' },
  { leaf: 'current/registered-only', who: 'carla', presses: 'current both-no yes' },
  { leaf: 'current/on-premises', who: 'carla', presses: 'current on-premises' },
  { leaf: 'current/device-limit', who: 'ben', presses: 'limit-message current' },
  { leaf: 'current/unclear', who: 'carla', presses: 'current cannot-now cannot' },
  { leaf: 'current/no-network', who: 'carla', presses: 'current not-sure domain cannot-connect' },
  { leaf: 'current/copied', who: 'carla', presses: 'current not-sure domain company-network copied' },
  { leaf: 'current/unsupported', who: 'carla', presses: 'current not-sure domain company-network server' },
  { leaf: 'current/wait-for-join', who: 'carla', presses: 'current not-sure domain company-network ordinary' },
  { leaf: 'current/not-joined', who: 'carla', presses: 'current not-sure domain company-network ordinary NO' },

  // In the domain, not joined: the phase and the code.
  { leaf: 'current/join-pending', who: 'carla', presses: 'current PC-0142' },
  { leaf: 'current/connect', who: 'carla', presses: `${phase} pre-check` },
  { leaf: 'current/not-known-everywhere', who: 'carla', presses: `${phase} pre-check NO yes` },
  { leaf: 'current/no-controller', who: 'carla', presses: `${phase} pre-check NO no` },
  { leaf: 'current/addresses', who: 'carla', presses: `${phase} discover addresses` },
  { leaf: 'current/name-not-resolved', who: 'carla', presses: `${phase} discover name` },
  { leaf: 'current/proxy-wants-sign-in', who: 'carla', presses: `${phase} discover proxy` },
  { leaf: 'current/connection-altered', who: 'carla', presses: `${phase} discover altered` },
  { leaf: 'current/service-busy', who: 'carla', presses: `${phase} discover busy` },
  { leaf: 'current/discover-failed', who: 'carla', presses: `${phase} discover not-sure` },
  { leaf: 'current/federation-endpoints', who: 'farid', presses: `${phase} auth endpoints` },
  { leaf: 'current/federation-refused', who: 'farid', presses: `${phase} auth refused` },
  { leaf: 'current/sign-in-unreachable', who: 'farid', presses: `${phase} auth unreachable` },
  { leaf: 'current/second-confirmation', who: 'farid', presses: `${phase} auth confirmation` },
  { leaf: 'current/kerberos', who: 'carla', presses: `${phase} auth kerberos` },
  { leaf: 'current/sign-in-failed', who: 'farid', presses: `${phase} auth not-sure` },
  { leaf: 'current/not-synced', who: 'carla', presses: `${phase} join not-found` },
  { leaf: 'current/wait-a-little', who: 'carla', presses: `${phase} join throttled` },
  { leaf: 'current/certificate-mismatch', who: 'carla', presses: `${phase} join mismatch` },
  { leaf: 'current/tpm-trouble', who: 'carla', presses: `${phase} join chip not-sure` },
  { leaf: 'current/tpm-locked', who: 'carla', presses: `${phase} join chip chip-locked` },
  { leaf: 'current/keys-lost', who: 'carla', presses: `${phase} join chip keys` },
  { leaf: 'current/azure-vm', who: 'carla', presses: `${phase} join other azure` },

  // Joined.
  { leaf: 'current/joined-fine', who: 'carla', presses: `${joined} all-well` },
  { leaf: 'current/disabled-or-removed', who: 'carla', presses: `${joined} failed` },
  { leaf: 'current/device-disabled', who: 'carla', presses: 'current PC-0153' },
  { leaf: 'current/device-removed', who: 'carla', presses: 'current PASTE' },
  { leaf: 'current/joined-but-disabled', who: 'dmitri', presses: `${joined} trouble` },
  { leaf: 'current/disconnect-account', who: 'carla', presses: `${joined} trouble yes` },
  { leaf: 'current/joined-trouble', who: 'carla', presses: `${joined} trouble no` },
  { leaf: 'current/new-password', who: 'carla', presses: `${joined} after-password` },
  { leaf: 'current/unknown-name', who: 'carla', presses: `${joined} no-token other-ending` },
  { leaf: 'current/use-company-account', who: 'carla', presses: `${joined} no-token error` },
  { leaf: 'current/install-updates', who: 'carla', presses: `${joined} no-token like-mail before-2021` },
  { leaf: 'current/no-sign-in-token', who: 'carla', presses: `${joined} no-token not-sure` },
];

function tenantFor(given: Transcript['given']): SampleTenant {
  const tenant = contoso(new Date());
  if (given === 'nobodyMayRegister') return { ...tenant, userDeviceQuota: 0 };
  return given === 'unlimited' ? { ...tenant, userDeviceQuota: 2_147_483_647 } : tenant;
}

/** The status of a PC that has joined; in the directory nothing has this DeviceId. */
function joinedAs(deviceId: string, tenantId: string): string {
  return statusText({
    deviceState: { AzureAdJoined: 'YES', EnterpriseJoined: 'NO', DomainJoined: 'YES' },
    deviceDetails: { DeviceId: deviceId },
    tenantDetails: { TenantId: tenantId },
  });
}

async function plays({ who, presses }: Transcript, world: World): Promise<Actor> {
  const person = world.person(who);
  await person.says('my pc will not join');
  for (const word of presses.split(' ')) {
    if (word === 'PASTE') await person.says(joinedAs('6fa60d52-01e7-4b18-8055-4759461fc16b', world.tenant.tenantId));
    else if (word.startsWith('PC-')) await person.says(`my pc is ${word}`);
    else await person.presses(word === 'NO' ? 'notFixed' : `choose:${word}`);
  }
  return person;
}

async function standsOn(person: Actor, world: World): Promise<string | undefined> {
  return (await world.storage.sessions.latest(person.id))?.value.nodeId;
}

const isLeaf = ({ kind }: TreeNode) => kind === 'fix' || kind === 'explanation' || kind === 'handOver';

describe('every end of the trees is reached by somebody of the sample tenant', () => {
  it('and by a transcript below', async () => {
    const tree = await loadBuiltInTrees();
    const leaves = [...tree.nodes.values()].filter(isLeaf).map(({ id }) => id);
    expect(transcripts.map(({ leaf }) => leaf).sort()).toEqual(leaves.sort());
  });

  it.each(transcripts)('$leaf: $who presses $presses', async (transcript) => {
    const world = await aWorld({ tenant: tenantFor(transcript.given) });
    try {
      if (transcript.given === 'graphSilent') world.graph.faults.set([{ match: /./, kind: 'status', status: 403 }]);
      const person = await plays(transcript, world);
      expect(await standsOn(person, world)).toBe(transcript.leaf);
      await ends(person, world);
    } finally {
      await world.close();
    }
  });
});

/** A fix closes when it helped, an explanation when it was understood, a hand-over ends in a ticket that says what to do. */
async function ends(person: Actor, world: World): Promise<void> {
  switch (person.sees?.kind) {
    case 'fix':
      await person.presses('fixed');
      expect(person.sees).toMatchObject({ kind: 'closed', outcome: 'fixed' });
      await person.presses('rate5');
      expect(person.sees).toMatchObject({ kind: 'closed', rating: 5 });
      return;
    case 'explanation':
      await person.presses('understood');
      expect(person.sees).toMatchObject({ kind: 'closed', outcome: 'explained' });
      return;
    case 'handOver': {
      await person.presses('handOver');
      await person.presses('review', { note: 'thank you' });
      await person.presses('send');
      expect(person.sees).toMatchObject({ kind: 'handedOver', ticketNumber: 1001 });
      const ticket = (await world.storage.tickets.find(1001))?.ticket;
      expect(ticket?.report.causes.length).toBeGreaterThan(0);
      for (const cause of ticket?.report.causes ?? []) expect(cause.technical.en).not.toBe('');
      return;
    }
    default:
      throw new Error(`A leaf shows a ${person.sees?.kind ?? 'nothing'}`);
  }
}
