import { expect, it } from 'vitest';
import { renderView } from '../../../src/teams/cards/render-view.js';
import { aReport } from '../../support/a-report.js';
import { visibleTexts } from '../../support/check-card.js';

function textsOf(paste: string, locale: 'en' | 'de'): readonly string[] {
  const ref = { sessionId: 'session-1', step: 3 };
  const rendered = renderView(
    { kind: 'summary', ref, report: aReport({ paste }) },
    { locale, now: new Date('2026-03-02T09:30:00Z') },
  );
  return rendered.kind === 'card' ? visibleTexts(rendered.card) : [];
}

it.each([
  ['en', 'DomainJoined : YES', 'As you pasted it:'],
  ['de', 'DomainJoined : YES', 'So, wie Sie es eingefügt haben:'],
  ['en', 'User Identity : [account]', 'Secrets and names I have taken out:'],
  ['de', 'sign in as [local account]', 'Geheimnisse und Namen habe ich entfernt:'],
  [
    'en',
    `[ip] ${'x'.repeat(18_000)}`,
    'It is longer than fits here: this is the beginning. All of it is sent but for secrets and names, which I have taken out.',
  ],
  ['de', 'x'.repeat(18_005), 'Es ist länger, als hier hineinpasst: Das ist der Anfang. Gesendet wird alles.'],
] as const)(
  'what was pasted is shown before it is sent, and whether something was taken out (%s, %#)',
  (locale, paste, intro) => {
    expect(textsOf(paste, locale)).toContain(intro);
  },
);
