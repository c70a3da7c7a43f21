import { describe, expect, it } from 'vitest';
import type { View } from '../../../src/assistant/views.js';
import { renderView } from '../../../src/teams/cards/render-view.js';
import { aPerson, known } from '../../support/a-device.js';
import { aReport } from '../../support/a-report.js';
import { aFrame, aShownReading, options, ref } from '../../support/all-views.js';
import { things } from '../../support/check-card.js';

const text = { en: 'Question' };
const form = aReport().form;

function cardOf(view: View): { readonly body: object[]; readonly actions?: object[] } {
  const rendered = renderView(view, { locale: 'en', now: new Date('2026-03-02T09:30:00Z') });
  if (rendered.kind !== 'card') throw new Error('A card was expected');
  return rendered.card as { body: object[] };
}

function executes(part: unknown): readonly {
  readonly verb: unknown;
  readonly data: unknown;
  readonly title: unknown;
  readonly associatedInputs: unknown;
}[] {
  return things(part).flatMap(({ type, verb, data, title, associatedInputs }) =>
    type === 'Action.Execute' ? [{ verb, data, title, associatedInputs }] : [],
  );
}

function optionsIn(part: unknown): readonly unknown[] {
  return executes(part).map(({ data }) => {
    const { option, words } = data as { option?: unknown; words?: unknown };
    return option ?? words;
  });
}

describe('the buttons of a step', () => {
  it('stand in the body, each in a set of its own, and carry session, step and option', () => {
    const { body } = cardOf({ kind: 'question', ...aFrame(), text, body: [], options: options(7) });
    const sets = things(body).filter(({ type, actions }) => type === 'ActionSet' && executes(actions).length > 0);
    expect(sets.map(({ actions }) => executes(actions).length)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(executes(body)[0]).toMatchObject({
      verb: 'walk',
      data: { sessionId: 'session-1', step: 4, option: 'choose:o0' },
      title: 'Answer 0',
    });
  });

  it('become a list above seven, with one button that sends the picked answer', () => {
    const { body } = cardOf({ kind: 'question', ...aFrame(), text, body: [], options: options(8) });
    const list = things(body).find(({ type }) => type === 'Input.ChoiceSet');
    expect(list).toMatchObject({ id: 'option', isRequired: true });
    expect(list?.['choices']).toHaveLength(8);
    expect(list?.['choices']).toContainEqual({ title: 'Answer 7', value: 'choose:o7' });
    expect(executes(body).map(({ data }) => data)).toEqual([{ sessionId: 'session-1', step: 4 }]);
  });

  it.each<readonly [View, readonly string[], readonly string[]]>([
    [
      { kind: 'fix', ...aFrame(), text, body: [], who: 'person', certainty: 'documented', lookAgain: false },
      ['fixed', 'notFixed'],
      ['back', 'startOver', 'talkToAPerson', 'dispute'],
    ],
    [
      {
        kind: 'fix',
        ...aFrame({ checked: [], reading: aShownReading() }),
        text,
        body: [],
        who: 'person',
        certainty: 'documented',
        lookAgain: true,
      },
      ['fixed', 'notFixed', 'lookAgain'],
      ['back', 'startOver', 'talkToAPerson', 'dispute'],
    ],
    [
      { kind: 'explanation', ...aFrame({ checked: [] }), text, body: [], lookAgain: false },
      ['understood'],
      ['back', 'startOver', 'talkToAPerson'],
    ],
    [
      { kind: 'handOver', ...aFrame({ checked: [], canGoBack: false }), text, body: [] },
      ['handOver'],
      ['startOver', 'talkToAPerson'],
    ],
    [
      { kind: 'dispute', ...aFrame(), readingLed: false },
      ['dispute:accountKind', 'dispute:domainType'],
      ['back', 'startOver', 'talkToAPerson'],
    ],
    [{ kind: 'offer', ref, entries: [{ nodeId: 'a/b', text }] }, ['enter:a/b', 'back'], ['startOver', 'talkToAPerson']],
    [
      { kind: 'dispute', ...aFrame(), readingLed: true },
      ['dispute:reading', 'dispute:accountKind', 'dispute:domainType'],
      ['back', 'startOver', 'talkToAPerson'],
    ],
    [{ kind: 'form', ref, form, askOtherPerson: false, knownPcs: [] }, ['review'], ['back', 'startOver']],
    [{ kind: 'summary', ref, report: aReport() }, ['send', 'edit'], ['back', 'startOver']],
    [{ kind: 'handedOver', ref, ticketNumber: 3, causes: [] }, ['my requests'], ['startOver']],
    [
      { kind: 'closed', ref, outcome: 'fixed', rating: undefined },
      [],
      ['rate1', 'rate2', 'rate3', 'rate4', 'rate5', 'startOver'],
    ],
    [{ kind: 'closed', ref, outcome: 'fixed', rating: 5 }, [], ['startOver']],
  ])('of %o', (view, inBody, inBar) => {
    const { body, actions } = cardOf(view);
    expect(optionsIn(body)).toEqual(inBody);
    expect(optionsIn(actions)).toEqual(inBar);
  });
});

describe('inputs', () => {
  it('do not stop the row at the foot of a question', () => {
    const { actions } = cardOf({ kind: 'question', ...aFrame(), text, body: [], options: options(8) });
    expect(executes(actions).map(({ associatedInputs }) => associatedInputs)).toEqual(['None', 'None', 'None', 'None']);
  });

  it('are taken along from a form, so that going back loses nothing', () => {
    const { actions } = cardOf({ kind: 'form', ref, form, askOtherPerson: true, knownPcs: [] });
    expect(executes(actions).map(({ associatedInputs }) => associatedInputs)).toEqual(['Auto', 'Auto']);
  });

  it.each([true, false])('ask for the other person only where needed (%s)', (askOtherPerson) => {
    const { body } = cardOf({ kind: 'form', ref, form, askOtherPerson, knownPcs: [] });
    const ids = things(body).flatMap(({ type, id }) => (type === 'Input.Text' ? [id] : []));
    expect(ids).toEqual(
      askOtherPerson ? ['seen', 'pcName', 'otherPerson', 'note', 'phone'] : ['seen', 'pcName', 'note', 'phone'],
    );
  });
});

it('let a form ask whether it is urgent, and a summary whether what was pasted goes along', () => {
  const toggles = (view: View): readonly unknown[] =>
    things(cardOf(view).body).flatMap(({ type, id, value }) => (type === 'Input.Toggle' ? [{ id, value }] : []));
  expect(toggles({ kind: 'form', ref, form, askOtherPerson: false, knownPcs: [] })).toEqual([
    { id: 'urgent', value: 'false' },
  ]);
  expect(toggles({ kind: 'form', ref, form: { ...form, urgent: true }, askOtherPerson: false, knownPcs: [] })).toEqual([
    { id: 'urgent', value: 'true' },
  ]);
  expect(toggles({ kind: 'summary', ref, report: aReport() })).toEqual([]);
  expect(toggles({ kind: 'summary', ref, report: aReport({ paste: 'FAIL' }) })).toEqual([
    { id: 'withPaste', value: 'true' },
  ]);
});

describe('buttons that say or look up something', () => {
  it('name a person by the id, whatever they are called', () => {
    const { body } = cardOf({
      kind: 'choosePerson',
      command: 'quota',
      query: 'Ada',
      people: [aPerson({ id: 'the-id' })],
    });
    expect(executes(body)).toMatchObject([
      { verb: 'say', data: { words: 'quota the-id' }, title: 'Ada Lovelace (ada@contoso.com)' },
    ]);
  });

  it('look up the PC that is typed on the card', () => {
    const { body } = cardOf({ kind: 'myDevices', devices: known([]), complete: true });
    expect(executes(body)[0]).toMatchObject({ verb: 'lookUp', data: {} });
    expect(things(body).find(({ type }) => type === 'Input.Text')).toMatchObject({ id: 'pcName' });
  });
});
