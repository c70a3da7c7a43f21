import { z } from 'zod';
import type { MissingPart, PasteKind, PcOfPaste } from '../../diagnosis/model.js';
import type {
  FormProblem,
  Place,
  Profile,
  Session,
  SessionReading,
  TrailEntry,
} from '../../troubleshooting/session.js';
import { fact, factName, finding, form } from './common.js';
import type { RecordKind } from './record.js';
import { flag, number, oneOf, shape, text, texts, word } from './shape.js';

const place = oneOf<Place, 'kind'>('kind', {
  node: {},
  disputing: {},
  offering: { entries: z.array(text) },
  form: { problem: word<FormProblem>({ nothingToSay: true, otherPersonMissing: true }).exactOptional() },
  summary: {},
  handedOver: { ticketNumber: number },
  closed: { outcome: word<'fixed' | 'explained'>({ fixed: true, explained: true }), rating: number.exactOptional() },
});

const trailEntry = oneOf<TrailEntry, 'kind'>('kind', {
  answered: { nodeId: text, optionId: text, by: z.literal('person'), at: text },
  checked: { nodeId: text, optionId: text.exactOptional(), fact: factName, value: text, at: text },
  branched: { nodeId: text, on: text, value: text.optional() },
  notFixed: { nodeId: text, at: text },
  read: { nodeId: text, landed: text, at: text, readingAt: text, sets: texts },
  entered: { nodeId: text, landed: text, at: text },
});

const reading = shape<SessionReading>({
  at: text,
  kinds: z.array(word<PasteKind>({ status: true, debugLog: true, event: true, dialog: true, code: true })),
  findings: z.array(finding),
  missing: z.array(
    word<MissingPart>({
      deviceState: true,
      diagnosticsElevated: true,
      userStateUnelevated: true,
      signInDiagnostics: true,
      eventLogName: true,
      wholeCode: true,
    }),
  ),
  pc: shape<PcOfPaste & { readonly objectId?: string }>({
    deviceId: text.exactOptional(),
    name: text.exactOptional(),
    tenantId: text.exactOptional(),
    clientTime: text.exactOptional(),
    objectId: text.exactOptional(),
  }),
  lookedUp: flag,
  seen: text,
  text: text.exactOptional(),
  sets: texts,
  landed: flag,
});

const profile = shape<Profile>({
  displayName: text,
  userPrincipalName: text,
  pcs: z.array(text),
  pcIds: z
    .array(
      shape<{ readonly name: string; readonly objectId: string; readonly deviceId?: string }>({
        name: text,
        objectId: text,
        deviceId: text.exactOptional(),
      }),
    )
    .exactOptional(),
});

export const sessionRecord: RecordKind<Session> = {
  table: 'sessions',
  schema: shape<Session>({
    id: text,
    treeVersion: text,
    step: number,
    place,
    nodeId: text,
    trail: z.array(trailEntry),
    // A fact that only a later version knows is kept.
    facts: z.record(z.string(), fact),
    factsReadAt: text.exactOptional(),
    profile,
    disputed: z.array(factName),
    readings: z.array(reading).exactOptional(),
    lookAgainAt: text.exactOptional(),
    form,
    startedAt: text,
    updatedAt: text,
  }),
};
