import type { CleanUp, CleanUpRefusal } from './clean-up.js';
import type { Candidates } from './request-clean-up.js';

/** What could not be done, for whoever pressed. */
export type CleanUpRemark =
  CleanUpRefusal | 'requesterIsNone' | 'nothingPicked' | 'notEligible' | 'tooMany' | 'notKnown' | 'undoLater';

/** Which devices of a person may be deleted, to pick from, and what that costs. */
export interface CleanUpPickView extends Candidates {
  readonly kind: 'cleanUpPick';
  readonly staleDays: number;
  readonly deleteAfterDays: number;
  readonly remark?: CleanUpRemark;
}

/** A request to free places, as one administrator sees it: the buttons are those that this one may press. */
export interface CleanUpView {
  readonly kind: 'cleanUp';
  readonly cleanUp: CleanUp;
  readonly viewerId: string;
  readonly deleteAfterDays: number;
  readonly remark?: CleanUpRemark;
  /** Administrators who were told just now; undefined = that is not the news. */
  readonly othersTold?: number;
}
