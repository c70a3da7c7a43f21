import { expect, it } from 'vitest';
import { redact, redactSecrets } from '../../../src/diagnosis/redact.js';

/** What a label, or the head of a column, says is a name or a password, in any of its forms. */
it.each([
  ['<AutoLogon><Username>mkessler</Username></AutoLogon>', 'mkessler'],
  ['<u:AccountName>mkessler</u:AccountName>', 'mkessler'],
  ['<Data Name="TargetUserName">mkessler</Data>', 'mkessler'],
  ["<Data Name='SubjectUserName'>mkessler</Data>", 'mkessler'],
  ['DomainAdmin=mkessler\nJoinDomain=contoso.local', 'mkessler'],
  ['Account Name:\t\tmkessler', 'mkessler'],
  ['Kontoname : mkessler', 'mkessler'],
  ['Executing Account Name : CONTOSO\\mkessler, mkessler@contoso.com', 'mkessler'],
  ['query user mkessler /server:rds02', 'mkessler'],
  ['quser mkessler', 'mkessler'],
  ['%SystemDrive%\\Users\\mkessler\\AppData', 'mkessler'],
  ['dir $env:SystemDrive\\Users\\mkessler', 'mkessler'],
  ['WIFI:T:WPA;S:Guest;P:rabu9946;;', 'rabu9946'],
  ['WIFI:S:Guest;T:WPA2;H:true;P:rabu9946;;', 'rabu9946'],
  ['DefaultPassword steht auf rabu9946', 'rabu9946'],
  ['DefaultPassword;REG_SZ;rabu9946', 'rabu9946'],
  ['DefaultPassword is "rabu9946"', 'rabu9946'],
  [
    'ComputerName Password     Expires\n------------ --------     -------\nPC-0520      rabu9946     04.06.2026',
    'rabu9946',
  ],
  ['Name  Kennwort\n----  --------\nPC-1  rabu9946\n\nPC-2 stays', 'rabu9946'],
  ['Als Kennwort habe ich "rabu9946" eingegeben', 'rabu9946'],
  ["as the password I've used rabu9946", 'rabu9946'],
])('%j: typed and pasted', (text, secret) => {
  for (const how of [redact, redactSecrets]) {
    const redacted = how(text);
    expect(redacted).not.toContain(secret);
    expect(how(redacted)).toBe(redacted);
  }
});

it.each([
  '<Data Name="SubjectUserName">SYSTEM</Data>',
  'Account Name:\t\t-',
  'query user /server:rds02',
  'ComputerName Password     Expires\n------------ --------     -------\n\nPC-0520      joined       04.06.2026',
  'Name     State\n----     -----\nPC-0520  joined',
  'as the password I typed was wrong',
  'DefaultPassword is not set',
])('%j stays', (text) => {
  expect(redactSecrets(text)).toBe(text);
});
