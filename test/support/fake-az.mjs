#!/usr/bin/env node
/** The Azure CLI by hand: keeps its world in the JSON file that FAKE_AZ names, and writes down each call there. */
import { readFileSync, writeFileSync } from 'node:fs';

const file = process.env['FAKE_AZ'];
const world = JSON.parse(readFileSync(file, 'utf8'));
const args = process.argv.slice(2).filter((each) => !['--output', 'json', '--only-show-errors'].includes(each));
const option = (name) => args[args.indexOf(name) + 1];
const keep = () => writeFileSync(file, JSON.stringify(world));
const refuse = (message) => {
  keep();
  process.stderr.write(`ERROR: ${message}\n`);
  process.exit(1);
};
const answer = (value) => {
  keep();
  if (value !== undefined) process.stdout.write(JSON.stringify(value));
  process.exit(0);
};

const method = args[0] === 'rest' ? option('--method') : undefined;
const url = method && option('--url');
const body = args.includes('--body') ? JSON.parse(readFileSync(option('--body').slice(1), 'utf8')) : undefined;
world.calls.push(method ? { method, url, ...(body && { body }) } : { command: args.join(' ') });

if (!world.signedIn) refuse("Please run 'az login' to setup account.");
if (args[0] === 'cloud') answer(`${world.graph}/`);
if (args[0] === 'webapp')
  world.buildFails ? refuse('Zip deployment failed. {"status": 3, "message": "Deployment Failed."}') : answer({});
if (args[0] === 'deployment')
  world.deployments[option('--name')]
    ? answer({ properties: world.deployments[option('--name')] })
    : refuse(`(DeploymentNotFound) Deployment '${option('--name')}' could not be found.`);

const path = url.slice(world.graph.length);
if (method !== 'GET' && !world.mayWrite)
  refuse(
    'Forbidden({"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges to complete the operation."}})',
  );
const grants = /^\/v1\.0\/servicePrincipals\/[^/]+\/appRoleAssignments/.test(path);
if (grants && method === 'POST') {
  if (world.listLags && world.grants.some(({ appRoleId }) => appRoleId === body.appRoleId))
    refuse(
      'Bad Request({"error":{"code":"Request_BadRequest","message":"Permission being assigned already exists on the object"}})',
    );
  world.grants.push(body);
  answer(body);
}
if (grants) {
  // Two on a page, so that paging is met.
  const from = Number(/skip=(\d+)/.exec(path)?.[1] ?? 0);
  const next =
    from + 2 < world.grants.length
      ? { '@odata.nextLink': `${world.graph}/v1.0/servicePrincipals/bot/appRoleAssignments?skip=${from + 2}` }
      : {};
  answer(world.listLags ? { value: [] } : { value: world.grants.slice(from, from + 2), ...next });
}
if (path.includes('00000003-0000-0000-c000-000000000000'))
  answer({ id: 'graph', appRoles: world.roles.map((value) => ({ value, id: `role-${value}` })) });
if (path.startsWith('/v1.0/servicePrincipals('))
  world.hasServicePrincipal
    ? answer({ id: 'bot', displayName: 'Device Join Assistant' })
    : refuse('Not Found({"error":{"code":"Request_ResourceNotFound"}})');
if (path.startsWith('/v1.0/applications(')) {
  if (method === 'GET') answer({ value: world.credentials });
  if (method === 'POST') world.credentials.push({ id: 'new', ...body });
  else
    Object.assign(
      world.credentials.find(({ id }) => path.endsWith(`/${id}`)),
      body,
    );
  answer(undefined);
}
refuse(`Not simulated: ${args.join(' ')}`);
