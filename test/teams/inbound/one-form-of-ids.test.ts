import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aTeamsEdge, chatOf, helpdeskChannel, wordsOf, type TeamsEdge } from '../../support/teams-edge.js';
import { mention } from '../../support/activities.js';

let teams: TeamsEdge;
beforeEach(async () => {
  teams = await aTeamsEdge();
});
afterEach(() => teams.close());

/** The same person and tenant, as a client in capitals names them. */
const inCapitals = (key: string) => {
  const { id, displayName } = teams.person(key);
  const tenantId = teams.tenant.tenantId.toUpperCase();
  return {
    from: { id: `29:${key}`, name: displayName, aadObjectId: id.toUpperCase(), tenantId },
    conversation: { id: chatOf(key), conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
  };
};

describe('the same person in capitals', () => {
  it('is the same person: their walk goes on, their request is theirs, and they are stored once', async () => {
    await teams.says('ada', 'troubleshoot');
    await teams.presses('ada', 'choose:win7');
    await teams.says('ada', 'troubleshoot', inCapitals('ada'));
    expect(wordsOf(teams.cardOf('ada'))).toContain('Step 2');
    await teams.says('ada', 'talk to a person', inCapitals('ada'));
    await teams.presses('ada', 'review', { note: 'x' });
    await teams.presses('ada', 'send');
    await teams.says('ada', 'my requests', inCapitals('ada'));
    expect(JSON.stringify(teams.cardOf('ada'))).toContain('1001');
    expect(teams.rows()['conversations']).toHaveLength(1);
    expect(new Set(teams.heard.map(({ from }) => from.personId))).toEqual(new Set([teams.person('ada').id]));
  });

  it('is of the helpdesk and an administrator, and stands in the audit in one form', async () => {
    await teams.says('sven', 'audit', inCapitals('sven'));
    expect(wordsOf(teams.cardOf('sven'))).not.toContain('Only administrators');
    await teams.says('sven', `devices ${teams.person('ben').id.toUpperCase()}`, inCapitals('sven'));
    const entries = await teams.storage.audit.since(0, 100);
    expect(entries.length).toBeGreaterThan(0);
    for (const { actorId, objectIds } of entries)
      for (const id of [actorId, ...objectIds]) expect(id).toBe(id.toLowerCase());
  });

  it('is found by the roster in one form', async () => {
    teams.connector.members.splice(0, teams.connector.members.length, {
      id: '29:lena',
      name: 'Lena',
      objectId: teams.person('lena').id.toUpperCase(),
    });
    await teams.sends(teams.inChannel('lena', 'on duty <at>Lena</at>', { entities: [mention('29:lena', 'Lena')] }));
    expect(await teams.storage.helpdeskSettings.onDuty()).toMatchObject([{ id: teams.person('lena').id }]);
    expect(teams.sentTo(`${helpdeskChannel};messageid=1`)).toHaveLength(1);
  });
});

describe('what is no object id is nobody', () => {
  it.each([
    'ada',
    '../../groups',
    'ada@contoso.com',
    '00000000',
    '{5d96cf7f-265b-4da9-8f0c-26ef4243ed52}',
    '5d96cf7f265b4da98f0c26ef4243ed52',
    '5d96cf7f-265b-4da9-8f0c-26ef4243ed52 ',
    "' or 1=1",
    'x'.repeat(1_000),
  ])('%s', async (aadObjectId) => {
    await teams.says('ada', 'my devices', { from: { id: '29:ada', name: 'Ada', aadObjectId } });
    expect(teams.heard).toEqual([]);
    expect(teams.graph.requests).toEqual([]);
    expect(teams.sentTo(chatOf('ada'))).toHaveLength(1);
    expect(teams.rows()['conversations']).toEqual([]);
  });
});
