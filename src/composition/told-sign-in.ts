import { signInProblem } from '../directory/sign-in-errors.js';
import type { TokenSource } from '../directory/token-source.js';
import { AppError } from '../errors.js';
import type { Log } from '../runtime/log.js';
import { isTextKey, sentences } from '../text/sentences.js';
import { minuteMs } from '../runtime/durations.js';

/** Milliseconds between two lines about the same failure: each message that waits would tell the same. Ours. */
const tellEveryMs = 15 * minuteMs;

export interface ToldSignInOptions {
  readonly source: TokenSource;
  /** What the tokens are for, as the operator reads it. */
  readonly whatFor: 'Teams' | 'Microsoft Graph' | 'PostgreSQL';
  readonly log: Pick<Log, 'error'>;
  /** Epoch ms. */
  readonly now: () => number;
}

/** The same source, whose failures stand in the log with what to do about them. */
export function toldSignIn({ source, whatFor, log, now }: ToldSignInOptions): TokenSource {
  const toldAt = new Map<string, number>();
  const say = sentences('en');

  function tell(error: unknown): void {
    const { problem, code: entraCode } = signInProblem(error);
    const at = toldAt.get(problem + entraCode);
    if (at !== undefined && now() - at < tellEveryMs) return;
    toldAt.set(problem + entraCode, now());
    const words = (stem: string): string => {
      const key = `${stem}.signIn.${problem}`;
      return isTextKey(key) ? say(key, { code: entraCode }) : '';
    };
    const { code, message } = new AppError('DJA-SIGN-IN-REFUSED', { cause: error });
    log.error(
      {
        code,
        whatFor,
        problem,
        ...(entraCode !== '' && { entraCode }),
        reason: words('doctor'),
        cure: words('doctorCure'),
        err: error,
      },
      message,
    );
  }

  return {
    async token(scope) {
      try {
        return await source.token(scope);
      } catch (error) {
        tell(error);
        throw error;
      }
    },
  };
}
