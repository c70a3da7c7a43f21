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
import { lines, listed, type Drawing, type CardWriter } from './card-writer.js';
import { readingBlock } from './reading-block.js';
import { clientHour } from './time-words.js';
import type { CardData } from './templates.js';
import type { Drawers } from './drawers.js';

export const drawers = { question: drawNode, fix: drawNode, explanation: drawNode, handOver: drawNode, dispute: drawDispute } satisfies Partial<Drawers>;

export type NodeView = QuestionView | FixView | ExplanationView | HandOverView;

/** A node of the tree: what it says, what was checked on the way, the answers so far, and the ways on. */
function drawNode(writer: CardWriter, view: NodeView): Drawing {
  const frame = {
    heading: writer.tree(view.text),
    blocks: view.body.map((block) => blockData(writer, block)),
    ...frameData(writer, view, false),
    ...readingBlock(writer, view),
    planned:
      view.lookAgainAt === undefined ? '' : writer.plain('lookAgain.planned', { time: clientHour(view.lookAgainAt) }),
  };
  return { summary: localized(view.text, writer.locale), ...drawingOf(writer, view, frame) };
}

function drawingOf(writer: CardWriter, view: NodeView, frame: CardData): Omit<Drawing, 'summary'> {
  switch (view.kind) {
    case 'question':
      return { template: 'question', data: { ...frame, ...optionData(writer, view) } };
    case 'fix': {
      const options = [
        walkButton(view.ref, 'fixed', writer.plain('label.fixed')),
        walkButton(view.ref, 'notFixed', writer.plain('label.notFixed')),
        ...lookAgainButton(writer, view),
      ];
      const likely = view.certainty === 'likely' ? writer.plain('fix.likely') : '';
      return {
        template: 'fix',
        data: { ...frame, options, likely, who: writer.plain(`who.${view.who}`), question: writer.plain('fix.question') },
      };
    }
    case 'explanation':
      return {
        template: 'explanation',
        data: {
          ...frame,
          options: [walkButton(view.ref, 'understood', writer.plain('label.understood')), ...lookAgainButton(writer, view)],
        },
      };
    case 'handOver':
      return {
        template: 'hand-over',
        data: { ...frame, options: [walkButton(view.ref, 'handOver', writer.plain('label.handOver'))] },
      };
  }
}

function lookAgainButton(writer: CardWriter, { ref, lookAgain }: FixView | ExplanationView): readonly Button[] {
  return lookAgain ? [walkButton(ref, 'lookAgain', writer.plain('label.lookAgain'))] : [];
}

/** "Which of these is wrong?": each claim with its own button. */
function drawDispute(writer: CardWriter, view: DisputeView): Drawing {
  const heading = writer.plain('dispute.heading');
  const claim = (text: string, option: string, name: string) => ({
    text,
    button: walkButton(view.ref, option, writer.plain('dispute.button', { name })),
  });
  const claims = [
    ...(view.readingLed
      ? [claim(writer.plain('reading.disputeText'), 'dispute:reading', writer.plain('reading.dispute'))]
      : []),
    ...view.checked.map((shown) =>
      claim(capitalised(writer, factClause(writer, shown)), `dispute:${shown.name}`, writer.plain(`factName.${shown.name}`)),
    ),
  ];
  const data = { ...frameData(writer, view, true), heading, intro: writer.plain('dispute.intro'), claims };
  return { template: 'dispute', summary: heading, data };
}

/** Options stand below each other as buttons; many of them become a list to pick from, with one button. */
function optionData(writer: CardWriter, { ref, options }: QuestionView): CardData & { readonly options: readonly Button[] } {
  const answers = options.map(({ id, text }) => ({ title: localized(text, writer.locale), value: `choose:${id}` }));
  const labels = { choicesLabel: writer.plain('question.pickOne'), choicesMissing: writer.plain('question.pickOneMissing') };
  return answers.length > maxOptionsAsButtons
    ? { ...labels, choices: answers, options: [pickButton(ref, writer.plain('label.choose'))] }
    : { ...labels, choices: [], options: answers.map(({ title, value }) => walkButton(ref, value, title)) };
}

function frameData(writer: CardWriter, frame: WalkFrame, asksWhichIsWrong: boolean): CardData {
  const { ref, answers, checked, notChecked, canGoBack } = frame;
  const bar = [
    ...(canGoBack || asksWhichIsWrong ? (['back'] as const) : []),
    'startOver' as const,
    'talkToAPerson' as const,
    ...((checked.length > 0 || frame.reading !== undefined) && !asksWhichIsWrong ? (['dispute'] as const) : []),
  ];
  return {
    kicker: writer.plain('label.step', { position: frame.position }),
    checkedIntro: writer.plain('checked.intro'),
    checked: lines(checked.map((shown) => writer.plain('listItem', { item: factClause(writer, shown) }))),
    notChecked: notChecked ? writer.plain('checked.notChecked') : '',
    answersLabel: writer.plain('label.answers', { count: answers.length }),
    answers: lines(
      listed(writer, answers, ({ question, answer, by }) => {
        const said = writer.tree(answer);
        return writer.plain('answer.line', {
          question: writer.tree(question),
          answer: by === 'fact' ? writer.plain('answer.checked', { answer: said }) : said,
        });
      }),
    ),
    bar: barButtons(writer, ref, bar),
  };
}

function capitalised(writer: CardWriter, clause: string): string {
  return clause.charAt(0).toLocaleUpperCase(writer.locale) + clause.slice(1);
}

function blockData(writer: CardWriter, block: Block): CardData {
  switch (block.kind) {
    case 'text':
      return { kind: 'text', text: localized(block.text, writer.locale) };
    case 'command':
      return { kind: 'command', text: block.command };
  }
}
