import type { Session } from '../../src/troubleshooting/session.js';
import { buildProblemReport } from '../../src/helpdesk/build-problem-report.js';
import type { Fault } from '../../src/demo/graph/fault-plan.js';
import { factNames, type FactName } from '../../src/troubleshooting/facts.js';
import { aWorld, type World } from '../support/world.js';
import { isWalk, type Actor } from '../support/actor.js';
import { choose, paste, pasteMissing } from './responder.js';
import type { GraphTrouble, Scenario } from './scenario.js';
import { stateOf } from './state.js';
import type { Prompt } from './status-options.js';
import { deviceIdOf, pat, tenantOf } from './tenant-of.js';
import { isTrue } from './true-cause.js';

/** What became of a scenario. */
export interface Played {
  readonly scenario: Scenario;
  /** All causes named, in the order in which the person or the helpdesk reads them; a healthy end names none. */
  readonly named: readonly string[];
  /** Findings of the latest reading, the first is the leading one. */
  readonly findings: readonly {
    readonly id: string;
    readonly sure: string;
    readonly cause: string | undefined;
    readonly role: string;
  }[];
  /** Fixes on show that are not for the true cause: the person tried them and said that they did not help. */
  readonly wrongSuggestions: readonly string[];
  /** Where it ended; undefined = nowhere within the turns. */
  readonly endsAt: string | undefined;
  readonly certain: readonly string[];
  readonly questions: readonly string[];
  readonly pastes: number;
  readonly graphCalls: number;
  readonly turns: number;
  /** Questions nobody has written down an answer for. */
  readonly unknownQuestions: readonly string[];
  /** Nodes the person saw. */
  readonly seen: readonly string[];
  /** `fact=value` of what was known at the end. */
  readonly facts: readonly string[];
}

/** After this many things said or pressed a person gives up. */
const mostTurns = 15;

/** Plays a scenario through the product below the edges, on its own tenant. */
export async function play(scenario: Scenario): Promise<Played> {
  const now = new Date();
  const world = await aWorld({ tenant: tenantOf(stateOf(scenario.state), now), clock: { now } });
  try {
    inTrouble(world, scenario.graph);
    return await playIn(world, scenario, now);
  } finally {
    await world.close();
  }
}

async function playIn(world: World, scenario: Scenario, now: Date): Promise<Played> {
  const state = stateOf(scenario.state);
  const { person } = scenario;
  // What has been registered meanwhile was printed before.
  const printedAt = new Date(now.getTime() - (state.pc.object === 'registeredAfterwards' ? 7_200_000 : 0));
  const options = {
    now: printedAt,
    tenantId: world.tenant.tenantId,
    deviceId: deviceIdOf(state, now),
    userPrincipalName: 'pat.reyes@contoso.com',
  };
  const actor = world.person(pat);
  const text = paste(state, person, options);
  const done = new Set<Prompt>();
  const questions: string[] = [];
  const unknownQuestions: string[] = [];
  const seen: string[] = [];
  const wrongSuggestions: string[] = [];
  let pastes = 0;
  let turns = 0;
  let saidName = false;

  const say = async (words: string): Promise<void> => {
    turns += 1;
    await actor.says(words);
  };
  const pasteNow = async (words: string, prompt: Prompt | undefined): Promise<void> => {
    pastes += 1;
    if (prompt) done.add(prompt);
    await say(words);
  };
  const promptOfPaste = person.pastes.kind === 'status' ? person.pastes.prompt : undefined;

  if (text !== undefined && person.when === 'first') await pasteNow(text, promptOfPaste);
  else await say('troubleshoot');

  let endsAt: string | undefined;
  while (turns < mostTurns) {
    const session = await sessionOf(world, actor);
    const node = session && world.tree.nodes.get(session.nodeId);
    if (!session || !node || session.place.kind !== 'node' || node.kind === 'branch' || !isWalk(actor.sees)) {
      throw new Error(
        `${scenario.id}: no step of a walk is on show, but ${session?.place.kind ?? 'no session'} (${actor.sees?.kind ?? 'nothing'})`,
      );
    }
    if (seen.at(-1) !== node.id) seen.push(node.id);
    if (node.kind === 'fix' && !isTrue(scenario, node.cause)) {
      wrongSuggestions.push(node.cause);
      turns += 1;
      await actor.presses('notFixed');
      continue;
    }
    if (node.kind !== 'question') {
      endsAt = node.id;
      break;
    }
    if (person.namesPc && !saidName) {
      saidName = true;
      await say(`my pc is ${state.pc.name}`);
      continue;
    }
    const asksThePc = node.body.some(
      (block) => block.kind === 'command' && /dsregcmd|autoworkplace/.test(block.command),
    );
    if (text !== undefined && pastes === 0 && asksThePc) {
      await pasteNow(text, promptOfPaste);
      continue;
    }
    const missing =
      pastes > 0 && person.pastesAgain && promptOfPaste
        ? pasteMissing(state, session.readings?.at(-1)?.missing ?? [], done, options)
        : undefined;
    if (missing) {
      await pasteNow(missing.text, missing.prompt);
      continue;
    }
    const choice = choose(
      state,
      person,
      node.id,
      node.options.map(({ id, text: words }) => ({ id, text: words.en })),
      questions,
    );
    if (!choice.known) unknownQuestions.push(node.id);
    questions.push(node.id);
    turns += 1;
    await actor.presses(`choose:${choice.optionId}`);
  }

  const session = await sessionOf(world, actor);
  if (!session) throw new Error(`${scenario.id}: the session is gone`);
  const ending = endOf(world, session, endsAt);
  return {
    scenario,
    named: [...new Set([...wrongSuggestions, ...ending.causes])],
    findings: (session.readings?.at(-1)?.findings ?? []).map(({ id, sure, cause, role }) => ({
      id,
      sure,
      cause,
      role,
    })),
    wrongSuggestions,
    endsAt,
    certain: statedAsCertain(scenario, session, ending),
    questions,
    pastes,
    graphCalls: world.graph.requests.length,
    turns,
    unknownQuestions,
    seen,
    facts: factNames.flatMap((name: FactName) => {
      const fact = session.facts[name];
      return fact?.known ? [`${name}=${fact.value}`] : [];
    }),
  };
}

async function sessionOf(world: World, actor: Actor): Promise<Session | undefined> {
  return (await world.storage.sessions.latest(actor.id))?.value;
}

interface Ending {
  readonly kind: 'fix' | 'explanation' | 'handOver' | 'none';
  readonly causes: readonly string[];
  readonly onlyDocumented: boolean;
}

/** The causes in the order in which they are named; for a hand-over those of its report. */
function endOf({ tree }: World, session: Session, endsAt: string | undefined): Ending {
  const node = endsAt === undefined ? undefined : tree.nodes.get(endsAt);
  if (node?.kind === 'fix') return { kind: 'fix', causes: [node.cause], onlyDocumented: false };
  if (node?.kind === 'explanation') {
    const causes = node.cause === undefined ? [] : [node.cause];
    return {
      kind: 'explanation',
      causes,
      onlyDocumented: node.cause !== undefined && tree.causes.get(node.cause)?.certainty === 'documented',
    };
  }
  if (node?.kind === 'handOver') {
    const { causes } = buildProblemReport(tree, session);
    const [only, ...others] = causes;
    return {
      kind: 'handOver',
      causes: causes.map(({ id }) => id),
      onlyDocumented: others.length === 0 && only?.certainty === 'documented',
    };
  }
  return { kind: 'none', causes: [], onlyDocumented: false };
}

/**
 * What was said without a doubt: the one documented cause of the end, and the findings of the latest reading that block.
 * Of two faults the second may be certain as well, so that there only the leading finding counts.
 */
function statedAsCertain({ harder }: Scenario, session: Session, ending: Ending): readonly string[] {
  const findings = session.readings?.at(-1)?.findings ?? [];
  const counted = harder === 'twoFaults' ? findings.slice(0, 1) : findings;
  const found = counted.flatMap(({ sure, role, cause }) =>
    sure === 'certain' && role === 'blocks' && cause !== undefined ? [cause] : [],
  );
  return [...new Set([...found, ...(ending.onlyDocumented ? ending.causes : [])])];
}

function inTrouble({ graph }: World, trouble: GraphTrouble | undefined): void {
  const faults = (fault: Fault): void => graph.faults.set([fault]);
  switch (trouble?.kind) {
    case undefined:
      return;
    case 'missing':
      for (const permission of trouble.permissions) graph.missingPermissions.add(permission);
      return;
    case 'devicesForbidden':
      return faults({ match: /devices/i, kind: 'status', status: 403 });
    case 'allForbidden':
      return faults({ match: /^(?!\/\$batch)/, kind: 'status', status: 403 });
    case 'devicesThrottled':
      return faults({ match: /devices/i, kind: 'status', status: 429, retryAfter: 120 });
    case 'unavailable':
      return faults({ match: /./, kind: 'status', status: 503 });
    case 'limitedInformation':
      return faults({ match: /devices/i, kind: 'limitedInformation' });
  }
}
