import { attributes, usableFact } from './session-facts.js';
import type { Session, SessionReading } from './session.js';
import type { Tree } from './tree.js';

/** Where a reading leads: a node, nowhere, or not yet because it is not known which Windows it is about. */
export type EntryNode =
  { readonly kind: 'node'; readonly nodeId: string } | { readonly kind: 'nowhere' } | { readonly kind: 'whichWindows' };

/** The trees for one kind of Windows each; nodes of other trees serve both. */
const treeOf = { current: 'current', downLevel: 'downlevel' } as const;

type Platform = keyof typeof treeOf;

/**
 * The node that takes up the first finding which has one; nodes name findings and causes in `entryFor`. What follows from
 * something else, and side effects, lead nowhere.
 */
export function entryNodeOf(tree: Tree, session: Session, { findings }: Pick<SessionReading, 'findings'>): EntryNode {
  const platform = platformOf(tree, session);
  for (const { id, cause, role } of findings) {
    if (role === 'follows' || role === 'sideEffect') continue;
    for (const sign of [id, ...(cause === undefined ? [] : [cause])]) {
      const entrances = entrancesFor(tree, sign);
      const fitting = platform === undefined ? entrances : entrances.filter((nodeId) => fits(nodeId, platform));
      if (platform === undefined && kindsOf(entrances).size > 1) return { kind: 'whichWindows' };
      const [nodeId] = fitting.toSorted((a, b) => Number(isCommon(a)) - Number(isCommon(b)));
      if (nodeId !== undefined) return { kind: 'node', nodeId };
    }
  }
  return { kind: 'nowhere' };
}

/** Which kind of Windows the walk is about, from a paste or from what was answered. */
export function platformOf(tree: Tree, session: Session): Platform | undefined {
  const fact = usableFact(tree, session, 'platform');
  if (fact) return fact.value as Platform;
  const windows = attributes(tree, session)['windows'];
  if (windows === undefined || windows === 'unknown') return undefined;
  return windows === 'current' ? 'current' : 'downLevel';
}

function entrancesFor(tree: Tree, sign: string): readonly string[] {
  return [...tree.nodes.values()].filter(({ entryFor }) => entryFor?.includes(sign)).map(({ id }) => id);
}

function fits(nodeId: string, platform: Platform): boolean {
  return isCommon(nodeId) || nodeId.startsWith(`${treeOf[platform]}/`);
}

function isCommon(nodeId: string): boolean {
  return !Object.values(treeOf).some((treeId) => nodeId.startsWith(`${treeId}/`));
}

function kindsOf(nodeIds: readonly string[]): ReadonlySet<string> {
  return new Set(nodeIds.filter((nodeId) => !isCommon(nodeId)).map((nodeId) => nodeId.slice(0, nodeId.indexOf('/'))));
}
