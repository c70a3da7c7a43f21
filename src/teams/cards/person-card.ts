import { maxHits } from '../../limits.js';
import { nearWords, personButtons } from './look-up-words.js';
import { lines, type Drawing, type Pen } from './pen.js';
import type { Drawers, ViewOf } from './drawers.js';

export const drawers = { choosePerson: drawChoosePerson, nobodyFound: drawNobodyFound } satisfies Partial<Drawers>;


/** Several people answer to a name: a button each, which says the command with the one thing that is unique. */
function drawChoosePerson(pen: Pen, { command, query, people }: ViewOf<'choosePerson'>): Drawing {
  const data = {
    kicker: '',
    heading: pen.say('choosePerson.heading', { query }),
    paragraphs: lines(people.length >= maxHits ? [pen.plain('choosePerson.first', { count: people.length })] : []),
    options: personButtons(pen, command, people, maxHits),
  };
  return { template: 'choose-person', summary: pen.plain('choosePerson.summary'), data };
}

/** Nobody answers to it: who nearly does, and who did until they were deleted. */
function drawNobodyFound(pen: Pen, { command, query, near }: ViewOf<'nobodyFound'>): Drawing {
  const data = {
    kicker: '',
    heading: pen.say('nobody.heading', { query }),
    paragraphs: lines(nearWords(pen, near)),
    options: near.near.known ? personButtons(pen, command, near.near.value) : [],
  };
  return { template: 'choose-person', summary: pen.plain('nobody.short'), data };
}
