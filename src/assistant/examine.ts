import { combine } from '../diagnosis/combine.js';
import { diagnose } from '../diagnosis/diagnose.js';
import type { Diagnosis, Evidence, Finding, PcEntry, PcInDirectory, Proof } from '../diagnosis/model.js';
import { readPaste } from '../diagnosis/read-paste.js';
import { redact } from '../diagnosis/redact.js';
import { formLengths, maxKeptFindings, maxKeptPaste } from '../limits.js';
import { fromPaste, type Fact, type Facts } from '../troubleshooting/facts.js';
import type { SessionReading } from '../troubleshooting/session.js';
import type { LookUpPc } from './look-up-pc.js';
import { tidy } from './understand.js';

/** What came of looking at a paste or at a named PC: what the walk takes up, and what the directory said. */
export interface Examined {
  readonly reading: SessionReading;
  readonly facts: Facts;
  /** For the helpdesk's field "what the PC shows": the short paste itself, or its telling lines. Redacted. */
  readonly seen: string;
  readonly answer: PcInDirectory;
}

export interface Examine {
  /** A pasted or uploaded text, as it came. Never throws for what is in it. */
  paste(personId: string, raw: string, ownNames: readonly string[]): Promise<Examined>;
  /** A PC's name alone. */
  name(personId: string, name: string, ownNames: readonly string[]): Promise<Examined>;
}

/** A paste up to this length is kept for the helpdesk as it is; of longer ones the lines that tell something. Ours. */
const shortPaste = 300;

/** Reads, judges, looks the PC up, puts both together, and redacts before anything leaves here. */
export function createExamine({ lookUpPc, now }: { readonly lookUpPc: LookUpPc; readonly now: () => Date }): Examine {
  async function examine(personId: string, raw: string, diagnosis: Diagnosis, ownNames: readonly string[]): Promise<Examined> {
    const { answer, objectId } = await lookUpPc(personId, diagnosis.pc, ownNames);
    const at = now().toISOString();
    const combined = combine(diagnosis, answer);
    const findings = combined.diagnosis.findings.slice(0, maxKeptFindings).map(redacted);
    const reading: SessionReading = {
      at,
      kinds: diagnosis.kinds,
      findings,
      missing: combined.diagnosis.missing,
      pc: { ...diagnosis.pc, ...(objectId !== undefined && { objectId }) },
      pasted: redact(raw.slice(0, maxKeptPaste)).slice(0, maxKeptPaste),
      sets: setsOf(diagnosis.proves),
      landed: false,
    };
    return { reading, facts: factsOf(combined.diagnosis.proves, combined.pcEntry, at), seen: seenIn(raw, findings), answer };
  }

  return {
    paste: (personId, raw, ownNames) => examine(personId, raw, diagnose(readPaste(raw), { now: now() }), ownNames),
    async name(personId, name, ownNames) {
      const examined = await examine(personId, '', { kinds: [], findings: [], proves: [], missing: [], pc: { name } }, ownNames);
      // No entry of a name may be a slip of the pen, and says little of an older Windows: it decides later, it leads nowhere.
      const { pcEntry } = examined.facts;
      const decides = pcEntry?.known === true && (pcEntry.value === 'pending' || pcEntry.value === 'disabled');
      return { ...examined, reading: { ...examined.reading, landed: !decides } };
    },
  };
}

function redacted(finding: Finding): Finding {
  return { ...finding, evidence: finding.evidence.map((each): Evidence => (each.from === 'paste' ? { ...each, line: redact(each.line) } : each)) };
}

function factsOf(proves: readonly Proof[], pcEntry: PcEntry | undefined, at: string): Facts {
  const proven = proves.map(({ fact, value }): [string, Fact] => [fact, { known: true, value, source: fromPaste, at }]);
  const entry: Facts = pcEntry === undefined ? {} : { pcEntry: { known: true, value: pcEntry, source: '/devices', at } };
  return { ...(Object.fromEntries(proven) as Facts), ...entry };
}

/** The attribute that a text proves by itself: the newer Windows; which of the older ones it is, a text does not say. */
function setsOf(proves: readonly Proof[]): Readonly<Record<string, string>> {
  return proves.some(({ fact, value }) => fact === 'platform' && value === 'current') ? { windows: 'current' } : {};
}

function seenIn(raw: string, findings: readonly Finding[]): string {
  if (raw.trim().length <= shortPaste) return redact(tidy(raw));
  const lines = findings.filter(({ role }) => role === 'blocks' || role === 'follows').flatMap(({ evidence }) => evidence.flatMap((each) => (each.from === 'paste' ? [each.line] : [])));
  return [...new Set(lines)].join('\n').slice(0, formLengths.seen);
}
