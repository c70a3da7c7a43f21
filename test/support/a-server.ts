import { Writable } from 'node:stream';
import { redact } from '../../src/diagnosis/redact.js';
import { createLog } from '../../src/runtime/log.js';
import { createServer, type BotServer, type ServerOptions } from '../../src/server/create-server.js';

export interface AServer {
  readonly server: BotServer;
  readonly port: number;
  readonly url: string;
  /** What it logged, line by line. */
  readonly lines: readonly string[];
}

/** The HTTP side of the bot alone, with a handler that says of what type the activity was. */
export async function aServer(options: Partial<ServerOptions> = {}): Promise<AServer> {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const server = createServer({
    handleActivity: async (req, res) => void res.send(200, { got: (req.body as { type: string }).type }),
    ready: async () => undefined,
    metrics: async () => '',
    log: createLog({ redact, level: 'debug', destination }),
    newId: () => 'id-1',
    pages: {
      name: 'Device Join Assistant',
      developerName: undefined,
      retentionDays: 90,
      auditRetentionDays: 365,
      deviceCleanUp: false,
    },
    startedAt: new Date(0),
    ...options,
  });
  const port = await server.listen(0, '127.0.0.1');
  return { server, port, url: `http://127.0.0.1:${port}`, lines };
}
