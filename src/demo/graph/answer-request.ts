import { setTimeout as wait } from 'node:timers/promises';
import { answerBatch } from './answer-batch.js';
import { deletedRoutes } from './deleted-routes.js';
import { deviceRoutes } from './device-routes.js';
import { deviceWriteRoutes } from './device-write-routes.js';
import type { Fault } from './fault-plan.js';
import { denied, errorResponse, GraphError } from './graph-error.js';
import type { GraphRequest, GraphResponse } from './graph-request.js';
import { groupRoutes } from './group-routes.js';
import { peopleRoutes } from './people-routes.js';
import { matchPattern, type Route } from './route.js';
import { tenantRoutes } from './tenant-routes.js';
import type { Visibility, World } from './world.js';

export const routes: readonly Route[] = [
  ...peopleRoutes,
  ...deletedRoutes,
  ...deviceRoutes,
  ...deviceWriteRoutes,
  ...groupRoutes,
  ...tenantRoutes,
];

const statusCodes = {
  400: 'Request_BadRequest',
  403: 'Authorization_RequestDenied',
  429: 'TooManyRequests',
  500: 'InternalServerError',
  503: 'ServiceUnavailable',
  504: 'GatewayTimeout',
} as const;

/** Thrown when the plan says that the connection breaks: the server cuts the socket. */
export class ConnectionDropped extends Error {
  override readonly name = 'ConnectionDropped';
}

/** Answers one request, alone or inside a batch: the planned fault if there is one, else what Graph would answer. */
export async function answerRequest(request: GraphRequest, world: World): Promise<GraphResponse> {
  const fault = world.faults.take(request);
  switch (fault?.kind) {
    case 'hang':
      return new Promise(() => {});
    case 'drop':
      throw new ConnectionDropped();
    case 'garbage':
      return {
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: '<!DOCTYPE html><html><body><h1>Sign in to the network</h1></body></html>',
      };
    case 'status':
      return errorResponse(plannedError(fault), request, world.now(), fault.retryAfter);
    case 'expiredPageToken':
      return errorResponse(
        new GraphError(
          400,
          'Directory_ExpiredPageToken',
          'The specified page token value has expired and can no longer be included in your request.',
        ),
        request,
        world.now(),
      );
    case 'delay':
      await wait(fault.ms);
      return answerOrRefuse(request, world, 'complete');
    case 'limitedInformation':
      return answerOrRefuse(request, world, 'limited');
    case 'nulls':
      return answerOrRefuse(request, world, 'nothing');
    case 'hiddenMembership':
      return answerOrRefuse(request, { ...world, membershipHidden: true }, 'complete');
    case undefined:
      return answerOrRefuse(request, world, 'complete');
  }
}

async function answerOrRefuse(request: GraphRequest, world: World, visibility: Visibility): Promise<GraphResponse> {
  try {
    if (request.path === '/$batch' && !request.inner) return await answerBatch(request, world, answerRequest);
    return answerRoute(request, world, visibility);
  } catch (error) {
    if (error instanceof GraphError) return errorResponse(error, request, world.now());
    throw error;
  }
}

function answerRoute(request: GraphRequest, world: World, visibility: Visibility): GraphResponse {
  // A fixed path such as /devices/$count stands before the one with a key that fits it too.
  const all = routes.flatMap((route) => {
    const key = matchPattern(route.pattern, request.segments);
    return key === undefined ? [] : [{ route, key }];
  });
  const fitting =
    all.find(({ route }) => route.method === request.method && route.pattern === all[0]?.route.pattern) ?? all[0];
  if (fitting === undefined) throw unknownPath(request);
  const { route, key } = fitting;
  if (route.method !== request.method) throw wrongMethod(request, route);
  if (route.needs.some((permission) => world.missingPermissions.has(permission))) throw denied();
  return route.answer({ request, world, key, visibility });
}

/** Writing needs permissions that this application does not have; other methods do not exist here. */
function wrongMethod(request: GraphRequest, route: Route): GraphError {
  if (route.method === 'GET' && ['POST', 'PUT', 'PATCH', 'DELETE'].includes(request.method)) return denied();
  return new GraphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.');
}

function unknownPath(request: GraphRequest): GraphError {
  const last = request.segments.at(-1) ?? '';
  return new GraphError(400, 'BadRequest', `Resource not found for the segment '${last}'.`);
}

function plannedError(fault: Extract<Fault, { kind: 'status' }>): GraphError {
  return new GraphError(fault.status, statusCodes[fault.status], `Simulated: ${fault.status}.`);
}
