import type { Directory, Evidence, NearPeople, Person } from '../directory/model.js';
import { namesOnePerson } from '../directory/names-one-person.js';
import type { UnknownReason } from '../troubleshooting/facts.js';

/** Somebody as they were asked for. `person`: the roster knows who it is; `stranger`: nobody, whatever the name shown says. */
export type Term =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'person'; readonly id: string; readonly shown: string }
  | { readonly kind: 'stranger'; readonly shown: string };

/** Who that is. `query` is shown as it was typed. */
export type Resolved =
  | { readonly kind: 'evidence'; readonly evidence: Evidence; readonly person: Person }
  | { readonly kind: 'several'; readonly query: string; readonly people: readonly Person[] }
  | { readonly kind: 'nobody'; readonly query: string; readonly near: NearPeople }
  | { readonly kind: 'failed'; readonly query: string; readonly reason: UnknownReason };

type Finding =
  Exclude<Resolved, { kind: 'evidence' }> | { readonly kind: 'key'; readonly key: string; readonly query: string };

/**
 * Finds everybody asked for: one request for all names, if there are any, one for what is known of all of them, and one for each
 * who was not found. Somebody who was asked for twice comes once.
 */
export async function resolvePeople(asked: readonly Term[], directory: Directory): Promise<readonly Resolved[]> {
  const findings = await findAll(asked.map(askable), directory);
  const keys = [...new Set(findings.flatMap((finding) => (finding.kind === 'key' ? [finding.key.toLowerCase()] : [])))];
  const evidences = keys.length === 0 ? [] : await directory.evidenceOf(keys);
  const resolved = await Promise.all(
    findings.map(async (finding): Promise<Resolved> =>
      finding.kind === 'key' ? judge(finding, evidences[keys.indexOf(finding.key.toLowerCase())], directory) : finding,
    ),
  );
  const seen = new Set<string>();
  return resolved.filter((each) => each.kind !== 'evidence' || (!seen.has(each.person.id) && seen.add(each.person.id)));
}

/** A longer name or address nobody has (resources/user: displayName 256, userPrincipalName 113), and it is not worth comparing. */
const maxNameLength = 256;

function askable(term: Term): Term {
  return term.kind === 'words' && term.words.length > maxNameLength
    ? { kind: 'stranger', shown: term.words.slice(0, maxNameLength) }
    : term;
}

/** A UPN or an id goes straight to the person, which saves a request. */
async function findAll(asked: readonly Term[], directory: Directory): Promise<readonly Finding[]> {
  const names = asked.flatMap((term) => (term.kind === 'words' && !namesOnePerson(term.words) ? [term.words] : []));
  const whole = wholeName(asked);
  const found = names.length === 0 ? [] : await directory.findEach(whole === undefined ? names : [...names, whole]);
  const ofWhole = whole === undefined ? undefined : found.at(-1);
  if (whole !== undefined && ofWhole?.known && ofWhole.value.length > 0) return [ofPeople(whole, ofWhole.value)];
  let next = 0;
  return Promise.all(
    asked.map(async (term): Promise<Finding> => {
      if (term.kind === 'stranger') return { kind: 'nobody', query: term.shown, near: nobodyNear };
      if (term.kind === 'person') return { kind: 'key', key: term.id, query: term.shown };
      const { words } = term;
      if (namesOnePerson(words)) return { kind: 'key', key: words, query: words };
      const people = found[next];
      next += 1;
      if (!people?.known) return { kind: 'failed', query: words, reason: people?.reason ?? 'invalid' };
      return people.value.length === 0
        ? { kind: 'nobody', query: words, near: await directory.near(words) }
        : ofPeople(words, people.value);
    }),
  );
}

/** Many directories write "Okafor, Ben": what looks like two names may be one. */
function wholeName(asked: readonly Term[]): string | undefined {
  const [last, first, ...others] = asked;
  if (last?.kind !== 'words' || first?.kind !== 'words' || others.length > 0) return undefined;
  const name = `${last.words}, ${first.words}`;
  return namesOnePerson(name) || namesOnePerson(last.words) || namesOnePerson(first.words) ? undefined : name;
}

function ofPeople(query: string, people: readonly Person[]): Finding {
  const [first, ...others] = people;
  return first && others.length === 0 ? { kind: 'key', key: first.id, query } : { kind: 'several', query, people };
}

async function judge(
  { key, query }: Extract<Finding, { kind: 'key' }>,
  evidence: Evidence | undefined,
  directory: Directory,
): Promise<Resolved> {
  if (evidence?.person.known) return { kind: 'evidence', evidence, person: evidence.person.value };
  const reason = evidence && !evidence.person.known ? evidence.person.reason : 'invalid';
  return reason === 'notFound'
    ? { kind: 'nobody', query, near: await directory.near(key) }
    : { kind: 'failed', query, reason };
}

const nobodyNear: NearPeople = {
  near: { known: true, value: [], source: 'roster', at: '' },
  deleted: { known: true, value: [], source: 'roster', at: '' },
};
