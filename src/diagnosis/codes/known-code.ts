import type { FindingId } from '../finding-catalogue.js';
import type { CodeContext, Phase } from '../model.js';

/** A sentence in every language of the bot. */
export interface CodeText {
  readonly en: string;
  readonly de: string;
}

/** Where a code was met, as far as it changes the meaning. `downLevel`: Windows 7 to 8.1, Server 2008 R2 to 2012 R2. */
export type ReadingContext = CodeContext | 'downLevel';

export type CodePhase = Phase | 'information';

/** `meaning` in plain words for anybody; `cause` and `fix` for the helpdesk and administrators. */
export interface CodeWords {
  /** As `error-codes.json` spells it. */
  readonly code: string;
  /** The name that Windows or the service gives it; in brackets where only a description is known. */
  readonly symbol: string;
  readonly phase: CodePhase;
  readonly platform: 'current' | 'downLevel' | 'both';
  readonly meaning: CodeText;
  readonly cause: CodeText;
  readonly fix: CodeText;
  readonly who: 'person' | 'localAdministrator' | 'directoryAdministrator';
  /** What this code alone leads to; without one it is only worth knowing. */
  readonly finding?: FindingId;
  readonly source: string;
}

/** What is different in one context. `finding: null`: there the code leads to none. */
export interface ContextWords {
  readonly phase?: CodePhase;
  readonly meaning?: CodeText;
  readonly cause?: CodeText;
  readonly fix?: CodeText;
  readonly who?: CodeWords['who'];
  readonly finding?: FindingId | null;
}

/** One entry of `error-codes.json`: the words of the usual context, and those of the others. */
export interface KnownCode extends CodeWords {
  readonly contexts?: Readonly<Partial<Record<ReadingContext, ContextWords>>>;
}
