import { z } from 'zod';
import type { NewReminder, RemindedPc } from '../../assistant/pc-ports.js';
import type { Preferences } from '../../assistant/ports.js';
import type { Incident } from '../../helpdesk/incidents.js';
import { locales } from '../../text/locale.js';
import type { RecordKind } from './record.js';
import { flag, shape, text, word } from './shape.js';

export const preferencesRecord: RecordKind<Preferences> = {
  table: 'preferences',
  schema: shape<Preferences>({ locale: z.enum(locales).optional(), muted: flag.exactOptional() }),
};

/** Number and who set it stand in columns of their own. */
export type IncidentBody = Omit<Incident, 'number' | 'by'>;

export const incidentRecord: RecordKind<IncidentBody> = {
  table: 'incidents',
  schema: shape<IncidentBody>({
    cause: text,
    text,
    until: text,
    state: word<Incident['state']>({ draft: true, running: true, ended: true }),
  }),
};

export type ReminderBody = Pick<NewReminder, 'locale' | 'pc'>;

export const reminderRecord: RecordKind<ReminderBody> = {
  table: 'reminders',
  schema: shape<ReminderBody>({
    locale: z.enum(locales),
    pc: shape<RemindedPc>({
      objectId: text.exactOptional(),
      deviceId: text.exactOptional(),
      name: text.exactOptional(),
    }),
  }),
};
