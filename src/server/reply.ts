import type { Response } from 'restify';
import { entryOf } from '../errors.js';
import type { ErrorCode } from '../errors.js';

/** What a caller reads about an error: a code and a few words, and nothing internal. */
const messages: Readonly<Partial<Record<ErrorCode, string>>> = {
  'DJA-INPUT-NOT-JSON': 'Send application/json without content encoding.',
  'DJA-INPUT-MALFORMED': 'Send one activity as JSON, with a type.',
  'DJA-INPUT-TOO-LARGE': 'The body is too large.',
  'DJA-INPUT-NO-SUCH-PAGE': 'There is nothing at this address.',
  'DJA-INPUT-WRONG-METHOD': 'This address does not take that method.',
  'DJA-METRICS-REFUSED': 'Send the right bearer token.',
};

/** Sends JSON past restify's formatters, which would choose another form by the Accept header. */
export function sendJson(res: Response, status: number, body: object): void {
  res.sendRaw(status, JSON.stringify(body), { 'Content-Type': 'application/json; charset=utf-8' });
}

/** Answers with an error of the catalogue; `id` leads to the line in the log. */
export function sendError(res: Response, code: ErrorCode, id?: string): void {
  const { status = 500 } = entryOf(code);
  const message = messages[code] ?? (status === 503 ? 'Not available just now.' : 'Something went wrong.');
  sendJson(res, status, { code, message, ...(id === undefined ? {} : { id }) });
}
