import type {
  DisputeView,
  ExplanationView,
  FixView,
  HandOverView,
  QuestionView,
  WalkFrame,
} from '../../assistant/views.js';
import { maxOptionsAsButtons } from '../../limits.js';
import { localized } from '../../text/locale.js';
import type { Block } from '../../troubleshooting/tree.js';
import { barButtons, pickButton, walkButton, type Button } from './buttons.js';
import { factClause } from './fact-words.js';
import { lines, listed, type Drawing, type Pen } from './pen.js';
import { readingBlock } from './reading-block.js';
import { clientHour } from './time-words.js';
import type { CardData } from './templates.js';
import type { Drawers } from './drawers.js';

export const drawers = { question: drawNode, fix: drawNode, explanation: drawNode, handOver: drawNode, dispute: drawDispute } satisfies Partial<Drawers>;

export type NodeView = QuestionView | FixView | ExplanationView | HandOverView;

/** A node of the tree: what it says, what was checked on the way, the answers so far, and the ways on. */
function drawNode(pen: Pen, view: NodeView): Drawing {
  const frame = {
    heading: pen.tree(view.text),
    blocks: view.body.map((block) => blockData(pen, block)),
    ...frameData(pen, view, false),
    ...readingBlock(pen, view),
    planned:
      view.lookAgainAt === undefined ? '' : pen.plain('lookAgain.planned', { time: clientHour(view.lookAgainAt) }),
  };
  return { summary: localized(view.text, pen.locale), ...drawingOf(pen, view, frame) };
}

function drawingOf(pen: Pen, view: NodeView, frame: CardData): Omit<Drawing, 'summary'> {
  switch (view.kind) {
    case 'question':
      return { template: 'question', data: { ...frame, ...optionData(pen, view) } };
    case 'fix': {
      const options = [
        walkButton(view.ref, 'fixed', pen.plain('label.fixed')),
        walkButton(view.ref, 'notFixed', pen.plain('label.notFixed')),
        ...lookAgainButton(pen, view),
      ];
      const likely = view.certainty === 'likely' ? pen.plain('fix.likely') : '';
      return {
        template: 'fix',
        data: { ...frame, options, likely, who: pen.plain(`who.${view.who}`), question: pen.plain('fix.question') },
      };
    }
    case 'explanation':
      return {
        template: 'explanation',
        data: {
          ...frame,
          options: [walkButton(view.ref, 'understood', pen.plain('label.understood')), ...lookAgainButton(pen, view)],
        },
      };
    case 'handOver':
      return {
        template: 'hand-over',
        data: { ...frame, options: [walkButton(view.ref, 'handOver', pen.plain('label.handOver'))] },
      };
  }
}

function lookAgainButton(pen: Pen, { ref, lookAgain }: FixView | ExplanationView): readonly Button[] {
  return lookAgain ? [walkButton(ref, 'lookAgain', pen.plain('label.lookAgain'))] : [];
}

/** "Which of these is wrong?": each claim with its own button. */
function drawDispute(pen: Pen, view: DisputeView): Drawing {
  const heading = pen.plain('dispute.heading');
  const claim = (text: string, option: string, name: string) => ({
    text,
    button: walkButton(view.ref, option, pen.plain('dispute.button', { name })),
  });
  const claims = [
    ...(view.readingLed
      ? [claim(pen.plain('reading.disputeText'), 'dispute:reading', pen.plain('reading.dispute'))]
      : []),
    ...view.checked.map((shown) =>
      claim(capitalised(pen, factClause(pen, shown)), `dispute:${shown.name}`, pen.plain(`factName.${shown.name}`)),
    ),
  ];
  const data = { ...frameData(pen, view, true), heading, intro: pen.plain('dispute.intro'), claims };
  return { template: 'dispute', summary: heading, data };
}

/** Options stand below each other as buttons; many of them become a list to pick from, with one button. */
function optionData(pen: Pen, { ref, options }: QuestionView): CardData & { readonly options: readonly Button[] } {
  const answers = options.map(({ id, text }) => ({ title: localized(text, pen.locale), value: `choose:${id}` }));
  const labels = { choicesLabel: pen.plain('question.pickOne'), choicesMissing: pen.plain('question.pickOneMissing') };
  return answers.length > maxOptionsAsButtons
    ? { ...labels, choices: answers, options: [pickButton(ref, pen.plain('label.choose'))] }
    : { ...labels, choices: [], options: answers.map(({ title, value }) => walkButton(ref, value, title)) };
}

function frameData(pen: Pen, frame: WalkFrame, asksWhichIsWrong: boolean): CardData {
  const { ref, answers, checked, notChecked, canGoBack } = frame;
  const bar = [
    ...(canGoBack || asksWhichIsWrong ? (['back'] as const) : []),
    'startOver' as const,
    'talkToAPerson' as const,
    ...((checked.length > 0 || frame.reading !== undefined) && !asksWhichIsWrong ? (['dispute'] as const) : []),
  ];
  return {
    kicker: pen.plain('label.step', { position: frame.position }),
    checkedIntro: pen.plain('checked.intro'),
    checked: lines(checked.map((shown) => pen.plain('listItem', { item: factClause(pen, shown) }))),
    notChecked: notChecked ? pen.plain('checked.notChecked') : '',
    answersLabel: pen.plain('label.answers', { count: answers.length }),
    answers: lines(
      listed(pen, answers, ({ question, answer, by }) => {
        const said = pen.tree(answer);
        return pen.plain('answer.line', {
          question: pen.tree(question),
          answer: by === 'fact' ? pen.plain('answer.checked', { answer: said }) : said,
        });
      }),
    ),
    bar: barButtons(pen, ref, bar),
  };
}

function capitalised(pen: Pen, clause: string): string {
  return clause.charAt(0).toLocaleUpperCase(pen.locale) + clause.slice(1);
}

function blockData(pen: Pen, block: Block): CardData {
  switch (block.kind) {
    case 'text':
      return { kind: 'text', text: localized(block.text, pen.locale) };
    case 'command':
      return { kind: 'command', text: block.command };
  }
}
