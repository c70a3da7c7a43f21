import { combine } from '../diagnosis/combine.js';
import { diagnose } from '../diagnosis/diagnose.js';
import type {
  Diagnosis,
  Evidence,
  Finding,
  PcEntry,
  PcInDirectory,
  PcOfPaste,
  Proof,
  Reading,
} from '../diagnosis/model.js';
import { redact, redacting, whereaboutsIn, type Whereabouts } from '../diagnosis/redact.js';
import { redactingBeginning } from '../diagnosis/redact-beginning.js';
import { formLengths, maxKeptFindings, maxTicketText } from '../limits.js';
import { inTurns } from '../runtime/in-turns.js';
import { fromPaste, type Fact, type Facts } from '../troubleshooting/facts.js';
import type { SessionReading } from '../troubleshooting/session.js';
import type { LookUpPc } from './look-up-pc.js';
import { tidy } from './understand.js';

/** What came of looking at a paste or at a named PC: what the walk takes up, and what the directory said. */
export interface Examined {
  readonly reading: SessionReading;
  readonly facts: Facts;
  readonly answer: PcInDirectory;
}

/** A text as it came, and what was read in it: reading costs the most, and is done once. */
export interface Pasted {
  readonly raw: string;
  readonly read: Reading;
}

export interface Examine {
  /**
   * A pasted or uploaded text. Never throws for what is in it. `about`: the PC that was spoken of before, which a text
   * that names none (a code, an event) is taken to be about.
   */
  paste(personId: string, pasted: Pasted, ownNames: readonly string[], about?: PcOfPaste): Promise<Examined>;
  /** A PC's name alone. */
  name(personId: string, name: string, ownNames: readonly string[]): Promise<Examined>;
}

/** A paste up to this length is kept for the helpdesk as it is; of longer ones the lines that tell something. */
const shortPaste = 300;

/** Reads, judges, looks the PC up, puts both together, and redacts before anything leaves here. */
export function createExamine({ lookUpPc, now }: { readonly lookUpPc: LookUpPc; readonly now: () => Date }): Examine {
  async function examine(
    personId: string,
    raw: string,
    diagnosis: Diagnosis,
    ownNames: readonly string[],
  ): Promise<Examined> {
    const { answer, objectId } = await lookUpPc(personId, diagnosis.pc, ownNames);
    const at = now().toISOString();
    const combined = combine(diagnosis, answer);
    // A line alone does not say whose account it names; the whole text may.
    const known = whereaboutsIn(raw);
    const findings = combined.diagnosis.findings.slice(0, maxKeptFindings).map((finding) => redacted(finding, known));
    const reading: SessionReading = {
      at,
      kinds: diagnosis.kinds,
      findings,
      missing: combined.diagnosis.missing,
      pc: { ...diagnosis.pc, ...(objectId !== undefined && { objectId }) },
      lookedUp: answer.kind === 'answered',
      seen: seenIn(raw, findings, known),
      ...(raw !== '' && {
        text: cutAtLine(
          await inTurns(redactingBeginning(raw, maxTicketText + 1, (part) => redacting(part, known))),
          maxTicketText,
        ),
      }),
      sets: setsOf(diagnosis.proves),
      landed: false,
    };
    return { reading, facts: factsOf(combined.diagnosis.proves, combined.pcEntry, at), answer };
  }

  return {
    paste(personId, { raw, read }, ownNames, about) {
      const diagnosis = diagnose(read, { now: now() });
      const named = diagnosis.pc.deviceId !== undefined || diagnosis.pc.name !== undefined;
      return examine(
        personId,
        raw,
        named ? diagnosis : { ...diagnosis, pc: { ...sameTenantAs(diagnosis.pc, about), ...diagnosis.pc } },
        ownNames,
      );
    },
    async name(personId, name, ownNames) {
      const { reading, facts, answer } = await examine(
        personId,
        '',
        { kinds: [], findings: [], proves: [], missing: [], pc: { name } },
        ownNames,
      );
      // No entry of a name may be a slip of the pen, and says little of an older Windows: it is said and proves nothing.
      const { pcEntry } = facts;
      const entry = pcEntry?.known === true ? pcEntry.value : undefined;
      const decides = entry === 'pending' || entry === 'disabled';
      const findings = decides ? reading.findings : [];
      return {
        reading: { ...reading, findings, landed: !decides },
        facts: decides || entry === 'ready' ? facts : {},
        answer,
      };
    },
  };
}

/** The PC spoken of before, unless the text says that its own belongs elsewhere. */
function sameTenantAs({ tenantId }: PcOfPaste, about: PcOfPaste | undefined): PcOfPaste {
  if (!about) return {};
  const { deviceId, name } = about;
  const elsewhere =
    tenantId !== undefined && about.tenantId !== undefined && tenantId.toLowerCase() !== about.tenantId.toLowerCase();
  return elsewhere ? {} : { ...(deviceId !== undefined && { deviceId }), ...(name !== undefined && { name }) };
}

function redacted(finding: Finding, known: Whereabouts): Finding {
  return {
    ...finding,
    evidence: finding.evidence.map((each): Evidence =>
      each.from === 'paste' ? { ...each, line: redact(each.line, known) } : each,
    ),
  };
}

function factsOf(proves: readonly Proof[], pcEntry: PcEntry | undefined, at: string): Facts {
  const proven = proves.map(({ fact, value }): [string, Fact] => [fact, { known: true, value, source: fromPaste, at }]);
  const entry: Facts =
    pcEntry === undefined ? {} : { pcEntry: { known: true, value: pcEntry, source: '/devices', at } };
  return { ...(Object.fromEntries(proven) as Facts), ...entry };
}

/** The attribute that a text proves by itself: the newer Windows; which of the older ones it is, a text does not say. */
function setsOf(proves: readonly Proof[]): Readonly<Record<string, string>> {
  return proves.some(({ fact, value }) => fact === 'platform' && value === 'current') ? { windows: 'current' } : {};
}

function seenIn(raw: string, findings: readonly Finding[], known: Whereabouts): string {
  if (raw.trim().length <= shortPaste) return redact(tidy(raw), known);
  const lines = findings
    .filter(({ role }) => role === 'blocks' || role === 'follows')
    .flatMap(({ evidence }) => evidence.flatMap((each) => (each.from === 'paste' ? [each.line] : [])));
  return [...new Set(lines)].join('\n').slice(0, formLengths.seen);
}

/** The beginning, to the end of a line. */
function cutAtLine(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = text.lastIndexOf('\n', length);
  return text.slice(0, end > 0 ? end : length).trimEnd();
}
