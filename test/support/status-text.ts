import type { SectionName } from '../../src/diagnosis/model.js';
import { titleOf } from '../../src/diagnosis/status/known-keys.js';

/** How a status was pasted. `untitled` has no titles at all; the others are named after what happened to the text. */
export const statusLayouts = [
  'ruled',
  'plain',
  'untitled',
  'old',
  'equals',
  'oneLine',
  'glued',
  'html',
  'quoted',
  'fenced',
  'wrapped',
] as const;

export type StatusLayout = (typeof statusLayouts)[number];

type Keys = Readonly<Record<string, string>>;

/** Sections and their keys, printed in the order of the object. Several work accounts are a list; they are numbered from 1. */
export type StatusSections = Readonly<Partial<Record<SectionName, Keys | readonly Keys[]>>>;

export interface StatusTextOptions {
  /** `ruled` when not given: the layout of Windows. */
  readonly layout?: StatusLayout;
  /** In this order, instead of the object's; sections that are not named are left out. */
  readonly order?: readonly SectionName[];
  /** Stands between the lines; '\n' when not given. */
  readonly lineEnd?: string;
  /** Column at which `wrapped` breaks lines, as a console window does; 80 when not given. */
  readonly width?: number;
}

/** `dsregcmd /status` as a person would paste it, from what it says. */
export function statusText(sections: StatusSections, options: StatusTextOptions = {}): string {
  const { layout = 'ruled', lineEnd = '\n', width = 80 } = options;
  const blocks = layout === 'old' ? oldBlocks(blocksOf(sections, options.order)) : blocksOf(sections, options.order);
  const lines = blocks.flatMap((block) => [
    ...headOf(block, layout),
    ...block.keys.map(([key, value]) => lineOf(key, value, layout)),
    '',
  ]);
  switch (layout) {
    case 'ruled':
    case 'plain':
    case 'untitled':
    case 'old':
    case 'equals':
      return lines.join(lineEnd);
    case 'oneLine':
      return lines
        .map((line) => line.trim().replace(/ +/g, ' '))
        .filter((line) => line !== '')
        .join(' ');
    case 'glued':
      return lines.map((line) => line.trim()).join('');
    case 'html':
      return `<div>C:\\&gt;dsregcmd /status<br/>${lines.map(asHtml).join('<br/>')}</div>`;
    case 'quoted':
      return lines.map((line) => `> ${line}`).join(lineEnd);
    case 'fenced':
      return blocks
        .flatMap((block) => [
          '```text',
          ...headOf(block, layout),
          ...block.keys.map(([key, value]) => lineOf(key, value, layout)),
          '```',
          '',
        ])
        .join(lineEnd);
    case 'wrapped':
      return lines.flatMap((line) => broken(line, width)).join(lineEnd);
  }
}

interface Block {
  readonly title: string;
  readonly section: SectionName;
  readonly keys: readonly (readonly [string, string])[];
}

function blocksOf(sections: StatusSections, order: readonly SectionName[] | undefined): readonly Block[] {
  return (order ?? (Object.keys(sections) as SectionName[])).flatMap((section): readonly Block[] => {
    const given = sections[section];
    if (given === undefined) return [];
    if (section !== 'workAccount') return [{ title: titleOf[section], section, keys: Object.entries(given as Keys) }];
    const accounts = Array.isArray(given) ? (given as readonly Keys[]) : [given as Keys];
    return accounts.map((keys, at) => ({
      title: `${titleOf[section]} ${at + 1}`,
      section,
      keys: Object.entries(keys),
    }));
  });
}

/** Until Windows 10 1709 there were few titles, and the key test stood with the device's details. */
function oldBlocks(blocks: readonly Block[]): readonly Block[] {
  const keys = (...of: SectionName[]) =>
    of.flatMap((section) => blocks.find((block) => block.section === section)?.keys ?? []);
  const keyTest = keys('diagnosticData').filter(([key]) => key === 'KeySignTest');
  const first = keys('deviceState').filter(([key]) => key === 'AzureAdJoined' || key === 'EnterpriseJoined');
  const last = keys('deviceState').filter(([key]) => key !== 'AzureAdJoined' && key !== 'EnterpriseJoined');
  const device = [...first, ...keys('deviceDetails'), ...keyTest, ...keys('tenantDetails'), ...last];
  const old: readonly Block[] = [
    { title: titleOf.deviceState, section: 'deviceState', keys: device },
    { title: titleOf.userState, section: 'userState', keys: keys('userState', 'ssoState') },
    ...blocks
      .filter(
        ({ section }) => !['deviceState', 'deviceDetails', 'tenantDetails', 'userState', 'ssoState'].includes(section),
      )
      .map((block) =>
        block.section === 'diagnosticData'
          ? { ...block, keys: block.keys.filter(([key]) => key !== 'KeySignTest') }
          : block,
      ),
  ];
  return old.filter((block) => block.keys.length > 0);
}

const ruler = `+${'-'.repeat(70)}+`;

function headOf({ title }: Block, layout: StatusLayout): readonly string[] {
  switch (layout) {
    case 'untitled':
      return [];
    case 'plain':
    case 'equals':
      return [title];
    case 'old':
    case 'html':
    case 'oneLine':
    case 'glued':
    case 'quoted':
    case 'fenced':
    case 'ruled':
    case 'wrapped':
      return [ruler, `| ${title.padEnd(69)}|`, ruler, ''];
  }
}

function lineOf(key: string, value: string, layout: StatusLayout): string {
  switch (layout) {
    case 'old':
      return `${key.padStart(20)}: ${key === 'KeySignTest' ? ': ' : ''}${value}`.trimEnd();
    case 'equals':
      return `${key} = ${value}`.trimEnd();
    default:
      return `${key.padStart(26)} : ${value}`.trimEnd();
  }
}

function asHtml(line: string): string {
  return line
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(' ', '&nbsp;');
}

/** A console breaks at its width, in the middle of words. */
function broken(line: string, width: number): readonly string[] {
  const parts: string[] = [];
  for (let at = 0; at < line.length; at += width) parts.push(line.slice(at, at + width));
  return parts.length === 0 ? [line] : parts;
}
