import { readFileSync } from 'node:fs';
import type { Finding } from '../administration/doctor/checks.js';
import { runChecks } from '../administration/doctor/run-checks.js';
import { wordsOf } from '../administration/doctor/words.js';
import { loadConfig, readEnvironment, type Config } from '../config/load-config.js';
import { redact } from '../diagnosis/redact.js';
import { createLog } from '../runtime/log.js';
import type { Storage } from '../storage/open-database.js';
import type { TeamsOptions } from '../teams/connect-teams.js';
import { sentences } from '../text/sentences.js';
import { doctorsChecks } from './doctors-checks.js';
import { layFoundations } from './foundations.js';

const write = (line: string): void => void process.stdout.write(`${line}\n`);

/** Runs the doctor's checks outside of the chat, before the bot runs or beside it. */
async function findings(config: Config): Promise<readonly Finding[]> {
  const base = layFoundations({ config, log: createLog({ redact, level: 'silent' }) });
  const { tokens, graph, directory, outside, now } = base;
  // A part that cannot be opened fails its own check; the others go on without it.
  const tree = await base.edges.readTree(config.treesDir).catch((error: unknown) => error as Error);
  const storage = await base.openStorage().catch((error: unknown) => error as Error);
  const opened: Storage | undefined = storage instanceof Error ? undefined : storage;
  const teams = base.connectTeams(opened ?? nobodyHeard);
  const nothing = { failing: async () => [], parked: async () => [] };
  const view = await runChecks(
    doctorsChecks({
      config,
      graph,
      graphTokens: tokens.graph,
      botTokens: tokens.bot,
      directory,
      channels: teams.channels,
      outbox: opened?.outbox ?? nothing,
      channelId: async () => (await opened?.helpdeskSettings.channel()) ?? config.helpdeskChannelId,
      database: async () => {
        if (storage instanceof Error) throw storage;
        await storage.tryWriting();
      },
      treeVersion: tree instanceof Error ? '' : tree.version,
      fetch: outside.fetch,
      now,
      pause: outside.pause,
    }),
  );
  await opened?.close();
  const say = sentences(config.defaultLocale);
  for (const [key, messages] of [
    ['doctor.failing', view.failing],
    ['doctor.parked', view.parked],
  ] as const) {
    for (const { to, reason, since } of messages)
      write(
        `${say(key)}: ${say('doctor.line', { what: say(to === 'channel' ? 'doctor.toChannel' : 'doctor.toPerson'), when: since, reason })}`,
      );
  }
  const broken: readonly Finding[] =
    tree instanceof Error
      ? [{ check: 'trees', state: 'failed', what: 'broken', values: { reason: tree.message } }]
      : [];
  return [...view.findings.filter(({ check }) => check !== 'trees' || broken.length === 0), ...broken];
}

/** Stands in for a database that cannot be opened: no conversation is known. */
const nobodyHeard: TeamsOptions['storage'] = {
  conversations: {
    person: async () => undefined,
    rememberPerson: async () => undefined,
    serviceUrl: async () => undefined,
    rememberServiceUrl: async () => undefined,
  },
  handled: { first: async () => true, forget: async () => undefined },
};

/** What `npm run doctor` does: examines configuration, sign-in, permissions, channel and database. Gives the exit code: 1 when one fails. */
export async function runDoctor(): Promise<number> {
  const loaded = loadConfig(readEnvironment(), (path) => readFileSync(path, 'utf8'));
  const say = sentences(loaded.kind === 'ok' ? loaded.config.defaultLocale : 'en');
  const counts = { ok: 0, warning: 0, failed: 0, skipped: 0 };

  function tell(state: Finding['state'], text: string, cure: string): void {
    counts[state] += 1;
    write(`${say(`doctor.state.${state}`).padEnd(11)} ${text}`);
    if (cure !== '' && state !== 'ok') write(`${' '.repeat(12)}${cure}`);
  }

  if (loaded.kind === 'invalid') {
    for (const { variable, problem, cure } of loaded.problems)
      tell(
        'failed',
        say('doctor.line.finding', { name: say('doctor.name.configuration'), finding: `${variable}: ${problem}` }),
        say('doctor.line.cure', { cure }),
      );
  } else {
    tell(
      'ok',
      say('doctor.line.finding', { name: say('doctor.name.configuration'), finding: say('doctor.any.ok') }),
      '',
    );
    for (const found of await findings(loaded.config)) {
      const { finding, cure } = wordsOf(say, found);
      tell(found.state, finding, cure);
    }
  }
  write('');
  write(say('doctor.summary', counts));
  return counts.failed > 0 ? 1 : 0;
}
