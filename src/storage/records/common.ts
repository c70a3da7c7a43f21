import { z } from 'zod';
import { phases, type Evidence, type Finding, type PcEntry } from '../../diagnosis/model.js';
import type { LocalizedText } from '../../text/locale.js';
import { factNames, type Fact, type FactName, type UnknownReason } from '../../troubleshooting/facts.js';
import type { HandOverForm } from '../../troubleshooting/session.js';
import { flag, oneOf, shape, text, word } from './shape.js';

/** What sessions and requests both hold. */
export const localized = shape<LocalizedText>({ en: text, de: text.exactOptional() });

export const factName: z.ZodType<FactName> = z.enum(factNames);

export const fact: z.ZodType<Fact> = z.discriminatedUnion('known', [
  z.looseObject({
    known: z.literal(true),
    value: text,
    source: text,
    at: text,
    details: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
  }),
  z.looseObject({
    known: z.literal(false),
    reason: word<UnknownReason>({
      forbidden: true,
      timeout: true,
      unreachable: true,
      throttled: true,
      limitedInformation: true,
      notFound: true,
      invalid: true,
    }),
    source: text,
    at: text,
  }),
]);

const pcEntry = word<PcEntry>({ ready: true, pending: true, disabled: true, missing: true, registeredOnly: true });

const evidence = oneOf<Evidence, 'from'>('from', {
  paste: { line: text },
  directory: { fact: z.literal('pcEntry'), value: pcEntry },
});

export const finding = shape<Finding>({
  id: text,
  phase: z.enum(phases),
  role: word<Finding['role']>({ blocks: true, follows: true, sideEffect: true, note: true, healthy: true }),
  sure: word<Finding['sure']>({ certain: true, likely: true, possible: true }),
  evidence: z.array(evidence),
  cause: text.exactOptional(),
  code: text.exactOptional(),
});

export const form = shape<HandOverForm>({
  note: text,
  phone: text,
  pcName: text,
  otherPerson: text,
  seen: text,
  urgent: flag.exactOptional(),
  leaveOutPaste: flag.exactOptional(),
});
