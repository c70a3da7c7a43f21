import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from './problem.mjs';

const windows = process.platform === 'win32';

/**
 * Runs the Azure CLI and reads its answer as JSON; undefined where it prints nothing. Throws a Problem when it is not there,
 * not signed in, or refuses; `said` of the Problem is what it said.
 * @param {readonly string[]} args
 */
export function az(args) {
  // On Windows az is a batch file, which starts through a shell only.
  const given = windows ? args.map((each) => `"${each.replaceAll('"', '""')}"`) : args;
  const { status, stdout, stderr, error } = spawnSync('az', [...given, '--output', 'json', '--only-show-errors'], {
    encoding: 'utf8',
    shell: windows,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error?.code === 'ENOENT' || status === 9009) throw new Problem('The Azure CLI is not installed, or not on the PATH. See https://aka.ms/installazurecli, or use Azure Cloud Shell, which has it.');
  if (error) throw error;
  if (status !== 0) throw refused(args, stderr.trim());
  const text = stdout.trim();
  return text === '' ? undefined : JSON.parse(text);
}

function refused(args, said) {
  const signedOut = /az login|AADSTS|No subscription found|refresh token/i.test(said);
  const advice = signedOut ? 'Sign in with "az login" and choose the subscription with "az account set --subscription NAME".' : `It was asked: az ${args.join(' ')}`;
  return Object.assign(new Problem(`The Azure CLI says: ${said || 'nothing, and failed.'}\n${advice}`), { said });
}

/**
 * One request to Microsoft Graph as whoever is signed in.
 * @param {'GET' | 'POST' | 'PATCH'} method
 * @param {string} path with version, or the whole address of a next page
 * @param {object} [body]
 */
export function graph(method, path, body) {
  const request = ['rest', '--method', method, '--url', path.startsWith('https://') ? path : graphRoot() + path, '--resource', graphRoot()];
  if (body === undefined) return az(request);
  // In a file, because every shell has another opinion on quotes.
  const folder = mkdtempSync(join(tmpdir(), 'device-join-'));
  try {
    const file = join(folder, 'body.json');
    writeFileSync(file, JSON.stringify(body));
    return az([...request, '--headers', 'Content-Type=application/json', '--body', `@${file}`]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All pages of a list. @param {string} path */
export function graphList(path) {
  const found = [];
  for (let next = path; next !== undefined; ) {
    const page = graph('GET', next);
    found.push(...page.value);
    next = page['@odata.nextLink'];
  }
  return found;
}

let root;

/** Azure has one cloud for all of the government, and Graph two (learn: graph/deployments). @param {string} cloud of Microsoft 365 */
export function useGraphOf(cloud) {
  if (cloud === 'dod') root = 'https://dod-graph.microsoft.us';
}

/** Graph's address, by default in the cloud that the CLI is signed in to. */
function graphRoot() {
  root ??= az(['cloud', 'show', '--query', 'endpoints.microsoftGraphResourceId']).replace(/(?<!\/)\/+$/, '');
  return root;
}
