import type { Activity } from '../../../src/teams/activity.js';
import { describe, expect, it } from 'vitest';
import { adminOptions } from '../../../src/assistant/administrators/options.js';
import { requestOptions, ticketOptions } from '../../../src/assistant/input.js';
import { readPress } from '../../../src/teams/inbound/read-press.js';

const huge = 'x'.repeat(150_000);
const execute = (verb: unknown, data: unknown) =>
  readPress({ type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb, data } } } as unknown as Activity);
const submit = (value: unknown) => readPress({ type: 'message', value } as unknown as Activity);

describe('a button of a ticket', () => {
  it.each(ticketOptions)('%s, with the step its card was drawn at and what was typed', (option) => {
    expect(execute('ticket', { ticketNumber: 1001, step: 4, option, text: 'Done', waits: 'true' })).toMatchObject({
      kind: 'ticket',
      ticketNumber: 1001,
      step: 4,
      option,
      inputs: { text: 'Done', waits: 'true' },
    });
  });

  it.each(['claim', 'resolve'])('%s of a card of before there were steps is older than any step', (option) => {
    expect(execute('ticket', { ticketNumber: 1001, option })).toMatchObject({
      kind: 'ticket',
      ticketNumber: 1001,
      step: 0,
      option,
    });
  });

  it('is the same from a client that knows only Action.Submit, and numbers may come as digits', () => {
    const read = submit({ verb: 'ticket', ticketNumber: '1001', step: '7', option: 'note', text: 'x' });
    expect(read).toMatchObject({ kind: 'ticket', ticketNumber: 1001, step: 7, option: 'note', inputs: { text: 'x' } });
  });

  it('takes texts only, and cuts what nobody would look at', () => {
    const read = execute('ticket', {
      ticketNumber: 1,
      step: 1,
      option: 'sendReply',
      text: huge,
      waits: true,
      assignee: ['a'],
      cause: { id: 'x' },
      more: 7,
    });
    expect(read).toMatchObject({ inputs: { text: 'x'.repeat(100_000) } });
    expect(Object.keys((read as { inputs: object }).inputs).sort()).toEqual(['option', 'text', 'verb']);
  });

  it.each([
    { ticketNumber: 1, step: 1, option: 'delete' },
    { ticketNumber: 1, step: 1, option: 'comment' },
    { ticketNumber: 1, step: 1, option: 'constructor' },
    { ticketNumber: 1, step: 1 },
    { step: 1, option: 'claim' },
    { ticketNumber: 1.5, step: 1, option: 'claim' },
    { ticketNumber: -1, step: 1, option: 'claim' },
    { ticketNumber: 1e12, step: 1, option: 'claim' },
    { ticketNumber: '1e3', step: 1, option: 'claim' },
    { ticketNumber: ' 1', step: 1, option: 'claim' },
    { ticketNumber: '', step: 1, option: 'claim' },
    { ticketNumber: null, step: 1, option: 'claim' },
    { ticketNumber: true, step: 1, option: 'claim' },
    { ticketNumber: [1], step: 1, option: 'claim' },
    { ticketNumber: 1, step: -1, option: 'claim' },
    { ticketNumber: 1, step: null, option: 'claim' },
    { ticketNumber: 1, step: 'first', option: 'claim' },
    { ticketNumber: 1, step: 1e300, option: 'claim' },
  ])('that no card could have made is none: %j', (data) => {
    expect(execute('ticket', data)).toBeUndefined();
  });
});

describe('a button of a person’s own request', () => {
  it.each(requestOptions)('%s', (option) => {
    const read = execute('request', { ticketNumber: 1001, step: 2, option, text: 'It works again' });
    expect(read).toMatchObject({
      kind: 'request',
      ticketNumber: 1001,
      step: 2,
      option,
      inputs: { text: 'It works again' },
    });
  });

  it('without a step is of step 0', () => {
    expect(execute('request', { ticketNumber: 1001, option: 'show' })).toMatchObject({ step: 0 });
  });

  it.each([
    { ticketNumber: 1, option: 'claim' },
    { ticketNumber: 1, option: 'sendNote' },
    { option: 'show' },
    { ticketNumber: {}, option: 'show' },
  ])('that no card could have made is none: %j', (data) => {
    expect(execute('request', data)).toBeUndefined();
  });
});

describe('a button that turns a page', () => {
  it.each(['open', 'mine', 'unassigned'])('of the list %s needs no hours', (filter) => {
    expect(execute('tickets', { filter, page: 3 })).toEqual({ kind: 'tickets', filter, hours: 0, page: 3 });
  });

  it('of the older ones says how old', () => {
    expect(submit({ verb: 'tickets', filter: 'older', hours: '48', page: '0' })).toEqual({
      kind: 'tickets',
      filter: 'older',
      hours: 48,
      page: 0,
    });
  });

  it('of one’s own requests', () => {
    expect(execute('requests', { page: 1 })).toEqual({ kind: 'requests', page: 1 });
  });

  it.each([
    ['tickets', { filter: 'all', page: 0 }],
    ['tickets', { page: 0 }],
    ['tickets', { filter: 'open' }],
    ['tickets', { filter: 'open', page: -1 }],
    ['tickets', { filter: 'open', page: 9e15 }],
    ['tickets', { filter: 'older', hours: 1e9, page: 0 }],
    ['tickets', { filter: 'older', hours: 'long', page: 0 }],
    ['tickets', { filter: ['open'], page: 0 }],
    ['requests', {}],
    ['requests', { page: 0.5 }],
    ['requests', { page: 'next' }],
  ])('that no card could have made is none: %s %j', (verb, data) => {
    expect(execute(verb, data)).toBeUndefined();
  });
});

describe('the answer to whether requests should come to a channel', () => {
  it.each(['use', 'useOpen', 'cancel'])('%s', (option) => {
    expect(execute('channel', { option, channelId: '19:another@thread.tacv2' })).toEqual({ kind: 'channel', option });
  });

  it.each([{}, { option: 'delete' }, { option: null }, []])('that no card could have made is none: %j', (data) => {
    expect(execute('channel', data)).toBeUndefined();
  });
});

describe('a button of an administrator’s card', () => {
  it.each(adminOptions)('%s', (option) => {
    expect(execute('admin', { option, id: '7', text: 'why' })).toMatchObject({
      kind: 'admin',
      option,
      id: '7',
      inputs: { text: 'why' },
    });
    expect(submit({ verb: 'admin', option })).toMatchObject({ kind: 'admin', option, id: '' });
  });

  it.each([
    {},
    { option: 'deleteEverything' },
    { option: adminOptions[0], id: 7 },
    { option: adminOptions[0], id: 'x'.repeat(201) },
  ])('that no card could have made is none: %j', (data) => {
    expect(execute('admin', data)).toBeUndefined();
  });
});

describe('a press with more inputs than any card of ours has', () => {
  const inputs = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`input${index}`, 'x']));

  it.each([
    ['as an invoke', execute],
    ['as a message', (verb: string, data: object) => submit({ verb, ...data })],
  ])('%s, is none of our buttons', (_name, press) => {
    expect(press('ticket', { ticketNumber: 1, step: 1, option: 'sendReply', ...inputs(50) })).toMatchObject({
      kind: 'ticket',
    });
    expect(press('ticket', { ticketNumber: 1, step: 1, option: 'sendReply', ...inputs(20_000) })).toBeUndefined();
  });
});
