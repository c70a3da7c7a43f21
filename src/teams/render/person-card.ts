import type { AdministrationView } from '../../administration/views.js';
import { sayButton } from './buttons.js';
import { cut, withoutControls } from './escape.js';
import type { Drawing, Pen } from './pen.js';

/** Several people answer to a name: a button each, which says the command with the one thing that is unique. */
export function drawChoosePerson(pen: Pen, { command, query, people }: Extract<AdministrationView, { kind: 'choosePerson' }>): Drawing {
  const options = people.slice(0, pen.room.items).map(({ id, displayName, userPrincipalName }) => {
    const name = displayName ?? pen.plain('unknownName');
    const address = userPrincipalName ?? pen.plain('choosePerson.noAddress');
    return sayButton(`${command} ${id}`, cut(withoutControls(`${name} (${address})`), pen.room.characters));
  });
  const data = { kicker: '', heading: pen.say('choosePerson.heading', { query }), options };
  return { template: 'choose-person', summary: pen.plain('choosePerson.summary'), data };
}
