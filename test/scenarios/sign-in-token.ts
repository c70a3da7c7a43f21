import type { Reach, State } from './state.js';

/**
 * How the sign-in on a joined PC gets its primary refresh token (docs/domain/current.md section 3, "SSO State"; codes:
 * error-codes.json).
 */
export interface Token {
  readonly present: boolean;
  /** Hours since it was renewed. */
  readonly age: number;
  readonly failure: TokenFailure | undefined;
}

export interface TokenFailure {
  readonly status: string;
  readonly httpError: string;
  readonly httpStatus: number;
  /** Entra's own, the federation server's metadata on the way to Entra, or that server for a token of its own. */
  readonly endpoint: 'entra' | 'metadata' | 'adfs';
  readonly serverError: string;
  readonly description: string;
}

export function signInToken(state: State): Token {
  const { pc, account } = state;
  if (pc.joined === 'no' || pc.joined === 'onPremises') return { present: false, age: 0, failure: undefined };
  if (account.signedInWith !== 'domainAccount') return { present: false, age: 0, failure: undefined };
  if (pc.tokenMissing) return { present: false, age: 0, failure: undefined };
  const failure = why(state);
  if (failure !== undefined) return { present: false, age: 0, failure };
  return { present: true, age: pc.tokenRenewed ? 1 : 52, failure: undefined };
}

const refused: TokenFailure = {
  status: '0xc000006d',
  httpError: '0x0',
  httpStatus: 400,
  endpoint: 'entra',
  serverError: 'invalid_grant',
  description: '',
};

function why(state: State): TokenFailure | undefined {
  const { pc, account, tenant } = state;
  if (pc.asUser.signIn !== 'open') return notReached(pc.asUser.signIn);
  if (account.upn === 'malformed')
    return { ...refused, status: '0xc004844c', httpStatus: 0, serverError: '', description: '' };
  if (account.upn === 'suffixUnknown')
    return { ...refused, status: '0xc000005f', httpStatus: 0, serverError: '', description: '' };
  if (tenant.signIn === 'federated' && tenant.federation === 'endpointsOff') {
    return { ...refused, status: '0xc004848b', httpStatus: 0, endpoint: 'metadata', serverError: '', description: '' };
  }
  if (account.upn === 'notSynced')
    return { ...refused, description: 'AADSTS50034: The user account does not exist in the tenant directory.' };
  if (account.password === 'justChanged') {
    return {
      ...refused,
      description: 'AADSTS50126: Error validating credentials due to invalid username or password.',
    };
  }
  if (pc.object === 'disabled' && !pc.disabledJustNow)
    return {
      ...refused,
      status: '0xc00000d0',
      description: 'AADSTS135011: Device used during the authentication is disabled.',
    };
  if (pc.object === 'deleted')
    return {
      ...refused,
      status: '0xc00000d0',
      description: 'AADSTS50155: Device authentication failed for this user.',
    };
  if (!pc.updated)
    return {
      ...refused,
      description:
        'AADSTS5000611: Symmetric Key Derivation Function version 1 is not accepted. Update the device for the latest updates.',
    };
  if (pc.keys === 'lost' || pc.certificate === 'expired') {
    return { ...refused, status: '0xc000006d', httpStatus: 0, serverError: '', description: '' };
  }
  return undefined;
}

const transportErrors: Partial<Record<Reach, string>> = {
  timeout: '12002',
  nameNotResolved: '12007',
  noConnection: '12029',
  aborted: '12030',
};

function notReached(reach: Reach): TokenFailure {
  const httpError = transportErrors[reach] ?? '12002';
  return { ...refused, status: '0xc000023c', httpError, httpStatus: 0, serverError: '', description: '' };
}
