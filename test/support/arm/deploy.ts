import { createEvaluation, type Place } from './evaluate.js';
import { parameterProblems } from './check-parameters.js';
import { text, type Fields, type Value } from './functions.js';
import type { Resource, Template } from './model.js';

/** A resource as it would be sent to Azure, its expressions worked out. */
export interface Deployed extends Resource {
  readonly id: string;
}

export interface Deployment {
  readonly deployed: readonly Deployed[];
  readonly outputs: Fields;
  /** What Azure would refuse, or what points at nothing; empty = nothing. */
  readonly problems: readonly string[];
  readonly used: { readonly parameters: ReadonlySet<string>; readonly variables: ReadonlySet<string> };
}

/** What resources tell of themselves once they are there, as far as the template asks (learn: templates reference). */
const states: Readonly<Record<string, (name: string) => Fields>> = {
  'Microsoft.ManagedIdentity/userAssignedIdentities': () => ({
    clientId: '1d000000-0000-4000-8000-00000000c11e',
    principalId: '1d000000-0000-4000-8000-0000000000b1',
  }),
  'Microsoft.Web/sites': (name) => ({ defaultHostName: `${name}.azurewebsites.net` }),
  'Microsoft.DBforPostgreSQL/flexibleServers': (name) => ({
    fullyQualifiedDomainName: `${name}.postgres.database.azure.com`,
  }),
};

/** Works a template out with these parameters, and follows every reference in it. Nothing throws. */
export function deploy(template: Template, given: Fields, place: Place): Deployment {
  const problems = [...parameterProblems(template.parameters, given)];
  const attempt = <T>(where: string, work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      problems.push(`${where}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  };

  let referenced: string[] = [];
  let pointedAt: string[] = [];
  const ids = new Map<string, { readonly resource: Resource; readonly deployed: boolean }>();
  const evaluation = createEvaluation({
    template,
    given,
    place,
    onResourceId: (id) => pointedAt.push(id),
    stateOf(id) {
      referenced.push(id);
      const found = ids.get(id);
      if (!found?.deployed) throw new Error(`reference() to ${nameOf(id)}, which is not deployed`);
      const state = states[found.resource.type];
      if (state === undefined) throw new Error(`nothing is known of what a ${found.resource.type} tells`);
      return state(id.split('/').at(-1) ?? '');
    },
  });

  for (const resource of template.resources) {
    attempt(resource.type, () => {
      const name = text(evaluation.evaluate(resource.name));
      const id = idOf(place, resource.type, name);
      if (ids.has(id)) throw new Error(`${name} is declared twice`);
      const deployed = resource.condition === undefined || evaluation.evaluate(resource.condition) === true;
      ids.set(id, { resource, deployed });
    });
  }

  const deployed: Deployed[] = [];
  const needs = new Map<string, readonly string[]>();
  const awaited = new Map<string, readonly string[]>();
  for (const [id, { resource, deployed: here }] of ids) {
    const where = nameOf(id);
    const waits = (resource.dependsOn ?? []).flatMap(
      (each) => attempt(`${where} dependsOn`, () => text(evaluation.evaluate(each))) ?? [],
    );
    for (const each of waits)
      if (!ids.has(each)) problems.push(`${where} dependsOn ${nameOf(each)}, which the template does not have`);
    awaited.set(id, waits);
    if (!here) continue;
    referenced = [];
    pointedAt = [];
    const { dependsOn: _waits, condition: _condition, comments: _comments, ...body } = resource;
    const worked = attempt(where, () => evaluation.evaluate(withoutUndefined(body)));
    for (const each of pointedAt) {
      const owner = ownerOf(each, ids);
      if (owner === undefined) problems.push(`${where} points at ${nameOf(each)}, which the template does not have`);
      else if (!ids.get(owner)?.deployed) problems.push(`${where} points at ${nameOf(each)}, which is not deployed`);
    }
    needs.set(id, [...referenced, ...pointedAt.flatMap((each) => ownerOf(each, ids) ?? []), ...parentsOf(id, ids)]);
    if (worked !== undefined) deployed.push({ ...(worked as unknown as Resource), id });
  }

  for (const [id, needed] of needs) {
    const before = closure(id, awaited);
    if (before.has(id)) problems.push(`${nameOf(id)} waits for itself`);
    for (const each of new Set(needed))
      if (each !== id && !before.has(each))
        problems.push(`${nameOf(id)} needs ${nameOf(each)} and does not wait for it`);
  }

  const outputs: Record<string, Value> = {};
  for (const [name, { value }] of Object.entries(template.outputs)) {
    const worked = attempt(`output ${name}`, () => evaluation.evaluate(value));
    if (worked !== undefined) outputs[name] = worked;
  }
  return { deployed, outputs, problems, used: evaluation.used };
}

function idOf({ subscriptionId, resourceGroup }: Place, type: string, name: string): string {
  const [provider, ...types] = type.split('/');
  const names = name.split('/');
  // Azure looks at the names of what is not deployed as well (Azure/bicep issue 14528).
  if (names.includes('')) throw new Error(`${type} "${name}" has an empty part in its name`);
  if (types.length !== names.length) throw new Error(`${name} has ${names.length} parts, its type ${types.length}`);
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/${provider ?? ''}/${types.map((each, index) => `${each}/${names[index] ?? ''}`).join('/')}`;
}

/** The id without what all of them begin with. */
function nameOf(id: string): string {
  return id.split('/providers/').at(-1) ?? id;
}

/** The resource itself, or the one that declares it inside: a subnet belongs to its network. */
function ownerOf(id: string, ids: ReadonlyMap<string, unknown>): string | undefined {
  if (ids.has(id)) return id;
  const subnet = /^(.*\/virtualNetworks\/[^/]+)\/subnets\/[^/]+$/.exec(id)?.[1];
  return subnet !== undefined && ids.has(subnet) ? subnet : undefined;
}

function parentsOf(id: string, ids: ReadonlyMap<string, unknown>): readonly string[] {
  const parent = id.split('/').slice(0, -2).join('/');
  return ids.has(parent) ? [parent] : [];
}

function closure(id: string, awaited: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...(awaited.get(id) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(awaited.get(next) ?? []));
  }
  return found;
}

function withoutUndefined(body: Readonly<Record<string, Value | undefined>>): Fields {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Fields;
}
