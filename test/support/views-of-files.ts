import type { AuditListView } from '../../src/administration/audit-list.js';
import type { AdministrationView } from '../../src/administration/views.js';
import type { AuditEntry } from '../../src/helpdesk/audit.js';

const actions: readonly AuditEntry['action'][] = [
  'pcByName',
  'command:quota',
  'press:confirmCleanUp',
  'ticket:claim',
  'cleanUp:deleted',
  'report:begun',
  'export:audit',
  'ticket:look',
  'useChannel',
];
const results: readonly AuditEntry['result'][] = [
  'found',
  'notFound',
  'unknown',
  'refused',
  'done',
  'failed',
  'doneOnEarlierMembership',
];

export function anAuditLine(changes: Partial<AuditEntry> = {}) {
  const entry: AuditEntry = {
    actorId: 'ada',
    action: 'command:quota',
    objectIds: ['ben'],
    result: 'found',
    at: '2026-05-04T09:00:00.000Z',
    ...changes,
  };
  return { entry, actor: 'Ada Lindqvist', objects: entry.objectIds.slice(0, 6) };
}

const list = (changes: Partial<AuditListView>): AuditListView => ({
  kind: 'auditList',
  days: 7,
  total: 0,
  lines: [],
  ...changes,
});

export const viewsOfFiles = {
  auditList: [
    list({}),
    list({ days: 1, total: 1, lines: [anAuditLine()] }),
    list({
      total: 4_711,
      lines: [...actions.map((action) => anAuditLine({ action })), ...results.map((result) => anAuditLine({ result }))],
    }),
    list({
      total: 1,
      lines: [
        {
          ...anAuditLine({ objectIds: Array.from({ length: 20 }, (_, index) => `[x](http://evil) ${index}`) }),
          actor: '**<b>x</b>**',
        },
      ],
    }),
  ],
  fileOffer: [
    {
      kind: 'fileOffer',
      export: { kind: 'report', key: 'report-1' },
      name: 'device-limit-2026-05-04.csv',
      approximateBytes: 4_400_000,
    },
    { kind: 'fileOffer', export: { kind: 'audit', key: '7' }, name: 'audit-7-days.csv', approximateBytes: 12_000 },
  ],
  fileSent: [
    {
      kind: 'fileSent',
      name: 'audit-7-days.csv',
      contentUrl: 'https://contoso-my.sharepoint.com/x',
      uniqueId: 'id',
      fileType: 'csv',
    },
  ],
} satisfies {
  readonly [Kind in 'auditList' | 'fileOffer' | 'fileSent']: readonly Extract<AdministrationView, { kind: Kind }>[];
};
