import { withTimeout } from './with-timeout.js';
import { AnswerTooLarge, type CallLimit } from './call-limit.js';

/** The part of an Azure core-rest-pipeline request that this needs. Two rooms use that library, and neither may import it for the other. */
interface PipelineRequest {
  abortSignal?: unknown;
  onDownloadProgress?: (progress: { loadedBytes: number }) => void;
}

/**
 * A policy for the pipelines of the SDKs, whose client would wait for ever and read whatever comes. It counts what comes, unpacked,
 * and hangs up beyond the limit and when the time is over, retries included. Rejects with the code ETIMEDOUT or with what the
 * client makes of an answer that breaks off.
 */
export function policyWithLimit({ bytes, ms }: CallLimit) {
  return {
    name: 'policyWithLimit',
    async sendRequest<R extends PipelineRequest, A>(request: R, next: (request: R) => Promise<A>): Promise<A> {
      const stop = new AbortController();
      const { abortSignal: given } = request;
      request.abortSignal = given instanceof AbortSignal ? AbortSignal.any([given, stop.signal]) : stop.signal;
      let tooLarge: AnswerTooLarge | undefined;
      request.onDownloadProgress = ({ loadedBytes }) => {
        if (loadedBytes <= bytes) return;
        tooLarge = new AnswerTooLarge(bytes);
        stop.abort(tooLarge);
        throw tooLarge;
      };
      try {
        return await withTimeout(next(request), ms);
      } catch (error) {
        // The client would wait out a silence in the middle of a body, so it has to be told to let go.
        stop.abort(error);
        throw tooLarge ?? error;
      }
    },
  };
}
