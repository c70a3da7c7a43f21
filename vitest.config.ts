import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const minute = 60_000;

interface Project {
  readonly folders: readonly string[];
  /** Part of another project as well: only who names it gets it. */
  readonly again?: true;
  readonly without?: readonly string[];
  readonly how?: TestProjectInlineConfiguration['test'];
}

/** Nothing in the modules remembers one test for another: to load them once in each worker halves the time of many small files. */
const together = { isolate: false };

/** One after the other: an installation or a measurement wants the machine for itself. */
const alone = { fileParallelism: false };

export const projects: Readonly<Record<string, Project>> = {
  /** What `npx vitest` runs: rooms by themselves, and the rules of the house. */
  fast: {
    folders: [
      ...['administration', 'app-package', 'assistant', 'composition', 'config', 'diagnosis', 'directory', 'helpdesk'],
      ...['runtime', 'server', 'teams/cards', 'text', 'troubleshooting', '*.test.ts'],
    ],
    without: ['costs.test.ts'],
    how: together,
  },
  /** The whole bot behind its way to Teams, with all that may go wrong there. */
  teams: { folders: ['teams'], without: ['teams/cards'], how: together },
  /** Whole bots, processes and databases that live long: a worker of their own leaves nothing behind, neither memory nor a server. */
  whole: {
    folders: ['contracts', 'costs.test.ts', 'demo', 'deployment', 'kills', 'scenarios', 'soak', 'storage'],
  },
  conversations: { folders: ['conversations', 'secrets'], how: together },
  /** A browser has processes of its own: more than two of them wait for each other. */
  e2e: { folders: ['e2e'], how: { maxWorkers: 2, testTimeout: 2 * minute } },
  production: { folders: ['production'], how: { ...alone, testTimeout: minute, hookTimeout: 5 * minute } },
  /** Run on several Nodes, see .ci/test-nodes.mjs. */
  nodes: { folders: ['nodes'] },
  scenarios: { again: true, folders: ['scenarios'], how: { provide: { printScenarios: true } } },
  kills: { again: true, folders: ['kills'] },
  soak: { again: true, folders: ['soak'], how: { ...alone, disableConsoleIntercept: true } },
  bench: {
    folders: ['bench'],
    how: { ...alone, testTimeout: 30 * minute, hookTimeout: 5 * minute, disableConsoleIntercept: true },
  },
};

const words = process.argv.slice(2);

/** Nobody who types `npx vitest` alone asks for a browser, or for kills; who names a file or a folder gets it, wherever it belongs. */
function isAskedFor([name, { again }]: readonly [string, Project]): boolean {
  if (words.some((word) => word.startsWith('--project'))) return true;
  return words.some((word) => word.includes('test/')) ? !again : name === 'fast';
}

export default defineConfig({
  test: {
    pool: 'forks',
    // By default one core is left over, which on a machine of two is half of it. One more than there are: many tests wait for
    // a process, a database or a browser.
    maxWorkers: availableParallelism() + 1,
    // Generous: a real PostgreSQL starts in some of them, on machines that are busy with other things.
    testTimeout: minute / 2,
    hookTimeout: 2 * minute,
    allowOnly: false,
    projects: Object.entries(projects)
      .filter(isAskedFor)
      .map(([name, { folders, without = [], how }]) => ({
        extends: true,
        test: { name, include: filesOf(name, folders), exclude: filesOf(name, without), ...how },
      })),
  },
});

function filesOf(project: string, folders: readonly string[]): string[] {
  const kind = project === 'bench' ? 'bench' : 'test';
  return folders.map((each) => (each.endsWith('.ts') ? `test/${each}` : `test/${each}/**/*.${kind}.ts`));
}
