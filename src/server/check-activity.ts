import type { Next, Request, Response } from 'restify';
import { AppError } from '../errors.js';
import type { ErrorCode } from '../errors.js';
import { maxJsonDepth } from '../limits.js';
import { makePlain } from '../runtime/plain-json.js';

/** Before the body is read: JSON as it is. A compressed body could grow without bound while it is unpacked. */
export function requireJson(req: Request, _res: Response, next: Next): void {
  const type = req.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const encoding = req.headers['content-encoding']?.trim().toLowerCase();
  const accepted = type === 'application/json' && (encoding === undefined || encoding === 'identity');
  next(accepted ? undefined : new AppError('DJA-INPUT-NOT-JSON'));
}

/** After the body was read: one object with a type, neither deeper than Teams' own nor with traps in it. */
export function requireActivity(req: Request, _res: Response, next: Next): void {
  const body: unknown = req.body;
  const accepted =
    typeof body === 'object' &&
    body !== null &&
    'type' in body &&
    typeof body.type === 'string' &&
    body.type.trim() !== '';
  next(accepted && makePlain(body, maxJsonDepth) ? undefined : new AppError('DJA-INPUT-MALFORMED'));
}

const codes: Readonly<Record<number, ErrorCode>> = {
  400: 'DJA-INPUT-MALFORMED',
  404: 'DJA-INPUT-NO-SUCH-PAGE',
  405: 'DJA-INPUT-WRONG-METHOD',
  413: 'DJA-INPUT-TOO-LARGE',
  415: 'DJA-INPUT-NOT-JSON',
};

/** What restify itself refuses, in the catalogue's words; undefined for any other error. */
export function refusedByRestify(error: unknown): AppError | undefined {
  const { statusCode } = error as { readonly statusCode?: number };
  const code = statusCode === undefined ? undefined : codes[statusCode];
  return code === undefined ? undefined : new AppError(code, { cause: error });
}
