import { z } from 'zod';
import { maxBatchRequests } from '../limits.js';
import { encodePart } from './graph-path.js';
import type { GraphPort } from './graph-port.js';
import { parseAnswer, read } from './known.js';
import type { Parsed } from './known.js';
import type { Audience, DevicePolicy, Known, Named } from './model.js';
import { policyPath } from './read-policy.js';

const flag = z.boolean().nullish().catch(undefined);
const audience = z
  .object({ '@odata.type': z.string(), users: z.array(z.string()).nullish(), groups: z.array(z.string()).nullish() })
  .nullish()
  .catch(undefined);

/** v1.0 deviceregistrationpolicy-get; what it lacks or says otherwise is unknown by itself, and nothing else with it. */
const policyBody = z.object({
  userDeviceQuota: z.int().nonnegative().nullish().catch(undefined),
  multiFactorAuthConfiguration: z.enum(['notRequired', 'required']).nullish().catch(undefined),
  azureADRegistration: z.object({ isAdminConfigurable: flag, allowedToRegister: audience }).nullish().catch(undefined),
  azureADJoin: z
    .object({
      isAdminConfigurable: flag,
      allowedToJoin: audience,
      localAdmins: z.object({ enableGlobalAdmins: flag, registeringUsers: audience }).nullish().catch(undefined),
    })
    .nullish()
    .catch(undefined),
  localAdminPassword: z.object({ isEnabled: flag }).nullish().catch(undefined),
});

/** The device registration policy with the names of those whom it selects. */
export async function readPolicy(graph: GraphPort, at: string): Promise<Known<DevicePolicy>> {
  const turn = graph.turn();
  const policy = read(await graph.get(policyPath, turn), readDevicePolicy, { source: policyPath, at });
  if (!policy.known) return policy;
  const { mayJoin, mayRegister, localAdmins } = policy.value;
  const paths = new Set([mayJoin, mayRegister, localAdmins].flatMap(pathsOf));
  const asked = [...paths].slice(0, maxBatchRequests);
  if (asked.length === 0) return policy;

  const answers = await graph.batch(
    asked.map((path) => ({ id: path, url: `${path}?$select=id,displayName` })),
    turn,
  );
  const named = (to: Audience | undefined): Audience | undefined => {
    if (to?.kind !== 'selected') return to;
    const nameAt = (path: string): string | undefined => {
      const name = parseAnswer(answers.get(path), readName);
      return 'value' in name ? name.value : undefined;
    };
    return {
      kind: 'selected',
      users: to.users.map(({ id }) => ({ id, name: nameAt(userPath(id)) })),
      groups: to.groups.map(({ id }) => ({ id, name: nameAt(groupPath(id)) })),
    };
  };
  return {
    ...policy,
    value: {
      ...policy.value,
      mayJoin: named(mayJoin),
      mayRegister: named(mayRegister),
      localAdmins: named(localAdmins),
    },
  };
}

function readDevicePolicy(body: unknown): Parsed<DevicePolicy> {
  const { data } = policyBody.safeParse(body);
  if (!data) return { reason: 'invalid' };
  const { azureADJoin: join, azureADRegistration: registration, multiFactorAuthConfiguration: mfa } = data;
  return {
    value: {
      limit: data.userDeviceQuota ?? undefined,
      mayJoin: audienceOf(join?.allowedToJoin),
      mayRegister: audienceOf(registration?.allowedToRegister),
      joinConfigurable: join?.isAdminConfigurable ?? undefined,
      registerConfigurable: registration?.isAdminConfigurable ?? undefined,
      mfaOnJoin: mfa == null ? undefined : mfa === 'required',
      globalAdminsAreLocalAdmins: join?.localAdmins?.enableGlobalAdmins ?? undefined,
      localAdmins: audienceOf(join?.localAdmins?.registeringUsers),
      laps: data.localAdminPassword?.isEnabled ?? undefined,
    },
  };
}

function audienceOf(given: z.infer<typeof audience>): Audience | undefined {
  const named = (ids: readonly string[] | null | undefined): readonly Named[] =>
    (ids ?? []).map((id) => ({ id, name: undefined }));
  switch (given?.['@odata.type']) {
    case '#microsoft.graph.allDeviceRegistrationMembership':
      return { kind: 'all' };
    case '#microsoft.graph.noDeviceRegistrationMembership':
      return { kind: 'none' };
    case '#microsoft.graph.enumeratedDeviceRegistrationMembership':
      return { kind: 'selected', users: named(given?.users), groups: named(given?.groups) };
    default:
      return undefined;
  }
}

function pathsOf(to: Audience | undefined): readonly string[] {
  return to?.kind === 'selected'
    ? [...to.groups.map(({ id }) => groupPath(id)), ...to.users.map(({ id }) => userPath(id))]
    : [];
}

function userPath(id: string): string {
  return `/users/${encodePart(id)}`;
}

function groupPath(id: string): string {
  return `/groups/${encodePart(id)}`;
}

const nameBody = z.object({ displayName: z.string() });

function readName(body: unknown): Parsed<string> {
  const { data } = nameBody.safeParse(body);
  return data ? { value: data.displayName } : { reason: 'limitedInformation' };
}
