import { describe, expect, it } from 'vitest';
import { signInProblem } from '../../src/directory/sign-in-errors.js';
import { locales } from '../../src/text/locale.js';
import { isTextKey, sentences } from '../../src/text/sentences.js';

/** What Entra or its client says, and what it comes to. */
const messages: readonly (readonly [string, string])[] = [
  ["AADSTS700016: Application with identifier 'x' was not found in the directory 'Bot Framework'.", 'noSuchApp'],
  ['AADSTS7000229: The client application is missing service principal in the tenant.', 'noSuchApp'],
  ['AADSTS7000112: Application is disabled.', 'appDisabled'],
  [
    'AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID.',
    'wrongSecret',
  ],
  ['AADSTS7000222: The provided client secret keys are expired.', 'secretExpired'],
  ["AADSTS90002: Tenant 'x' not found.", 'noSuchTenant'],
  [
    "AADSTS900023: Specified tenant identifier 'x' is neither a valid DNS name, nor a valid external domain.",
    'noSuchTenant',
  ],
  ['AADSTS900382: Confidential Client is not supported in Cross Cloud request.', 'wrongCloud'],
  [
    'AADSTS500011: The resource principal named https://graph.microsoft.us was not found in the tenant.',
    'noSuchResource',
  ],
  ['AADSTS65001: The user or administrator has not consented to use the application.', 'noConsent'],
  ['AADSTS53003: Access has been blocked by Conditional Access policies.', 'blocked'],
  ['AADSTS700027: Client assertion contains an invalid signature.', 'wrongCertificate'],
  ['AADSTS700024: Client assertion is not within its valid time range.', 'wrongClock'],
  ['AADSTS70021: No matching federated identity record found for presented assertion.', 'notFederated'],
  ['AADSTS700213: No matching federated identity record found for presented assertion subject', 'notFederated'],
  ['AADSTS7002138: No matching federated identity record found', 'notFederated'],
  ['AADSTS9999999: Something new.', 'other'],
  ['ManagedIdentityCredential: Network unreachable. Message: network_error', 'noIdentity'],
  ['getaddrinfo ENOTFOUND login.microsoftonline.com', 'unreachable'],
  ['connect ECONNREFUSED 127.0.0.1:443', 'unreachable'],
  [
    'endpoints_resolution_error: See https://aka.ms/msal.js.errors#endpoints_resolution_error for details',
    'noEndpoints',
  ],
  ['strange', 'other'],
];

it.each(messages)('%s', (message, problem) => {
  expect(signInProblem(new Error(message))).toEqual({ problem, code: /AADSTS\d+/.exec(message)?.[0] ?? '' });
});

describe.each(locales)('in %s', (locale) => {
  it('each of them has words and a cure', () => {
    const say = sentences(locale);
    for (const problem of new Set(messages.map(([, each]) => each))) {
      for (const stem of ['doctor', 'doctorCure']) {
        const key = `${stem}.signIn.${problem}`;
        expect(isTextKey(key) && say(key, { code: 'AADSTS1' }), key).toMatch(/^\S.*\.$/);
      }
    }
  });
});
