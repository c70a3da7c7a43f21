import { signInProblem } from '../directory/sign-in-errors.js';
import type { TokenSource } from '../directory/token-source.js';
import { AppError } from '../errors.js';
import type { Log } from '../runtime/log.js';
import { isTextKey, sentences } from '../text/sentences.js';
import type { Throttle } from '../runtime/throttle.js';

export interface LogSignInFailuresOptions {
  readonly source: TokenSource;
  /** What the tokens are for, as the operator reads it. */
  readonly whatFor: 'Teams' | 'Microsoft Graph' | 'PostgreSQL';
  readonly log: Pick<Log, 'error'>;
  readonly throttle: Throttle;
}

/** The same source, whose failures stand in the log with what to do about them. */
export function logSignInFailures({ source, whatFor, log, throttle }: LogSignInFailuresOptions): TokenSource {
  const say = sentences('en');

  function tell(error: unknown): void {
    const { problem, code: entraCode } = signInProblem(error);
    const words = (stem: string): string => {
      const key = `${stem}.signIn.${problem}`;
      return isTextKey(key) ? say(key, { code: entraCode }) : '';
    };
    throttle(`${whatFor} ${problem} ${entraCode}`, () => {
      const { code, message } = new AppError('DJA-SIGN-IN-REFUSED', { cause: error });
      const told = { reason: words('doctor'), cure: words('doctorCure') };
      log.error({ code, whatFor, problem, ...(entraCode !== '' && { entraCode }), ...told, err: error }, message);
    });
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
