import { describe, expect, it } from 'vitest';
import { contoso } from '../../src/demo/tenant/contoso.js';
import type { SampleTenant } from '../../src/demo/tenant/model.js';
import type { TreeNode } from '../../src/troubleshooting/tree.js';
import { loadBuiltInTrees } from '../support/trees.js';
import { aWorld, type Actor, type World } from '../support/world.js';

/** A walk in words: what is pressed, in order; `no` = "that did not help". */
interface Transcript {
  readonly leaf: string;
  readonly who: string;
  readonly presses: string;
  /** What is special about the tenant or about Graph on that day. */
  readonly given?: 'graphSilent' | 'nobodyMayRegister' | 'unlimited';
}

const window = 'own win7 window';
const current = 'own current domain company-network';
const silent = 'graphSilent' as const;

const transcripts: readonly Transcript[] = [
  // Facts alone end these walks.
  { leaf: 'opening/cloud-account', who: 'eva', presses: 'own win7' },
  { leaf: 'opening/guest-account', who: 'nora', presses: 'own win7' },
  { leaf: 'opening/account-disabled', who: 'paula', presses: 'own win7' },
  { leaf: 'opening/unknown-windows', who: 'ada', presses: 'own not-sure not-sure' },

  // The program.
  { leaf: 'downlevel/program-missing', who: 'grace', presses: 'own win7 not-found not-listed' },
  { leaf: 'downlevel/built-in-program', who: 'tess', presses: 'own win81 not-found not-listed' },
  { leaf: 'downlevel/built-in-program-failed', who: 'tess', presses: 'own win81 not-found not-listed NO' },
  { leaf: 'downlevel/status-unknown', who: 'grace', presses: 'own win7 cannot-now cannot' },

  // No window.
  { leaf: 'downlevel/wait-for-attempt', who: 'grace', presses: 'own win7 nothing no' },
  { leaf: 'downlevel/roaming-desktop', who: 'grace', presses: 'own win7 nothing no NO roaming' },
  { leaf: 'downlevel/virtual-desktop', who: 'grace', presses: 'own win7 nothing no NO virtual' },
  { leaf: 'downlevel/unclear', who: 'grace', presses: 'own win7 nothing no NO ordinary domain company-network' },

  // "Account verification".
  { leaf: 'downlevel/no-company-account', who: 'grace', given: silent, presses: `${window} verification no` },
  { leaf: 'downlevel/use-company-account', who: 'grace', presses: `${window} verification local` },
  { leaf: 'downlevel/account-not-verified', who: 'grace', presses: `${window} verification domain company-network` },
  { leaf: 'downlevel/connect', who: 'grace', presses: `${window} verification domain not-yet` },

  // "Account authentication".
  { leaf: 'downlevel/no-network', who: 'grace', presses: `${window} authentication cannot-connect` },
  { leaf: 'downlevel/forget-old-name', who: 'grace', presses: `${window} authentication company-network yes` },
  { leaf: 'downlevel/save-pages', who: 'grace', presses: `${window} authentication company-network no tick` },
  { leaf: 'downlevel/settings-locked', who: 'grace', presses: `${window} authentication company-network no locked` },
  { leaf: 'downlevel/server-protection', who: 'tess', presses: 'own server2008r2 window authentication company-network no no-tick yes' },
  { leaf: 'downlevel/managed-sign-in', who: 'grace', presses: `${window} authentication company-network no no-tick` },
  { leaf: 'downlevel/federated-sign-in', who: 'farid', presses: `${window} authentication company-network no no-tick` },
  { leaf: 'downlevel/silent-sign-in', who: 'grace', given: silent, presses: `${window} authentication company-network no no-tick` },

  // "Maximum number of devices".
  { leaf: 'downlevel/nobody-may-register', who: 'grace', given: 'nobodyMayRegister', presses: `${window} maximum` },
  { leaf: 'downlevel/limit-not-the-reason', who: 'grace', given: 'unlimited', presses: `${window} maximum` },
  { leaf: 'downlevel/limit-of-another', who: 'grace', presses: `${window} maximum another` },
  { leaf: 'downlevel/leave-old-pc', who: 'ben', presses: `${window} maximum yes` },
  { leaf: 'downlevel/old-entries', who: 'ines', presses: `${window} maximum mine no` },
  { leaf: 'downlevel/too-many-devices', who: 'grace', given: silent, presses: `${window} maximum no` },

  // "The server did not respond".
  { leaf: 'downlevel/try-later', who: 'grace', presses: `${window} not-responding opens` },
  { leaf: 'downlevel/switch-on-tls', who: 'grace', presses: `${window} not-responding error no-tick` },
  { leaf: 'downlevel/way-blocked', who: 'grace', presses: `${window} not-responding blocked` },
  { leaf: 'downlevel/still-not-responding', who: 'grace', presses: `${window} not-responding opens NO company-network` },

  // Joined.
  { leaf: 'downlevel/joined-fine', who: 'grace', presses: `${window} joined all-well` },
  { leaf: 'downlevel/one-each', who: 'henry', presses: `${window} joined another-user` },
  { leaf: 'downlevel/install-update', who: 'grace', presses: `${window} joined after-password yes` },
  { leaf: 'downlevel/update-needed', who: 'grace', presses: `${window} joined after-password no` },
  { leaf: 'downlevel/join-anew', who: 'grace', presses: `${window} joined refused` },
  { leaf: 'downlevel/joined-but-disabled', who: 'dmitri', presses: `${window} joined refused` },
  { leaf: 'downlevel/joined-trouble', who: 'grace', presses: `${window} joined not-sure` },

  // Windows 10, 11, Server 2016 and later.
  { leaf: 'current/connect', who: 'carla', presses: 'own current domain not-yet' },
  { leaf: 'current/no-network', who: 'carla', presses: 'own current domain cannot-connect' },
  { leaf: 'current/device-limit', who: 'ben', presses: 'own current limit-message' },
  { leaf: 'current/cloud-joined', who: 'carla', presses: 'own current workgroup yes' },
  { leaf: 'current/not-in-domain', who: 'carla', presses: 'own current workgroup no' },
  { leaf: 'current/use-company-account', who: 'carla', presses: `${current} local` },
  { leaf: 'current/wait-for-join', who: 'carla', presses: `${current} domain domain-only` },
  { leaf: 'current/not-joined', who: 'carla', presses: `${current} domain domain-only NO` },
  { leaf: 'current/joined-fine', who: 'carla', presses: `${current} domain both-yes all-well` },
  { leaf: 'current/joined-trouble', who: 'carla', presses: `${current} domain both-yes trouble` },
  { leaf: 'current/joined-but-disabled', who: 'dmitri', presses: `${current} domain both-yes trouble` },
  { leaf: 'current/unclear', who: 'carla', presses: `${current} domain not-sure` },
];

function tenantFor(given: Transcript['given']): SampleTenant {
  const tenant = contoso(new Date());
  if (given === 'nobodyMayRegister') return { ...tenant, userDeviceQuota: 0 };
  return given === 'unlimited' ? { ...tenant, userDeviceQuota: 2_147_483_647 } : tenant;
}

async function plays({ who, presses }: Transcript, world: World): Promise<Actor> {
  const person = world.person(who);
  await person.says('my pc will not join');
  for (const option of presses.split(' ')) await person.presses(option === 'NO' ? 'notFixed' : `choose:${option}`);
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
