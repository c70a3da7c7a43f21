import type { ConfirmedMembers } from '../helpdesk/ports.js';
import type { StorageContext } from './context.js';

/** Group ids are compared as they are given: they come from the configuration. */
export function createConfirmedMembers({ db, tenantId }: StorageContext): ConfirmedMembers {
  const key = (personId: string, groupId: string) => ({ tenant_id: tenantId, person_id: personId, group_id: groupId });
  return {
    async confirmedAt(personId, groupId) {
      const row = await db
        .selectFrom('confirmed_members')
        .select('confirmed_at')
        .where((eb) => eb.and(key(personId, groupId)))
        .executeTakeFirst();
      return row?.confirmed_at;
    },

    async confirm(personId, groupId, at) {
      await db
        .insertInto('confirmed_members')
        .values({ ...key(personId, groupId), confirmed_at: at })
        .onConflict((conflict) =>
          conflict
            .columns(['tenant_id', 'person_id', 'group_id'])
            .doUpdateSet({ confirmed_at: at })
            .where('confirmed_members.confirmed_at', '<', at),
        )
        .execute();
    },

    async takeBack(personId, groupId) {
      await db
        .deleteFrom('confirmed_members')
        .where((eb) => eb.and(key(personId, groupId)))
        .execute();
    },
  };
}
