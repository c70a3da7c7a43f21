import type { FormView } from '../../assistant/views.js';
import { formLengths } from '../../limits.js';
import type { TypedField } from '../../troubleshooting/session.js';
import { barButtons, walkButton } from './buttons.js';
import { typeable } from './escape.js';
import type { Drawing, CardWriter } from './card-writer.js';
import type { Drawers } from './drawers.js';

export const drawers = { form: drawForm } satisfies Partial<Drawers>;

const all: readonly TypedField[] = ['seen', 'pcName', 'otherPerson', 'note', 'phone'];

/**
 * What the person writes for the helpdesk. Nothing is marked as required: what is missing is said by `problem`, so that
 * Back takes along what was typed instead of being stopped by an empty field.
 */
function drawForm(writer: CardWriter, view: FormView): Drawing {
  const heading = writer.plain('form.heading');
  const fields = all.filter((id) => id !== 'otherPerson' || view.askOtherPerson);
  const data = {
    kicker: '',
    heading,
    notice: view.problem ? writer.plain(`form.problem.${view.problem}`) : '',
    intro: writer.plain('form.intro'),
    fields: fields.map((id) => ({
      id,
      label: writer.plain(`form.${id}`),
      hint: writer.plain(`form.${id}Hint`),
      value: typeable(view.form[id]).slice(0, formLengths[id]),
      maxLength: formLengths[id],
      multiline: id === 'note' || id === 'seen',
      style: id === 'phone' ? 'Tel' : 'Text',
      remark: id === 'pcName' && view.knownPcs.length > 0 ? knownPcs(writer, view.knownPcs) : '',
    })),
    urgentLabel: writer.plain('form.urgent'),
    urgent: String(view.form.urgent === true),
    options: [walkButton(view.ref, 'review', writer.plain('label.review'))],
    bar: barButtons(writer, view.ref, ['back', 'startOver'], 'Auto'),
  };
  return { template: 'form', summary: heading, data };
}

function knownPcs(writer: CardWriter, names: readonly string[]): string {
  return writer.say('form.knownPcs', { names: names.slice(0, writer.room.items).join(', ') });
}
