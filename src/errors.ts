import type { en } from './text/en.js';

/** Who has to act: a service that said no, one that did not answer, whoever sent the request, the operator, or ourselves. */
export type Fault = 'refused' | 'unreachable' | 'input' | 'configuration' | 'ours';

export interface CatalogueEntry {
  readonly fault: Fault;
  /** What the person in the chat reads; absent where no person is waiting. */
  readonly userText?: keyof typeof en;
  /** What the operator does about it. */
  readonly hint: string;
  /** Whether the same request may succeed later without anybody doing anything. */
  readonly retryable: boolean;
  /** HTTP status where the error answers an HTTP request; 500 otherwise. */
  readonly status?: number;
}

/** Every error with a name of its own. `docs/errors.md` lists them; a test keeps the two alike. */
export const catalogue = {
  'DJA-GRAPH-FORBIDDEN': {
    fault: 'refused',
    userText: 'notice.lookUpFailed',
    hint: 'Graph refuses the application. Grant the application permissions of the README and give admin consent.',
    retryable: false,
  },
  'DJA-GRAPH-THROTTLED': {
    fault: 'refused',
    userText: 'notice.lookUpFailed',
    hint: 'Graph asks for fewer requests. It passes by itself; if it stays, look for another program with the same application.',
    retryable: true,
  },
  'DJA-GRAPH-UNREACHABLE': {
    fault: 'unreachable',
    userText: 'notice.lookUpFailed',
    hint: 'Graph does not answer. Check the network, the proxy and GRAPH_BASE_URL, then the service health page.',
    retryable: true,
  },
  'DJA-GRAPH-INVALID': {
    fault: 'refused',
    userText: 'notice.lookUpFailed',
    hint: 'Graph rejected the request or answered something unreadable. Check GRAPH_BASE_URL, and report it with the log line.',
    retryable: false,
  },
  'DJA-LOGIN-REFUSED': {
    fault: 'refused',
    userText: 'notice.lookUpFailed',
    hint: 'The login service refuses the application. Check app id, tenant id, and whether secret or certificate has expired.',
    retryable: false,
  },
  'DJA-LOGIN-UNREACHABLE': {
    fault: 'unreachable',
    userText: 'notice.lookUpFailed',
    hint: 'The login service does not answer. Check the network, the proxy, CLOUD and LOGIN_URL.',
    retryable: true,
  },
  'DJA-TEAMS-REFUSED': {
    fault: 'refused',
    hint: 'Teams refuses to deliver. Check that the app is still installed in that chat or team and that the channel exists.',
    retryable: false,
  },
  'DJA-TEAMS-UNREACHABLE': {
    fault: 'unreachable',
    hint: 'Teams does not answer. Messages wait and are sent again; check the network if it stays.',
    retryable: true,
  },
  'DJA-TEAMS-KEYS-UNREACHABLE': {
    fault: 'unreachable',
    hint: 'The key document that proves who calls cannot be fetched. Check the network and BOT_OPENID_METADATA.',
    retryable: true,
    status: 503,
  },
  'DJA-DATABASE-UNAVAILABLE': {
    fault: 'unreachable',
    userText: 'notice.somethingWentWrong',
    hint: 'The database does not answer. Check DATABASE_URL, the disk or the server, and the rights of the account.',
    retryable: true,
    status: 503,
  },
  'DJA-CONFIG-INVALID': {
    fault: 'configuration',
    hint: 'The environment has mistakes. Each is printed at start with its cure.',
    retryable: false,
  },
  'DJA-TREES-INVALID': {
    fault: 'configuration',
    hint: 'A decision tree has mistakes. Each is printed at start with file and line.',
    retryable: false,
  },
  'DJA-INPUT-NOT-JSON': {
    fault: 'input',
    hint: 'A request to /api/messages was not JSON. Whoever calls has to send application/json without content encoding.',
    retryable: false,
    status: 415,
  },
  'DJA-INPUT-MALFORMED': {
    fault: 'input',
    hint: 'A request could not be read: broken JSON, or no activity with a type.',
    retryable: false,
    status: 400,
  },
  'DJA-INPUT-TOO-LARGE': {
    fault: 'input',
    hint: 'A request was larger than 256 KB, which no Teams message is.',
    retryable: false,
    status: 413,
  },
  'DJA-INPUT-NO-SUCH-PAGE': {
    fault: 'input',
    hint: 'An address was asked for that the bot does not have. Check the messaging endpoint: it ends in /api/messages.',
    retryable: false,
    status: 404,
  },
  'DJA-INPUT-WRONG-METHOD': {
    fault: 'input',
    hint: 'An address was asked for with a method it does not take, e.g. GET /api/messages.',
    retryable: false,
    status: 405,
  },
  'DJA-METRICS-REFUSED': {
    fault: 'input',
    hint: 'Metrics were asked for from another machine without the right token. Set METRICS_TOKEN and send it as bearer token.',
    retryable: false,
    status: 401,
  },
  'DJA-INTERNAL': {
    fault: 'ours',
    userText: 'notice.somethingWentWrong',
    hint: 'A mistake of the bot itself. Report it with the log line that carries the same id.',
    retryable: false,
  },
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof catalogue;

export function entryOf(code: ErrorCode): CatalogueEntry {
  return catalogue[code];
}

/** An error of the catalogue. `message` is for the log, never for a person in the chat. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, options: { readonly message?: string; readonly cause?: unknown } = {}) {
    super(options.message ?? entryOf(code).hint, { cause: options.cause });
    this.code = code;
  }
}

/** The error itself if the catalogue knows it, or one behind it; otherwise ours, with the original as its cause. */
export function asAppError(error: unknown): AppError {
  for (let each = error, depth = 0; each instanceof Error && depth < 8; each = each.cause, depth += 1) {
    if (each instanceof AppError) return each;
  }
  return new AppError('DJA-INTERNAL', { cause: error, message: error instanceof Error ? error.message : String(error) });
}
