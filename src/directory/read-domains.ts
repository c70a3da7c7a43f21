import { z } from 'zod';
import type { Parsed } from './known.js';

export const domainsPath = '/domains';
export const domainSelect = '$select=id,authenticationType,isVerified';

/** A domain of the tenant. `undefined` = Graph did not say. */
export interface Domain {
  readonly name: string;
  readonly authenticationType: 'Federated' | 'Managed' | undefined;
  readonly isVerified: boolean | undefined;
}

const domainsBody = z.object({
  value: z.array(
    z.object({
      id: z.string().nullable(),
      authenticationType: z.enum(['Federated', 'Managed']).nullish().catch(undefined),
      isVerified: z.boolean().nullish().catch(undefined),
    }),
  ),
});

/** Reads the body of `/domains`; names in lower case. */
export function readDomains(body: unknown): Parsed<readonly Domain[]> {
  const { data } = domainsBody.safeParse(body);
  if (!data) return { reason: 'invalid' };
  const domains: Domain[] = [];
  for (const { id, authenticationType, isVerified } of data.value) {
    if (id === null) return { reason: 'limitedInformation' };
    domains.push({
      name: id.toLowerCase(),
      authenticationType: authenticationType ?? undefined,
      isVerified: isVerified ?? undefined,
    });
  }
  return { value: domains };
}

/**
 * How the domain of a UPN's suffix signs in. Only the exact domain answers: a subdomain takes its root's setting when it is
 * added and may be changed later (entra domains-verify-custom-subdomain), but then it is in the list itself.
 */
export function signInOfDomain(suffix: string, domains: readonly Domain[]): Parsed<'federated' | 'managed'> {
  const domain = domains.find(({ name }) => name === suffix.toLowerCase());
  if (domain === undefined || domain.isVerified === false) return { reason: 'notFound' };
  if (domain.isVerified === undefined || domain.authenticationType === undefined)
    return { reason: 'limitedInformation' };
  return { value: domain.authenticationType === 'Federated' ? 'federated' : 'managed' };
}
