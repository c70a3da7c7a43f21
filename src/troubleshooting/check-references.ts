import { attributeValues } from './attributes.js';
import { estimates, type FactName, factValues } from './facts.js';
import { qualified, type TreeFile, type TreePath, type TreeProblem } from './tree-file.js';
import { waysOn } from './tree-ways.js';
import type { BranchNode, QuestionNode, Tree, TreeNode } from './tree.js';

/** Everything a file names exists: nodes, causes, facts, attributes and their values; and nothing has one id twice. */
export function checkReferences(files: readonly TreeFile[], tree: Tree): readonly TreeProblem[] {
  return [...files.flatMap((file) => checkNodes(file, tree, attributesSet(files))), ...checkCauses(files, tree)];
}

/** Each attribute that some option sets, with the values it can have. */
function attributesSet(files: readonly TreeFile[]): ReadonlyMap<string, ReadonlySet<string>> {
  const attributes = new Map<string, Set<string>>();
  for (const node of files.flatMap((file) => Object.values(file.nodes))) {
    if (node.kind !== 'question') continue;
    for (const [name, value] of node.options.flatMap((option) => Object.entries(option.sets ?? {}))) {
      attributes.set(name, (attributes.get(name) ?? new Set()).add(value));
    }
  }
  return attributes;
}

function checkNodes(file: TreeFile, tree: Tree, attributes: ReadonlyMap<string, ReadonlySet<string>>): TreeProblem[] {
  const problems: TreeProblem[] = [];
  if (!tree.nodes.has(qualified(file.id, file.start)))
    problems.push(file.problem(['start'], `there is no node "${file.start}" to start with`));
  for (const id of Object.keys(file.nodes)) {
    const node = tree.nodes.get(qualified(file.id, id)) as TreeNode;
    const report = (path: TreePath, message: string): number =>
      problems.push(file.problem(['nodes', id, ...path], `${id}: ${message}`));
    for (const { next, path } of waysOn(node)) if (!tree.nodes.has(next)) report(path, `there is no node "${next}"`);
    if (node.kind === 'question') checkQuestion(node, report);
    if (node.kind === 'branch') checkBranch(node, attributes, report);
  }
  return problems;
}

type TellMistake = (path: TreePath, message: string) => void;

function checkQuestion(node: QuestionNode, report: TellMistake): void {
  const seen = new Set<string>();
  const stoodFor = new Set<string>();
  const possible = node.fact === undefined ? undefined : valuesOfFact(node.fact);
  if (node.fact !== undefined && possible === undefined) report(['fact'], `there is no fact "${node.fact}"`);
  if (estimates.includes(node.fact as FactName))
    report(['fact'], `"${node.fact}" is an estimate and cannot answer a question; use a branch`);
  if (node.fact !== undefined && node.options.every((option) => option.when === undefined))
    report(['fact'], `no option has a "when" for "${node.fact}"`);
  node.options.forEach((option, index) => {
    const at = (...path: TreePath): TreePath => ['options', index, ...path];
    if (seen.has(option.id)) report(at('id'), `two options have the id "${option.id}"`);
    seen.add(option.id);
    if (option.when !== undefined && node.fact === undefined)
      report(at('when'), '"when" needs a "fact" in the question');
    for (const value of option.when ?? []) {
      if (possible !== undefined && !possible.includes(value))
        report(at('when'), `"${node.fact}" is never "${value}"; it can be ${possible.join(', ')}`);
      if (stoodFor.has(value)) report(at('when'), `two options stand for "${value}"`);
      stoodFor.add(value);
    }
    for (const [name, value] of Object.entries(option.sets ?? {})) {
      const allowed = attributeValues[name];
      if (valuesOfFact(name) !== undefined) report(at('sets', name), `"${name}" is a fact; an option cannot set it`);
      if (allowed !== undefined && !allowed.includes(value))
        report(at('sets', name), `"${name}" cannot be "${value}"; it can be ${allowed.join(', ')}`);
    }
  });
}

function checkBranch(
  node: BranchNode,
  attributes: ReadonlyMap<string, ReadonlySet<string>>,
  report: TellMistake,
): void {
  const possible = valuesOfFact(node.on) ?? [...(attributes.get(node.on) ?? [])];
  if (possible.length === 0) return report(['on'], `"${node.on}" is no fact, and no option sets it`);
  for (const value of Object.keys(node.cases)) {
    if (!possible.includes(value))
      report(['cases', value], `"${node.on}" is never "${value}"; it can be ${possible.join(', ')}`);
  }
}

function valuesOfFact(name: string): readonly string[] | undefined {
  return Object.hasOwn(factValues, name) ? factValues[name as FactName] : undefined;
}

function checkCauses(files: readonly TreeFile[], tree: Tree): TreeProblem[] {
  const problems: TreeProblem[] = [];
  const declared = new Map<string, TreeFile>();
  const used = new Set<string>();
  const use = (file: TreeFile, path: TreePath, cause: string): void => {
    used.add(cause);
    if (!tree.causes.has(cause)) problems.push(file.problem(path, `there is no cause "${cause}"`));
  };
  for (const file of files) {
    for (const [id, { ruledOutBy = {} }] of Object.entries(file.causes)) {
      for (const [fact, values] of Object.entries(ruledOutBy)) {
        const possible = valuesOfFact(fact);
        const wrong = values.filter((value) => !possible?.includes(value));
        if (wrong.length === 0) continue;
        const reason = possible
          ? `"${fact}" is never "${wrong.join('", "')}"; it can be ${possible.join(', ')}`
          : `there is no fact "${fact}"`;
        problems.push(file.problem(['causes', id, 'ruledOutBy', fact], `${id}: ${reason}`));
      }
    }
    for (const [id, node] of Object.entries(file.nodes)) {
      if ('cause' in node && node.cause !== undefined) use(file, ['nodes', id, 'cause'], node.cause);
      if (node.kind === 'handOver')
        node.causes.forEach((cause, index) => use(file, ['nodes', id, 'causes', index], cause));
    }
  }
  for (const file of files) {
    for (const id of Object.keys(file.causes)) {
      const other = declared.get(id);
      if (other !== undefined)
        problems.push(file.problem(['causes', id], `the cause "${id}" is declared in ${other.name} too`));
      if (!used.has(id)) problems.push(file.problem(['causes', id], `no node uses the cause "${id}"`));
      declared.set(id, file);
    }
  }
  return problems;
}
