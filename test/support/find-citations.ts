/** A page as citations see it. */
export interface Page {
  readonly text: string;
  /** Numbers of sections: `## 5. Events` is 5. */
  readonly sections: ReadonlyMap<number, string>;
  readonly anchors: ReadonlySet<string>;
}

export function readPage(text: string): Page {
  const parts = text.split(/^(?=## )/m).map((part) => [/^## (\d+)\. /.exec(part)?.[1], part] as const);
  const sections = parts.flatMap(([number, part]) => (number === undefined ? [] : [[Number(number), part] as const]));
  const headings = [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
  return { text, sections: new Map(sections), anchors: new Set(headings) };
}

/** As GitHub makes anchors of headings. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}

/** The path of a page, a whole run of what paths are made of, and what may close it. */
const path = String.raw`(?<![\w.\${}/:@~-])([\w.\${}/:@~-]*[\w-]\.md)\b`;
const numbers = String.raw`\d+(?:(?:, | and | to )\d+)*`;
const closed = String.raw`[\`)\]]*`;

const named = new RegExp(String.raw`${path}(?:#([\w-]+))?`, 'g');
const section = new RegExp(
  String.raw`(?:${path}${closed},? )?\bsections? (${numbers})(?:, (step|source)s? (${numbers}))?`,
  'g',
);
const title = new RegExp(String.raw`${path}${closed}(?:,? section \d+)?,? \(?"([^"\n]{1,80})"`, 'g');

/** Pages of somebody else: an address, or a path behind the name of its repository. */
const foreign = /:\/\/|^\$\{entra\}\//;
const foreignBefore = /\b(?:MicrosoftDocs|microsoftgraph|microsoft)\/[\w.-]+ $/;

/**
 * What is wrong with the citations in a text; empty = nothing. `find` gives the page of this path as the text names it, or, for
 * `undefined`, the text itself where it is a page, whose sections need no path there.
 */
export function problemsOfCitations(text: string, find: (path: string | undefined) => Page | undefined): string[] {
  const lines = text.replace(/\r?\n[ \t]*(?:\*(?!\/)|\/{2,}|#(?!#))?[ \t]*/g, ' ');
  return [...new Set([...pageProblems(lines, find), ...sectionProblems(lines, find), ...titleProblems(lines, find)])];
}

type Find = (path: string | undefined) => Page | undefined;

function pageProblems(text: string, find: Find): string[] {
  return [...text.matchAll(named)].flatMap(({ 1: cited = '', 2: anchor, index }) => {
    if (foreign.test(cited) || foreignBefore.test(text.slice(Math.max(0, index - 80), index))) return [];
    const page = find(cited);
    if (page === undefined) return [`${cited} is not there`];
    return anchor === undefined || page.anchors.has(anchor) ? [] : [`${cited} has no heading #${anchor}`];
  });
}

function sectionProblems(text: string, find: Find): string[] {
  return [...text.matchAll(section)].flatMap(([whole, cited, wanted = '', kind, places = '']) => {
    const page = find(cited);
    if (page === undefined) return cited === undefined ? [`"${whole}" is of no page`] : [];
    return listed(wanted).flatMap((number) => {
      const part = page.sections.get(number);
      if (part === undefined) return [`${cited ?? 'this page'} has no section ${number}`];
      const has = (place: number): boolean =>
        kind === 'source' ? page.text.includes(`| [${place}] |`) : new RegExp(`^${place}\\. `, 'm').test(part);
      return kind === undefined
        ? []
        : listed(places)
            .filter((place) => !has(place))
            .map((place) => `${cited ?? 'this page'} section ${number} has no ${kind} ${place}`);
    });
  });
}

function titleProblems(text: string, find: Find): string[] {
  return [...text.matchAll(title)].flatMap(([, cited = '', words = '']) => {
    const page = foreign.test(cited) ? undefined : find(cited);
    return page === undefined || page.text.includes(words) ? [] : [`${cited} says nothing of "${words}"`];
  });
}

/** `3 and 4` is 3, 4; `1 to 6` all from 1 to 6. */
function listed(words: string): readonly number[] {
  return words.split(/, | and /).flatMap((part) => {
    const [from = 0, to = from] = part.split(' to ').map(Number);
    return Array.from({ length: to - from + 1 }, (_, step) => from + step);
  });
}
