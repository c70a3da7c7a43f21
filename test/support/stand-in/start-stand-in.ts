import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { startSimulatedGraph } from '../../../src/demo/graph/start-simulated-graph.js';
import type { SampleTenant } from '../../../src/demo/tenant/model.js';
import { neededPermissions } from '../../../src/directory/permissions.js';
import { startFakeConnector } from '../fake-connector.js';
import { startAppServiceIdentity } from './app-service-identity.js';
import { createBotFramework } from './bot-framework.js';
import type { Certificates } from './certificates.js';
import { createEntra, type Registration } from './entra.js';

/** Audience of tokens to Teams in the public cloud. */
const botFrameworkAudience = 'https://api.botframework.com';

export type StandIn = Awaited<ReturnType<typeof startStandIn>>;

export interface StandInOptions {
  readonly tenant: SampleTenant;
  readonly certificates: Certificates;
  readonly registration: Registration;
  readonly identity: { readonly clientId: string; readonly principalId: string };
}

interface StandInState {
  /** Whether the Bot Framework's key document is given out. */
  keysReachable: boolean;
  /** Requests to Graph and Teams that came without a token for them. */
  refused: number;
  /** Requests to Teams with a token for it. */
  teamsAsked: number;
  /** Teams answers when this has come. */
  teamsWaitsFor: Promise<unknown>;
}

/**
 * Microsoft on this machine, over https: Entra's tokens, the Bot Framework's keys, Graph and Teams behind tokens that Entra
 * gave out for them, and App Service's managed identity.
 */
export async function startStandIn({ tenant, certificates, registration, identity }: StandInOptions) {
  const graph = await startSimulatedGraph({ tenant, now: () => new Date() });
  const teams = await startFakeConnector();
  teams.members.push(
    ...tenant.people.map(({ key, id, displayName }) => ({ id: `29:${key}`, name: displayName, objectId: id })),
  );
  const state: StandInState = { keysReachable: true, refused: 0, teamsAsked: 0, teamsWaitsFor: Promise.resolve() };

  const server = createServer(
    { cert: certificates.server.certificate, key: certificates.server.key },
    (incoming, outgoing) => {
      answer(incoming, outgoing).catch((error: unknown) => outgoing.destroy(error as Error));
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  const entra = await createEntra(
    origin,
    registration,
    neededPermissions.filter(({ onlyForCleanUp }) => !onlyForCleanUp).map(({ name }) => name),
  );
  const botFramework = await createBotFramework(origin, registration.appId);
  const appService = await startAppServiceIdentity(() => entra, identity);

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = incoming;
    const path = url.split('?')[0] ?? '';
    const body = await textOf(incoming);
    if (path.startsWith('/bot/')) {
      const document = state.keysReachable ? botFramework.answer(path) : undefined;
      return send(outgoing, document ? 200 : 503, document ?? {});
    }
    const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
    if (path.startsWith('/v1.0/'))
      return behind(outgoing, origin, bearer, () =>
        forward(`${graph.url}${url}`, { method, headers, body, authorization: 'Bearer simulated' }, origin, outgoing),
      );
    if (path.startsWith('/teams/')) {
      const request = { method, headers, body, authorization: headers.authorization ?? '' };
      return behind(outgoing, botFrameworkAudience, bearer, async () => {
        state.teamsAsked += 1;
        await state.teamsWaitsFor;
        await forward(`${teams.url}${url.slice('/teams/'.length)}`, request, origin, outgoing);
      });
    }
    const found = await entra.answer(method, path, new URLSearchParams(body));
    return send(outgoing, found?.status ?? 404, found?.body ?? {});
  }

  async function behind(
    outgoing: ServerResponse,
    audience: string,
    bearer: string,
    pass: () => Promise<void>,
  ): Promise<void> {
    // A managed identity's token counts as the bot's where the bot is that identity.
    if (await entra.isValid(bearer, audience)) return pass();
    state.refused += 1;
    return send(outgoing, 401, {
      error: { code: 'InvalidAuthenticationToken', message: 'Access token validation failure.' },
    });
  }

  return {
    origin,
    serviceUrl: `${origin}/teams/`,
    entra,
    graph,
    teams,
    appService,
    state,
    token: botFramework.token,
    /** What the bot is told of these addresses. */
    environment: {
      LOGIN_URL: origin,
      BOT_OPENID_METADATA: `${origin}/bot/openidconfiguration`,
      GRAPH_BASE_URL: origin,
      TEAMS_SERVICE_URL: `${origin}/teams/`,
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await Promise.all([
        new Promise((resolve) => server.close(resolve)),
        graph.close(),
        teams.close(),
        appService.close(),
      ]);
    },
  };
}

interface Passed {
  readonly method: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly authorization: string;
}

/** Hands the request on over http; addresses in the answer lead back here. */
async function forward(
  url: string,
  { method, headers, body, authorization }: Passed,
  origin: string,
  outgoing: ServerResponse,
): Promise<void> {
  const kept = ['content-type', 'consistencylevel', 'accept-language'].flatMap((name) =>
    typeof headers[name] === 'string' ? [[name, headers[name]] as const] : [],
  );
  const response = await fetch(url, {
    method,
    headers: { ...Object.fromEntries(kept), authorization },
    ...(method !== 'GET' && { body }),
  });
  const text = (await response.text()).replaceAll(new URL(url).origin, origin);
  outgoing.writeHead(response.status, { 'content-type': response.headers.get('content-type') ?? 'application/json' });
  outgoing.end(text);
}

function send(outgoing: ServerResponse, status: number, body: object): void {
  outgoing.writeHead(status, { 'content-type': 'application/json' });
  outgoing.end(JSON.stringify(body));
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
