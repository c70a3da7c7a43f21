import { describe, expect, it } from 'vitest';
import { createExamine } from '../../src/assistant/examine.js';
import type { PcInDirectory } from '../../src/diagnosis/model.js';
import { readPaste } from '../../src/diagnosis/read-paste.js';

const answer = { kind: 'notAsked' } as unknown as PcInDirectory;

/** What is read of a text, and what is kept of it. */
async function examined(raw: string) {
  const asked: string[] = [];
  const examine = createExamine({
    lookUpPc: async (_personId, pc) => {
      asked.push(pc.name ?? pc.deviceId ?? '');
      return { answer, objectId: undefined };
    },
    now: () => new Date('2024-03-04T09:00:00Z'),
  });
  const { reading } = await examine.paste('person', { raw, read: readPaste(raw) }, []);
  return { asked, reading, kept: JSON.stringify(reading) };
}

const status = (account: string, ...more: readonly string[]) =>
  [
    ...[
      'AzureAdJoined : YES',
      'EnterpriseJoined : NO',
      'DomainJoined : YES',
      'DomainName : CONTOSO',
      'Device Name : KIEL.contoso.example',
      'DeviceId : 4caca366-a20a-4ad8-a8f4-5771955cb12a',
    ],
    ...more,
    `Executing Account Name : ${account}`,
  ].join('\n');

describe('a text is read before anything is taken out of it', () => {
  it('what an account proves is found, and the account is not kept', async () => {
    const { reading, kept } = await examined(status('KIEL\\Administrator'));
    expect(reading.findings.map(({ id }) => id)).toContain('built-in-administrator');
    expect(kept).not.toContain('KIEL\\\\Administrator');
    expect(reading.text).toContain('Executing Account Name : [local account]');
    expect(reading.findings.find(({ id }) => id === 'built-in-administrator')?.evidence).toEqual([
      { from: 'paste', line: 'Executing Account Name : [local account]' },
    ]);
  });

  it.each([
    ['FABRIKAM\\grace', '[account of another domain]'],
    ['CONTOSO\\grace', '[account]'],
    ['KIEL\\grace', '[local account]'],
  ])('%s becomes %s, by what the whole text says of the PC', async (account, mark) => {
    const { reading, kept } = await examined(status(account));
    expect(reading.text).toContain(`Executing Account Name : ${mark}`);
    expect(kept).not.toContain('grace');
  });

  it('the PC is looked up by the name and the id that stand beside what is taken out', async () => {
    expect(
      (await examined(status('CONTOSO\\grace', 'Thumbprint : A5C8C4F48E1BB93E12B8811EDD9396DFA9D4987F'))).asked,
    ).toEqual([expect.stringMatching(/KIEL|4caca366/)]);
  });

  it.each([
    ['0x801c03f2 as CONTOSO\\grace, my password is Sommer2024!', '0x801c03f2 as [account], my password is [password]'],
    [
      'net use Z: \\\\fs01\\data Sommer2024! /user:.\\grace says 0x8007052e',
      'net use Z: \\\\fs01\\data [password] /user:[local account] says 0x8007052e',
    ],
    ['AADSTS50126 in C:\\Users\\grace on 10.1.2.3', 'AADSTS50126 in C:\\Users\\[account] on [ip]'],
  ])('a typed line with a code: %s', async (text, seen) => {
    const { reading } = await examined(text);
    expect(reading.findings.length + reading.kinds.length).toBeGreaterThan(0);
    expect(reading.seen).toBe(seen);
    expect(reading.text).toBe(seen);
  });
});
