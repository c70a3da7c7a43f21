import { describe, expect, it } from 'vitest';
import { createTokenSource } from '../../src/directory/token-source.js';
import type { SignIn } from '../../src/directory/sign-in.js';

const tenantId = '7e4a4700-0000-4000-8000-000000000001';

describe('the token source', () => {
  it('answers the sample tenant with its fixed word', async () => {
    const source = createTokenSource({ kind: 'simulated' }, { authorityHost: 'https://login.example', tenantId });
    expect(await source.token('https://graph.microsoft.com/.default')).toBe('simulated');
  });

  it.each<SignIn>([
    { kind: 'secret', clientId: 'app', clientSecret: 'hush' },
    { kind: 'certificate', clientId: 'app', certificatePath: 'missing.pem' },
    { kind: 'federated', clientId: 'app', managedIdentityClientId: 'identity' },
  ])('takes no login address without https for $kind', (signIn) => {
    expect(() => createTokenSource(signIn, { authorityHost: 'http://127.0.0.1:8080', tenantId })).toThrow('https://');
  });

  it('throws when the login service cannot be reached', async () => {
    const source = createTokenSource(
      { kind: 'secret', clientId: 'app', clientSecret: 'hush' },
      { authorityHost: 'https://127.0.0.1:9', tenantId },
    );
    await expect(source.token('https://graph.microsoft.com/.default')).rejects.toThrow();
  });

  it('throws when the certificate cannot be read', async () => {
    const signIn: SignIn = { kind: 'certificate', clientId: 'app', certificatePath: 'missing.pem' };
    const source = createTokenSource(signIn, { authorityHost: 'https://127.0.0.1:9', tenantId });
    await expect(source.token('https://graph.microsoft.com/.default')).rejects.toThrow('missing.pem');
  });
});
