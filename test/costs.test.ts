import { describe, expect, it } from 'vitest';
import type { Activity } from 'botbuilder';
import { understand } from '../src/assistant/understand.js';
import { diagnose } from '../src/diagnosis/diagnose.js';
import { readPaste } from '../src/diagnosis/read-paste.js';
import { redact, redactSecrets } from '../src/diagnosis/redact.js';
import { readActivity } from '../src/teams/read-activity.js';
import { createFindEntries } from '../src/troubleshooting/find-entries.js';
import { botId } from './support/activities.js';
import { countWork } from './support/count-work.js';
import { longShapes, type Pieces } from './support/long-shapes.js';
import { loadBuiltInTrees } from './support/trees.js';

const findEntries = createFindEntries(await loadBuiltInTrees());
const now = new Date('2024-03-04T09:00:00Z');

/** Twice the length may look at so many times as much. Linear is 2; the rest is what every text costs. */
const highest = 2.2;

/** Everything that is done with what comes, as far as it depends on its length. */
function look({ text = '', file = '', inputs, ...beside }: Pieces): void {
  const common = { from: { aadObjectId: 'a', name: 'A' }, recipient: { id: botId }, conversation: { id: 'c', tenantId: 't' } };
  const value = inputs && { verb: 'ticket', ticketNumber: 1, step: 1, option: 'sendReply', ...inputs };
  const read = readActivity({ type: 'message', ...common, text, ...beside, ...(value && { value }) } as unknown as Activity, 't');
  const lines = read.kind === 'input' && read.input.kind === 'said' ? `${read.input.lines}${file}` : '';
  const words = understand(lines);
  diagnose(readPaste(lines), { now });
  redact(lines);
  redactSecrets(lines);
  if (words.kind === 'words') findEntries(words.words);
}

function lookedAt(pieces: Pieces): number {
  const { characters, cells } = countWork(() => look(pieces));
  return characters + cells;
}

describe('what is looked at grows like the text', () => {
  for (const kind of ['text', 'html', 'entities', 'attachments', 'inputs'] as const) {
    it.each(longShapes.filter((shape) => shape.kind === kind).map((shape) => [shape.name, shape] as const))(`${kind}: %s`, (_name, { make }) => {
      const [small = NaN, middle = NaN, large = NaN] = [6_000, 12_000, 24_000].map((size) => lookedAt(make(size)));
      // A longer text may need one more pass than a shorter one: a step, that the next doubling has not.
      expect(Math.min(middle / small, large / middle)).toBeLessThanOrEqual(highest);
    });
  }
});
