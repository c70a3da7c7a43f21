import type { Tree, TreeNode } from '../../src/troubleshooting/tree.js';

const text = (en: string) => ({ en, de: en });

const nodes: readonly TreeNode[] = [
  {
    kind: 'question',
    id: 't/whose',
    text: text('Whose account?'),
    body: [],
    options: [
      { id: 'own', text: text('Mine'), next: 't/kind', sets: { subject: 'own' } },
      { id: 'other', text: text('Somebody else’s'), next: 't/kind', sets: { subject: 'other' } },
    ],
  },
  {
    kind: 'question',
    id: 't/kind',
    text: text('Company account?'),
    body: [],
    fact: 'accountKind',
    options: [
      { id: 'yes', text: text('Yes'), next: 't/domain', when: ['synced'] },
      { id: 'no', text: text('No'), next: 't/explained', when: ['cloudOnly', 'guest'] },
      { id: 'not-sure', text: text('Not sure'), next: 't/domain' },
    ],
  },
  {
    kind: 'branch',
    id: 't/domain',
    on: 'domainType',
    cases: { federated: 't/fix-federated', managed: 't/limit' },
    otherwise: 't/limit',
  },
  {
    kind: 'question',
    id: 't/limit',
    text: text('At the limit?'),
    body: [],
    fact: 'limitUse',
    options: [
      { id: 'yes', text: text('Yes'), next: 't/fix-limit', when: ['reached'] },
      { id: 'no', text: text('No'), next: 't/helpdesk', when: ['below'] },
    ],
  },
  {
    kind: 'fix',
    id: 't/fix-federated',
    cause: 'federation',
    text: text('Repair the federation'),
    body: [],
    next: 't/limit',
  },
  { kind: 'fix', id: 't/fix-limit', cause: 'limit', text: text('Free a place'), body: [], next: 't/helpdesk' },
  { kind: 'explanation', id: 't/explained', text: text('That account cannot'), body: [] },
  { kind: 'handOver', id: 't/helpdesk', text: text('I hand over'), body: [], causes: ['limit'] },
];

const cause = (id: string) => ({
  id,
  title: text(id),
  who: 'person' as const,
  certainty: 'documented' as const,
  technical: text(`technical ${id}`),
  sources: [],
});

/** A tree of eight nodes with every kind of node and decision, for the engine's tests. */
export const smallTree: Tree = {
  start: 't/whose',
  version: 'small-1',
  nodes: new Map(nodes.map((node) => [node.id, node])),
  causes: new Map(['federation', 'limit'].map((id) => [id, cause(id)])),
};
