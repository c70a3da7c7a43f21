import { z } from 'zod';
import {
  ticketStates,
  type Party,
  type ProblemReport,
  type ReportedAnswer,
  type ReportedCause,
  type ReportedFact,
  type ReportedPc,
  type ResolvedCause,
  type Severity,
  type Ticket,
  type TicketMove,
} from '../../helpdesk/ticket.js';
import type { Who } from '../../troubleshooting/tree.js';
import { fact, factName, finding, form, localized } from './common.js';
import type { RecordKind } from './record.js';
import { flag, number, oneOf, shape, text, word } from './shape.js';
import { withFindingsAndSeverity } from './upcasters/ticket-1.js';

export const party = shape<Party>({ id: text, name: text, userPrincipalName: text });

const report = shape<ProblemReport>({
  form,
  ownAccount: flag.optional(),
  windows: localized.optional(),
  dialog: localized.optional(),
  outOfSupport: flag,
  answers: z.array(
    shape<ReportedAnswer>({
      question: localized,
      answer: localized,
      by: word<ReportedAnswer['by']>({ person: true, fact: true }),
    }),
  ),
  tried: z.array(localized),
  findings: z.array(finding),
  facts: z.array(shape<ReportedFact>({ name: factName, fact, disputed: flag })),
  causes: z.array(
    shape<ReportedCause>({
      id: text,
      title: localized,
      who: word<Who>({ person: true, localAdministrator: true, directoryAdministrator: true }),
      certainty: word<ReportedCause['certainty']>({ documented: true, likely: true }),
      technical: localized,
    }),
  ),
  pc: shape<ReportedPc>({
    objectId: text.exactOptional(),
    deviceId: text.exactOptional(),
    name: text.exactOptional(),
  }).exactOptional(),
  paste: text.exactOptional(),
});

const by = { by: party, at: text, fromStep: number.exactOptional() };
const cause = shape<NonNullable<ResolvedCause>>({ id: text, title: localized });

const move = oneOf<TicketMove, 'kind'>('kind', {
  opened: by,
  claimed: by,
  unclaimed: by,
  withdrawn: by,
  markedUrgent: by,
  markedNormal: by,
  assigned: { ...by, to: party },
  replied: { ...by, text, waits: flag, told: flag },
  noted: { ...by, text },
  commented: { ...by, text },
  reopened: { ...by, text },
  resolved: { ...by, cause: cause.optional(), text: text.exactOptional() },
  closed: by,
  reminded: by,
  cardRenewed: by,
});

export const ticketRecord: RecordKind<Ticket> = {
  table: 'tickets',
  upcasters: [withFindingsAndSeverity],
  schema: shape<Ticket>({
    number,
    requester: party,
    sessionId: text,
    locale: text,
    state: z.enum(ticketStates),
    severity: word<Severity>({ normal: true, urgent: true }),
    report,
    claimedBy: party.optional(),
    moves: z.array(move),
    createdAt: text,
    updatedAt: text,
    remindAt: text.optional(),
    incident: shape<NonNullable<Ticket['incident']>>({
      number,
      text,
      over: flag.exactOptional(),
    }).exactOptional(),
    closesAt: text.optional(),
  }),
};
