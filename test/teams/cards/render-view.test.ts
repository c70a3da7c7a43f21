import { describe, expect, it } from 'vitest';
import { renderView } from '../../../src/teams/cards/render-view.js';
import { locales } from '../../../src/text/locale.js';
import { allViews } from '../../support/all-views.js';
import { problemsOfCard } from '../../support/check-card.js';

const now = new Date('2026-03-02T09:30:00Z');

describe.each(locales)('cards in %s', (locale) => {
  it.each(
    Object.values(allViews)
      .flat()
      .map((view, index) => [view.kind, index, view] as const),
  )('%s (%i) keeps the contract', (_kind, _index, view) => {
    const rendered = renderView(view, { locale, now });
    if (rendered.kind === 'card') {
      expect(rendered.summary).not.toBe('');
      expect(problemsOfCard(rendered.card)).toEqual([]);
    } else if (rendered.kind === 'attachment') {
      expect(rendered.attachment).toMatchObject({
        contentType: expect.stringMatching(/^application\/vnd\.microsoft\.teams\.card\.file\.(consent|info)$/),
        name: expect.stringMatching(/\.csv$/),
      });
      expect(rendered.summary).toMatch(/\w/);
    } else {
      expect(rendered.text).toMatch(/\w/);
      expect(rendered.text).not.toMatch(/\$\{|\{\{|undefined|null/);
    }
  });
});
