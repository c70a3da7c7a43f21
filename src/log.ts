import { pino, stdTimeFunctions } from 'pino';
import type { DestinationStream, LevelWithSilent, Logger } from 'pino';

export type Log = Logger;

export interface LogOptions {
  readonly level: LevelWithSilent;
  /** Standard output unless told. */
  readonly destination?: DestinationStream;
  /** The id of the request at hand, which every line of its work then carries as `correlationId`. */
  readonly correlationId?: () => string | undefined;
}

const secretNames = ['authorization', 'password', 'clientSecret', 'client_secret', 'secret', 'token', 'accessToken', 'access_token'];

/** JSON lines, one an event. Credentials are struck out wherever they turn up. */
export function createLog({ level, destination, correlationId = () => undefined }: LogOptions): Log {
  const options = {
    level,
    base: {},
    timestamp: stdTimeFunctions.isoTime,
    mixin() {
      const id = correlationId();
      return id === undefined ? {} : { correlationId: id };
    },
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeError, error: describeError },
    redact: { paths: secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[secret]' },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/**
 * What is said about an error. Only these fields: errors of HTTP clients carry the whole request, headers included, and what
 * the other side answered in their message, which may name people; of those status and code are told.
 */
function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? withoutCredentials(error) : typeof error;
  const { name, message, stack, cause } = error;
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  const answered = typeof statusCode === 'number';
  return {
    name,
    message: answered ? `answered with ${statusCode}` : withoutCredentials(message),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof statusCode === 'number' ? { statusCode } : {}),
    ...(stack === undefined ? {} : { stack: answered ? stack.slice(stack.indexOf('\n    at ') + 1) : withoutCredentials(stack) }),
    ...(cause === undefined || depth >= 4 ? {} : { cause: describeError(cause, depth + 1) }),
  };
}

/** Bearer tokens, JSON web tokens, secrets in forms, and passwords in addresses. */
function withoutCredentials(text: string): string {
  return text
    .replace(/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 [secret]')
    .replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[secret]')
    .replace(/\b(client_secret|client_assertion|password|access_token)=[^&\s]+/gi, '$1=[secret]')
    .replace(/(\b\w+:\/\/[^\s:@/]+):[^\s@/]+@/g, '$1:[secret]@');
}
