/** Whose fault it is: a service's that did not answer, the request's, or ours. */
export type Fault = 'unreachable' | 'input' | 'ours';

export interface CatalogueEntry {
  readonly fault: Fault;
  /** What the operator does about it. */
  readonly hint: string;
  /** HTTP status where the error answers an HTTP request; 500 otherwise. */
  readonly status?: number;
}

/** Every error with a name of its own. `docs/errors.md` lists them; a test keeps the two alike. */
export const catalogue = {
  'DJA-TEAMS-KEYS-UNREACHABLE': {
    fault: 'unreachable',
    hint: 'The key document that proves who calls cannot be fetched. Check the network and BOT_OPENID_METADATA.',
    status: 503,
  },
  'DJA-TEAMS-TOKEN-REFUSED': {
    fault: 'input',
    hint: 'An activity came without a valid token for this bot. If nobody gets answers, compare MicrosoftAppId with that of the Azure Bot, and check CLOUD and the clock; otherwise a stranger called, or another channel such as Web Chat, and was refused.',
    status: 401,
  },
  'DJA-DATABASE-UNAVAILABLE': {
    fault: 'unreachable',
    hint: 'The database does not answer, takes no writes, or its file was moved. Check DATABASE_URL, the disk or the server, and the rights of the account.',
    status: 503,
  },
  'DJA-DATABASE-ROW-UNREADABLE': {
    fault: 'ours',
    hint: 'A row of the database is not what it should be, and was put aside; the same line names it. Restore it from a backup, or delete it; report it if nobody has changed the database by hand.',
  },
  'DJA-SIGN-IN-REFUSED': {
    fault: 'unreachable',
    hint: 'The bot got no token from Microsoft Entra. The same line says for what, why, and what to do about it; the doctor does, too.',
  },
  'DJA-HELPDESK-NO-CHANNEL': {
    fault: 'unreachable',
    hint: 'Requests wait, because no channel is named for them. Type "use this channel" in one, or set HELPDESK_CHANNEL_ID.',
  },
  'DJA-HELPDESK-CHANNEL-REFUSED': {
    fault: 'unreachable',
    hint: 'Requests wait, because their channel takes no message of the bot. Add the app to the team (Manage team > Apps), in a private or shared channel also to the channel itself (Manage channel > Apps), or type "use this channel" in another one.',
  },
  'DJA-INPUT-NOT-JSON': {
    fault: 'input',
    hint: 'A request to /api/messages was not JSON. Whoever calls has to send application/json without content encoding.',
    status: 415,
  },
  'DJA-INPUT-MALFORMED': {
    fault: 'input',
    hint: 'A request could not be read: broken JSON, or no activity with a type.',
    status: 400,
  },
  'DJA-INPUT-TOO-LARGE': {
    fault: 'input',
    hint: 'A request was larger than 256 KB, which no Teams message is.',
    status: 413,
  },
  'DJA-INPUT-TOO-MUCH': {
    fault: 'input',
    hint: 'Somebody sent more in half a minute than is read of one person; they were asked to wait. If it goes on, look for a script that writes to the bot.',
  },
  'DJA-TOO-MANY-TURNS': {
    fault: 'ours',
    hint: 'More activities wait than can be answered in time, and people are asked to try again. Look for a slow database or Graph in the lines before; if there is none, give the bot more processor or another instance.',
  },
  'DJA-INPUT-NO-SUCH-PAGE': {
    fault: 'input',
    hint: 'An address was asked for that the bot does not have. Check the messaging endpoint: it ends in /api/messages.',
    status: 404,
  },
  'DJA-INPUT-WRONG-METHOD': {
    fault: 'input',
    hint: 'An address was asked for with a method it does not take, e.g. GET /api/messages.',
    status: 405,
  },
  'DJA-METRICS-REFUSED': {
    fault: 'input',
    hint: 'Metrics were asked for from another machine without the right token. Set METRICS_TOKEN and send it as bearer token.',
    status: 401,
  },
  'DJA-INTERNAL': {
    fault: 'ours',
    hint: 'A mistake of the bot itself. Report it with the log line that carries the same id.',
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
  return new AppError('DJA-INTERNAL', {
    cause: error,
    message: error instanceof Error ? error.message : String(error),
  });
}
