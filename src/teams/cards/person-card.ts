import { maxHits } from '../../limits.js';
import { nearWords, personButtons } from './look-up-words.js';
import { lines, type Drawing, type CardWriter } from './card-writer.js';
import type { Drawers, ViewOf } from './drawers.js';

export const drawers = { choosePerson: drawChoosePerson, nobodyFound: drawNobodyFound } satisfies Partial<Drawers>;


/** Several people answer to a name: a button each, which says the command with the one thing that is unique. */
function drawChoosePerson(writer: CardWriter, { command, query, people }: ViewOf<'choosePerson'>): Drawing {
  const data = {
    kicker: '',
    heading: writer.say('choosePerson.heading', { query }),
    paragraphs: lines(people.length >= maxHits ? [writer.plain('choosePerson.first', { count: people.length })] : []),
    options: personButtons(writer, command, people, maxHits),
  };
  return { template: 'choose-person', summary: writer.plain('choosePerson.summary'), data };
}

/** Nobody answers to it: who nearly does, and who did until they were deleted. */
function drawNobodyFound(writer: CardWriter, { command, query, near }: ViewOf<'nobodyFound'>): Drawing {
  const data = {
    kicker: '',
    heading: writer.say('nobody.heading', { query }),
    paragraphs: lines(nearWords(writer, near)),
    options: near.near.known ? personButtons(writer, command, near.near.value) : [],
  };
  return { template: 'choose-person', summary: writer.plain('nobody.short'), data };
}
