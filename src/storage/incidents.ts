import type { Incident, Incidents, StoredIncident } from '../helpdesk/incidents.js';
import type { StorageContext } from './context.js';
import { nextNumber } from './next-number.js';
import { writeAudit } from './write-audit.js';
import { writeMessages } from './write-messages.js';
import { readOrTell } from './records/read-or-tell.js';
import { readRecord, writeRecord } from './records/record.js';
import { incidentRecord, type IncidentBody } from './records/small-records.js';

/** Known issues. Who set one stands beside the body, so that it can be forgotten. */
export function createIncidents(context: StorageContext): Incidents {
  const { db, tenantId, now } = context;
  const rows = () =>
    db.selectFrom('incidents').select(['number', 'by_id', 'body', 'version']).where('tenant_id', '=', tenantId);

  const columnsOf = ({ by, number: _number, ...body }: Incident) => ({
    state: body.state,
    ends_at: Date.parse(body.until),
    changed_at: now(),
    by_id: by,
    body: writeRecord(incidentRecord, body),
  });

  function amongOthers(row: Row): StoredIncident | undefined {
    const body = readOrTell(context, incidentRecord, row.number, row.body);
    return body && stored(row, body);
  }

  return {
    async draft(wanted) {
      return await db.transaction().execute(async (transaction) => {
        const incident: Incident = { ...wanted, number: await nextNumber(transaction, context, 'incident') };
        await transaction
          .insertInto('incidents')
          .values({ tenant_id: tenantId, number: incident.number, ...columnsOf(incident), version: 1 })
          .execute();
        return { incident, version: 1 };
      });
    },

    async find(number) {
      if (!Number.isSafeInteger(number)) return undefined;
      return toStored(await rows().where('number', '=', number).executeTakeFirst());
    },

    async running() {
      const found = await rows().where('state', '=', 'running').orderBy('number', 'desc').execute();
      return found.flatMap((row) => amongOthers(row)?.incident ?? []);
    },

    async due(time) {
      const found = await rows()
        .where('state', '=', 'running')
        .where('ends_at', '<=', time)
        .orderBy('number')
        .execute();
      return found.flatMap((row) => amongOthers(row) ?? []);
    },

    async save(incident, version, { messages = [], audit } = {}) {
      return await db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('incidents')
          .set({ ...columnsOf(incident), version: version + 1 })
          .where((eb) => eb.and({ tenant_id: tenantId, number: incident.number, version }))
          .executeTakeFirst();
        if (numUpdatedRows !== 1n) return undefined;
        if (audit) await writeAudit(transaction, context, audit);
        await writeMessages(transaction, context, messages);
        return { incident, version: version + 1 };
      });
    },
  };
}

type Row = Readonly<Record<'body' | 'by_id', string>> & Readonly<Record<'number' | 'version', number>>;

function toStored(row: Row | undefined): StoredIncident | undefined {
  return row && stored(row, readRecord(incidentRecord, row.number, row.body));
}

function stored({ number, by_id: by, version }: Row, body: IncidentBody): StoredIncident {
  return { incident: { ...body, number, by }, version };
}
