import { describe, expect, it } from 'vitest';
import { marks } from '../../../src/diagnosis/redaction/marks.js';
import { redact, redactSecrets, whereaboutsIn } from '../../../src/diagnosis/redact.js';

describe('whose account it was is said in its place, as far as the text proves it', () => {
  it.each([
    ['.\\ben cannot sign in', '[local account] cannot sign in'],
    ['I sign in as .\\ben.', 'I sign in as [local account].'],
    ['PC-0815\\ben', '[local account]'],
    ['DESKTOP-7A1B2C3\\ben', '[local account]'],
    ['Device Name : KIEL\nuser KIEL\\ben', 'Device Name : KIEL\nuser [local account]'],
    ['Computer: KIEL.contoso.example\nUser: KIEL\\ben', 'Computer: KIEL.contoso.example\nUser: [local account]'],
    ['Hostname: kiel, whoami: kiel\\ben', 'Hostname: kiel, whoami: [local account]'],
    [
      'DomainName : CONTOSO\nDevice Name : PC-0815\nExecuting Account Name : PC-0815\\ben',
      'DomainName : CONTOSO\nDevice Name : PC-0815\nExecuting Account Name : [local account]',
    ],
    [
      'DomainName : CONTOSO\nExecuting Account Name : FABRIKAM\\ben, ben@fabrikam.example',
      'DomainName : CONTOSO\nExecuting Account Name : [account of another domain]',
    ],
    [
      'DomainName : CONTOSO\nExecuting Account Name : CONTOSO\\ben',
      'DomainName : CONTOSO\nExecuting Account Name : [account]',
    ],
    [
      "the PC's domain is CONTOSO, he signs in as FABRIKAM\\ben",
      "the PC's domain is CONTOSO, he signs in as [account of another domain]",
    ],
    [
      'Unsere Domäne ist CONTOSO. whoami zeigt FABRIKAM\\ben',
      'Unsere Domäne ist CONTOSO. whoami zeigt [account of another domain]',
    ],
    [
      'PC is joined to CONTOSO, user contoso\\ben and fabrikam\\ada',
      'PC is joined to CONTOSO, user [account] and [account of another domain]',
    ],
    ['net user ben Secret123 /add', 'net user [local account] [password] /add'],
    // What is not known is not said.
    ['FABRIKAM\\ben', '[account]'],
    ['Account Domain: CONTOSO, FABRIKAM\\ben', 'Account Domain: CONTOSO, [account]'],
    ['another domain CONTOSO, FABRIKAM\\ben', 'another domain CONTOSO, [account]'],
    // How a domain with a DNS name is called in short is not known.
    ['Domain: contoso.example, FABRIKAM\\ben', 'Domain: contoso.example, [account]'],
    ['the domain is reachable, FABRIKAM\\ben', 'the domain is reachable, [account]'],
    ['DomainName : CONTOSO, AzureAD\\BenMiller', 'DomainName : CONTOSO, [account]'],
    ['net user ben Secret123 /add /domain', 'net user [account] [password] /add /domain'],
  ])('%s', (text, expected) => {
    // In own words a key of Windows does not name an account.
    const ownWords = expected.replace(
      '[account of another domain]',
      text.includes('@') ? '[account of another domain], [account]' : '[account of another domain]',
    );
    expect(redact(text)).toBe(expected);
    expect(redactSecrets(text)).toBe(ownWords);
    expect(redact(expected)).toBe(expected);
  });

  it('a line alone is judged by what the whole text said of the PC', () => {
    const known = whereaboutsIn('DomainName : CONTOSO\nDevice Name : KIEL\n');
    expect(redact('whoami: FABRIKAM\\ben', known)).toBe('whoami: [account of another domain]');
    expect(redact('whoami: KIEL\\ben', known)).toBe('whoami: [local account]');
    expect(redact('whoami: CONTOSO\\ben', known)).toBe('whoami: [account]');
  });
});

it.each(marks)('[%s] stays, whatever is beside it', (mark) => {
  for (const text of [
    `[${mark}]`,
    `password: [${mark}]`,
    `my password is [${mark}].`,
    `psexec -u [${mark}] -p [${mark}]`,
    `User Identity : [${mark}]`,
    `C:\\Users\\[${mark}]\\x`,
    `net use Z: \\\\fs01\\x [${mark}] /user:[${mark}]`,
    `ESTSAUTH=[${mark}]; x`,
    `https://[${mark}]@host.example`,
    `[${mark}] is my password`,
    `Key Content : [${mark}]`,
  ]) {
    expect(redact(text)).toBe(text);
    expect(redactSecrets(text)).toBe(text);
  }
});
