/** What one call to another service may take. */
export interface CallLimit {
  /** Bytes of the answer's body, unpacked. */
  readonly bytes: number;
  /** Milliseconds for all of it, the answer's last byte included. */
  readonly ms: number;
}

/** The answer is larger than allowed: none of it is used, and the connection is closed. */
export class AnswerTooLarge extends Error {
  override readonly name = 'AnswerTooLarge';

  constructor(bytes: number) {
    super(`The answer is larger than ${bytes} bytes`);
  }
}
