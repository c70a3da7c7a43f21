import type { AdministrationView } from '../../administration/views.js';
import { maxHits } from '../../limits.js';
import { nearWords, personButtons } from './look-up-words.js';
import { lines, type Drawing, type Pen } from './pen.js';

type Of<Kind extends AdministrationView['kind']> = Extract<AdministrationView, { kind: Kind }>;

/** Several people answer to a name: a button each, which says the command with the one thing that is unique. */
export function drawChoosePerson(pen: Pen, { command, query, people }: Of<'choosePerson'>): Drawing {
  const data = {
    kicker: '',
    heading: pen.say('choosePerson.heading', { query }),
    paragraphs: lines(people.length >= maxHits ? [pen.plain('choosePerson.first', { count: people.length })] : []),
    options: personButtons(pen, command, people, maxHits),
  };
  return { template: 'choose-person', summary: pen.plain('choosePerson.summary'), data };
}

/** Nobody answers to it: who nearly does, and who did until they were deleted. */
export function drawNobodyFound(pen: Pen, { command, query, near }: Of<'nobodyFound'>): Drawing {
  const data = {
    kicker: '',
    heading: pen.say('nobody.heading', { query }),
    paragraphs: lines(nearWords(pen, near)),
    options: near.near.known ? personButtons(pen, command, near.near.value) : [],
  };
  return { template: 'choose-person', summary: pen.plain('nobody.short'), data };
}
