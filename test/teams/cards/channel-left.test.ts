import { expect, it } from 'vitest';
import { renderView } from '../../../src/teams/cards/render-view.js';
import { aParty } from '../../support/a-report.js';

const now = new Date('2026-03-02T10:00:00Z');

it('the channel of before is told who chose another, with the way there and no link of anybody else', () => {
  const by = aParty({ name: 'Rita [x](http://evil)' });
  const rendered = renderView(
    { kind: 'channelLeft', by, conversationId: '19:new@thread.tacv2;messageid=7' },
    { locale: 'en', now },
  );
  expect(rendered).toMatchObject({
    kind: 'text',
    text: expect.stringMatching(
      /\[The new channel\]\(https:\/\/teams\.microsoft\.com\/l\/message\/19%3Anew%40thread\.tacv2\/7\)$/,
    ),
  });
  expect(JSON.stringify(rendered)).not.toContain('](http://evil)');
});
