import type { ExamineOptions } from '../../src/administration/doctor/examine.js';
import type { ChannelRefusal } from '../../src/assistant/ports.js';
import type { SampleTenant } from '../../src/demo/tenant/model.js';
import type { GraphExamination } from '../../src/directory/examine-graph.js';
import type { Directory } from '../../src/directory/model.js';
import type { Storage } from '../../src/storage/open-database.js';

export interface ExaminationParts {
  readonly tenant: SampleTenant;
  readonly graph: GraphExamination;
  readonly directory: Pick<Directory, 'members'>;
  readonly storage: Pick<Storage, 'outbox' | 'tryWriting'>;
  readonly channelId: () => Promise<string | undefined>;
  readonly channels: { readonly refusal: ChannelRefusal | undefined };
  readonly tree: { readonly version: string };
}

/** What the doctor examines where nothing is signed in. */
export function anExamination({
  tenant,
  graph,
  directory,
  storage,
  channelId,
  channels,
  tree,
}: ExaminationParts): ExamineOptions {
  return {
    simulated: true,
    tenantId: tenant.tenantId,
    cleanUp: false,
    graphToken: async () => 'simulated',
    botToken: async () => 'simulated',
    graph,
    helpdeskGroupId: tenant.helpdeskGroupId,
    adminGroupId: tenant.adminGroupId,
    members: directory.members,
    channelId,
    tryPost: async () =>
      channels.refusal ? { kind: 'refused', why: channels.refusal.why } : { kind: 'taken', left: false },
    database: storage.tryWriting,
    treeVersion: tree.version,
    outbox: storage.outbox,
    pause: () => new Promise(() => undefined),
  };
}
