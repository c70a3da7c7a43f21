import { describe, expect, it } from 'vitest';
import { onStage } from './on-stage.js';

const stage = onStage();

describe('devices and limit', () => {
  it('shows how many places are used, and the devices', async () => {
    await stage.teams.becomes('ben');
    await stage.teams.says('my quota');
    await stage.teams.seesInCard('18 of 20 places used, 2 more may count');
    await stage.teams.screenshot('my-quota');
    await stage.teams.presses('Show my devices');
    await stage.teams.seesInCard('links 20 devices to you');
    await stage.teams.screenshot('my-devices');
  });

  it('never says "you have none"', async () => {
    await stage.teams.becomes('jonas');
    await stage.teams.says('my devices');
    await stage.teams.seesInCard('Entra links no PC to you.');
    await stage.teams.screenshot('no-device');
  });

  it('looks a PC up by its name', async () => {
    await stage.teams.becomes('carla');
    await stage.teams.says('my devices');
    await stage.teams.fills('A PC is missing here?', 'PC-0142');
    await stage.teams.presses('Look up this PC');
    await stage.teams.seesInCard('The directory knows the PC already.');
    await stage.teams.screenshot('pc-pending');
    await stage.teams.presses('Look again in 30 minutes and tell me');
    await stage.teams.seesInCard('I will look at the PC again at');
    await stage.teams.screenshot('look-again');
    await stage.teams.says('my devices');
    await stage.teams.fills('A PC is missing here?', 'PC-0150');
    await stage.teams.presses('Look up this PC');
    await stage.teams.sees('it is switched on there');
    await stage.teams.screenshot('pc-by-name');
  });

  it('shows names as they are written, whatever is in them', async () => {
    await stage.teams.becomes('rita');
    await stage.teams.says('my devices');
    await stage.teams.seesInCard('Your devices');
    for (const { displayName } of stage.demo.tenant.devices.filter(({ registeredOwners }) =>
      registeredOwners.includes(idOf('rita')),
    )) {
      expect(await stage.teams.cardText()).toContain(displayName);
    }
    await stage.teams.screenshot('odd-names');
  });
});

describe("the administrator's commands", () => {
  it('show the quota of somebody else', async () => {
    await stage.teams.becomes('sven');
    await stage.teams.says('quota ben okafor');
    await stage.teams.seesInCard('Ben Okafor');
    await stage.teams.seesInCard('18 of 20 places used, 2 more may count');
    await stage.teams.screenshot('quota-of-somebody');
  });

  it('ask which one is meant when two have the name', async () => {
    await stage.teams.becomes('sven');
    await stage.teams.says('quota kim larsen');
    await stage.teams.seesInCard(/Which kim larsen do you mean\?/i);
    await stage.teams.seesInCard('kim.larsen2@contoso.com');
    await stage.teams.screenshot('which-person');
    await stage.teams.presses('Kim Larsen (kim.larsen2@contoso.com)');
    await stage.teams.seesInCard('places used');
  });

  it('are answered in the own chat when typed in a channel', async () => {
    await stage.teams.becomes('sven');
    await stage.teams.says('help');
    await stage.teams.seesInCard('What you can type here');
    await stage.teams.goesTo('General');
    await stage.teams.posts('@Device Join Assistant', ' quota ', '@Ben Okafor');
    await stage.teams.sees('I answered you in our chat.');
    await stage.teams.goesTo('Personal Chat');
    await stage.teams.seesInCard('18 of 20 places used, 2 more may count');
  });

  it('refuse everybody else alike, whether the person exists or not', async () => {
    await stage.teams.becomes('ben');
    await stage.teams.says('quota ada lindqvist');
    await stage.teams.sees('Only administrators can look this up.');
    const toExisting = await stage.teams.cardText();
    await stage.teams.says('quota zzz nobody');
    await stage.teams.sees(/Only administrators can look this up/);
    expect(await stage.teams.cardText()).toBe(toExisting);
  });
});

function idOf(key: string): string {
  return stage.demo.tenant.people.find((person) => person.key === key)?.id ?? '';
}
