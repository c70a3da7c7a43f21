import { pino, stdTimeFunctions } from 'pino';
import type { DestinationStream, LevelWithSilent, Logger } from 'pino';
import { AppError, entryOf } from '../errors.js';

export type Log = Logger;

export interface LogOptions {
  readonly level: LevelWithSilent;
  /** Takes out of a text what no paste may keep. */
  readonly redact: (text: string) => string;
  /** Standard output unless told. */
  readonly destination?: DestinationStream;
  /** The id of the request at hand, which every line of its work then carries as `correlationId`. */
  readonly correlationId?: () => string | undefined;
}

/** Keeps the status and the code of Teams' reason: its words may name people, and stay in the row. */
export const withoutText = (reason: string): string => reason.split(':', 1)[0] ?? '';

const secretNames = [
  ...[
    'authorization',
    'cookie',
    'password',
    'pwd',
    'secret',
    'clientSecret',
    'client_secret',
    'clientAssertion',
    'client_assertion',
    'connectionString',
  ],
  ...[
    'token',
    'accessToken',
    'access_token',
    'idToken',
    'id_token',
    'refreshToken',
    'refresh_token',
    'apiKey',
    'api_key',
  ],
];

/** Characters of an error's message that are logged: a longer one carries somebody's text. */
const longestMessage = 2_000;

/** JSON lines, one an event. Credentials are struck out wherever they turn up. */
export function createLog({ level, redact, destination, correlationId = () => undefined }: LogOptions): Log {
  const describe = (error: unknown): unknown => describeError(error, redact);
  const options = {
    level,
    base: {},
    timestamp: stdTimeFunctions.isoTime,
    mixin() {
      const id = correlationId();
      return id === undefined ? {} : { correlationId: id };
    },
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describe, error: describe },
    redact: { paths: secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[secret]' },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** Fields that PostgreSQL adds to its message (docs: protocol-error-fields); they name parts of the tables and never a value. */
const namesOfDatabase = ['table', 'column', 'constraint'] as const;

/**
 * What is said about an error. Only these fields: errors of HTTP clients carry the whole request, headers included, and what
 * the other side answered in their message, which may name people; of those status and code are told. Parsers and databases quote
 * what they were given, so that quoted words are told of our own errors and of the system's only, and of all others what a paste may
 * keep. An error of ours that took over another's message is as the other.
 */
function describeError(error: unknown, redact: LogOptions['redact'], depth = 0): unknown {
  const ofOthers = (message: string): string =>
    redact(withoutCredentials(withoutQuotes(message.slice(0, longestMessage))));
  if (!(error instanceof Error)) return typeof error === 'string' ? ofOthers(error) : typeof error;
  const { name, message, stack, cause } = error;
  const { code, statusCode, syscall, ...others } = error as Error & {
    code?: unknown;
    statusCode?: unknown;
    syscall?: unknown;
    table?: unknown;
    column?: unknown;
    constraint?: unknown;
  };
  const answered = typeof statusCode === 'number';
  const isOurs = error instanceof AppError && message === entryOf(error.code).hint;
  const told = isOurs || syscall !== undefined ? withoutCredentials(message) : ofOthers(message);
  return {
    name,
    message: answered ? `answered with ${statusCode}` : told,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof statusCode === 'number' ? { statusCode } : {}),
    ...Object.fromEntries(
      namesOfDatabase.filter((each) => typeof others[each] === 'string').map((each) => [each, others[each]]),
    ),
    ...(stack === undefined ? {} : { stack: framesOf(stack, message) }),
    ...(cause === undefined || depth >= 4 ? {} : { cause: describeError(cause, redact, depth + 1) }),
  };
}

/** Returns the stack without the message in front of it. */
function framesOf(stack: string, message: string): string {
  const at = stack.indexOf(message);
  const lines = (at < 0 ? stack : stack.slice(at + message.length)).split('\n');
  return withoutCredentials(lines.filter((line) => line.startsWith('    at ')).join('\n'));
}

/** What stands between the first and the last of the same quotes, since a value may have them itself; and what is named a value. */
function withoutQuotes(text: string): string {
  const named = text.replace(/\b(with value|received|got)\b:? .*/is, '$1 …').replace(/(?<=\w)'(?=s\b)/g, '’');
  return ['"', "'", '`'].reduce((rest, mark) => {
    const [first, last] = [rest.indexOf(mark), rest.lastIndexOf(mark)];
    return first === last ? rest : `${rest.slice(0, first + 1)}…${rest.slice(last)}`;
  }, named);
}

/** Bearer tokens, JSON web tokens, secrets in forms, and passwords in addresses. */
function withoutCredentials(text: string): string {
  return text
    .replace(/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 [secret]')
    .replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[secret]')
    .replace(/\b(client_secret|client_assertion|password|access_token)=[^&\s]+/gi, '$1=[secret]')
    .replace(/(\b\w+:\/\/[^\s:@/]+):[^\s@/]+@/g, '$1:[secret]@');
}
