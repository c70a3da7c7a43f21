import { AppError } from '../../errors.js';

/** Which row cannot be read, and where in it; never what stands there. */
export interface Unreadable {
  readonly table: string;
  readonly row: string | number;
  /** The path of the first field that does not fit, e.g. `moves.2.at`; `JSON` when nothing can be read at all. */
  readonly where: string;
  /** It was probably written by a later version, and another instance can read it. */
  readonly newer: boolean;
}

/** A row whose body is not what it should be. */
export class UnreadableRow extends AppError {
  readonly what: Unreadable;

  constructor(what: Unreadable) {
    super('DJA-DATABASE-ROW-UNREADABLE');
    this.what = what;
  }
}
