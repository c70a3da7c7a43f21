import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsOf, withRuns } from '../../../src/teams/cards/as-runs.js';
import { mark, partsOf, unmarked } from '../../../src/teams/cards/marked.js';
import { hostile } from '../../support/hostile.js';
import { shownOnCard } from '../../support/shown-text.js';

const card = (...body: readonly object[]) => ({ type: 'AdaptiveCard', body });
const bodyOf = (...body: readonly object[]) => (withRuns(card(...body)) as ReturnType<typeof card>).body;
const block = (text: string, more: object = {}) => ({ type: 'TextBlock', text, wrap: true, ...more });

describe('a paragraph with something given in it', () => {
  it('becomes runs: our words, and the value as it was given', () => {
    expect(bodyOf(block(`Devices of ${mark('Rita [x] <b> & C:\\Users\\rita')}.`))).toEqual([
      {
        type: 'RichTextBlock',
        inlines: [
          { type: 'TextRun', text: 'Devices of ' },
          { type: 'TextRun', text: 'Rita [x] <b> & C:\\Users\\rita' },
          { type: 'TextRun', text: '.' },
        ],
      },
    ]);
  });

  it('keeps its look: what is of the text goes to the runs, what is of the place stays', () => {
    const look = { size: 'Small', weight: 'Bolder', color: 'Attention', isSubtle: true, fontType: 'Monospace' };
    const place = { spacing: 'None', separator: true, id: 'a', isVisible: false, horizontalAlignment: 'Center' };
    expect(bodyOf(block(mark('Kim'), { ...look, ...place, style: 'heading', maxLines: 2 }))).toEqual([
      { type: 'RichTextBlock', ...place, inlines: [{ type: 'TextRun', text: 'Kim', ...look }] },
    ]);
  });

  it('turns our own bold into bold runs, also around what was given', () => {
    expect(
      runsOf(`**Known issue:** ${mark('**x')}, **by ${mark('Kim')}**`).map(({ text, weight = '' }) => [text, weight]),
    ).toEqual([
      ['Known issue:', 'Bolder'],
      [' ', ''],
      ['**x', ''],
      [', ', ''],
      ['by ', 'Bolder'],
      ['Kim', 'Bolder'],
    ]);
  });

  it('leaves paragraphs without anything given to markdown', () =>
    expect(bodyOf(block('**Yes**, [here](https://x.example)'))).toEqual([block('**Yes**, [here](https://x.example)')]));

  it('reaches runs that a template made itself, lists and fallbacks', () => {
    const inside = { type: 'CodeBlock', codeSnippet: mark('x'), fallback: block(mark('x')) };
    const rich = { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: mark('{{DATE(x)}}'), size: 'Small' }] };
    expect(bodyOf({ type: 'Container', items: [inside, rich] })).toEqual([
      {
        type: 'Container',
        items: [
          {
            type: 'CodeBlock',
            codeSnippet: 'x',
            fallback: { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'x' }] },
          },
          {
            type: 'RichTextBlock',
            inlines: [
              { type: 'TextRun', text: '{', size: 'Small' },
              { type: 'TextRun', text: '{DATE(x)}}', size: 'Small' },
            ],
          },
        ],
      },
    ]);
  });

  it('leaves our own runs as they are, such as a command', () => {
    const command = {
      type: 'RichTextBlock',
      inlines: [{ type: 'TextRun', text: 'dir ** [x](y)', fontType: 'Monospace' }, 'plain'],
    };
    expect(bodyOf(command)).toEqual([command]);
  });

  it('takes the marks from titles, and leaves alone what a button sends', () => {
    expect(bodyOf({ type: 'Action.Submit', title: `Show ${mark('Kim')}`, data: { words: '\ufdd0' } })).toEqual([
      { type: 'Action.Submit', title: 'Show Kim', data: { words: '\ufdd0' } },
    ]);
  });

  it('is refused in a FactSet, which knows only markdown', () =>
    expect(() => bodyOf({ type: 'FactSet', facts: [{ title: 'Name', value: mark('Kim') }] })).toThrow(/FactSet/));
});

describe('what was given', () => {
  const markdownish = fc.string({
    unit: fc.constantFrom(
      ...'\\`*_{}[]()<>#+-.!|~&;:$ \n1ax',
      '{{DATE(2026-03-02T09:00:00Z)}}',
      '](http://evil)',
      '\n- ',
      '\n1. ',
    ),
    maxLength: 40,
  });

  it.each([...hostile, '*_*', '_*_'])(
    '%s stands in runs sign by sign, none of which is more than text to any client',
    (given) => {
      expect(shownOnCard(withRuns(card(block(`By ${mark(given)}.`))))).toEqual([{ text: `By ${given}.`, active: [] }]);
    },
  );

  it('does so whatever it is', () => {
    fc.assert(
      fc.property(
        markdownish,
        (given) =>
          void expect(shownOnCard(withRuns(card(block(`By ${mark(given)}.`))))).toEqual([
            { text: `By ${given}.`, active: [] },
          ]),
      ),
      { numRuns: 2_000 },
    );
  });

  it('is one run when nothing in it could be more', () => {
    for (const given of [
      'PC_0142',
      'a_b_c',
      '2 * 3 * 4',
      'C:\\Users\\ada',
      'Kim [IT] (Oslo)',
      'R&D <x>',
      'x - y',
      '{{name}}',
      'two\nlines',
      '5 *',
    ]) {
      expect(runsOf(mark(given)).map(({ text }) => text)).toEqual([given]);
    }
  });
});

describe('the marks', () => {
  it('come off again, and leave nothing for nothing', () => {
    expect(unmarked(`By ${mark('Kim')} for ${mark('')}.`)).toBe('By Kim for .');
    expect(partsOf(`${mark('Kim')}${mark('Lee')}: yes`)).toEqual([
      { given: true, text: 'Kim' },
      { given: true, text: 'Lee' },
      { given: false, text: ': yes' },
    ]);
    expect(partsOf('')).toEqual([]);
  });
});
