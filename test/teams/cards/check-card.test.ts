import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemsOfCard } from '../../support/check-card.js';

const text = { type: 'TextBlock', text: 'Hello', wrap: true };
const submit = { type: 'Action.Submit', title: 'Go', data: { verb: 'say', words: 'help' } };
const execute = { type: 'Action.Execute', title: 'Go', verb: 'say', data: { words: 'help' }, fallback: submit };

function card(changes: object = {}): object {
  return { type: 'AdaptiveCard', version: '1.5', fallbackText: 'Hello', body: [text], ...changes };
}

describe('the check of cards', () => {
  it('takes a good card', () =>
    expect(problemsOfCard(card({ actions: [execute], msteams: { width: 'Full' } }))).toEqual([]));

  it.each([
    ['a missing fallback text', card({ fallbackText: '' }), /fallbackText/],
    ['another version', card({ version: '1.6' }), /version/],
    ['an element that nobody knows', card({ body: [{ type: 'Badge', text: 'x' }] }), /schema/],
    ['a property that nobody knows', card({ body: [{ ...text, colour: 'red' }] }), /schema/],
    ['null', card({ body: [{ ...text, text: null }] }), /schema/],
    ['a text that does not wrap', card({ body: [{ type: 'TextBlock', text: 'x' }] }), /wrap/],
    ['an empty text', card({ body: [{ ...text, text: ' ' }] }), /empty/],
    ['a name that was not filled in', card({ body: [{ ...text, text: 'Hello ${name}' }] }), /\$\{/],
    ['undefined', card({ body: [{ ...text, text: 'Hello undefined' }] }), /undefined/],
    ['an input without label', card({ body: [{ type: 'Input.Text', id: 'a' }] }), /label/],
    ['a button without fallback', card({ actions: [{ ...execute, fallback: undefined }] }), /fallback/],
    [
      'a fallback that says something else',
      card({ actions: [{ ...execute, fallback: { ...submit, data: { verb: 'say' } } }] }),
      /something else/,
    ],
    [
      'a button that carries too much',
      card({ actions: [{ ...execute, data: { words: 'help', admin: 'yes' } }] }),
      /carries admin/,
    ],
    ['seven actions in a bar', card({ actions: Array.from({ length: 7 }, () => execute) }), /7 actions/],
    ['a card that is too large', card({ body: [{ ...text, text: 'x'.repeat(25_000) }] }), /characters/],
    [
      'an id that is there twice',
      card({
        body: [
          { ...text, id: 'a' },
          { ...text, id: 'a' },
        ],
      }),
      /twice/,
    ],
  ])('names %s', (_what, wrong, problem) => expect(problemsOfCard(wrong).join('\n')).toMatch(problem));

  it('leaves given texts alone', () =>
    expect(problemsOfCard(card({ body: [{ ...text, text: 'Hello ${name}' }] }), ['${name}'])).toEqual([]));
});

/** Where the published schemas lie beside the checkout, the copy in the fixtures has to be the same. */
const published = new URL('../../../../shared/schemas/adaptive-card-1.5.0.json', import.meta.url);

it.runIf(existsSync(published))('checks against the schema as it was published', () => {
  const copy = new URL('../../fixtures/schemas/adaptive-card-1.5.0.json', import.meta.url);
  expect(JSON.parse(readFileSync(copy, 'utf8'))).toEqual(JSON.parse(readFileSync(published, 'utf8')));
});
