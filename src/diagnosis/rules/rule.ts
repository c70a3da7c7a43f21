import { findingCatalogue, type CatalogueFinding, type FindingId } from '../finding-catalogue.js';
import type { Evidence, Field, Finding, FindingRole, Phase, Sureness } from '../model.js';
import type { Look } from './look.js';

/** One piece of judgement: looks at what was read and says what is so. It sees nothing that was not pasted. */
export type Rule = (look: Look) => readonly Finding[];

/** Longest line shown as evidence, in characters; the rest is cut. */
export const longestEvidence = 200;

export interface FoundMore {
  readonly code?: string | undefined;
  /** Where they differ from the catalogue. */
  readonly role?: FindingRole | undefined;
  readonly phase?: Phase | undefined;
}

/** A finding of the catalogue, with the lines it rests on: fields of a status, or lines as they were pasted. */
export function found(
  id: FindingId,
  sure: Sureness,
  lines: readonly (Field | string | undefined)[],
  more: FoundMore = {},
): Finding {
  const known: CatalogueFinding = findingCatalogue[id];
  return {
    id,
    phase: more.phase ?? known.phase,
    role: more.role ?? known.role,
    sure,
    evidence: lines.flatMap((line) =>
      line === undefined ? [] : [fromPaste(typeof line === 'string' ? line : line.line)],
    ),
    ...(known.cause !== undefined && { cause: known.cause }),
    ...(more.code !== undefined && { code: more.code }),
  };
}

function fromPaste(line: string): Evidence {
  return { from: 'paste', line: line.length > longestEvidence ? `${line.slice(0, longestEvidence - 1)}…` : line };
}
