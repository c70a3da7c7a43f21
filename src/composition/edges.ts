import { createGraphPort } from '../directory/graph-port.js';
import { createTokenSource } from '../directory/token-source.js';
import { createLoop, type Loop, type LoopOptions } from '../runtime/loop.js';
import { createServer } from '../server/create-server.js';
import { openDatabase } from '../storage/open-database.js';
import { connectTeams } from '../teams/connect-teams.js';
import { readTree } from './read-tree.js';

export type LoopName = 'outbox' | 'reports' | 'cleanUps' | 'incidents' | 'reminders' | 'tickets' | 'retention';

/** Where the bot meets something else, each made by one function, so that a whole edge can be replaced. */
export interface Edges {
  readonly readTree: typeof readTree;
  readonly openDatabase: typeof openDatabase;
  readonly connectTeams: typeof connectTeams;
  readonly createServer: typeof createServer;
  readonly createGraphPort: typeof createGraphPort;
  readonly createTokenSource: typeof createTokenSource;
  readonly createLoop: (name: LoopName, options: LoopOptions) => Loop;
}

export const theEdges: Edges = {
  readTree,
  openDatabase,
  connectTeams,
  createServer,
  createGraphPort,
  createTokenSource,
  createLoop: (_name, options) => createLoop(options),
};
