import { describe, expect, it } from 'vitest';
import type { Activity } from '../src/teams/activity.js';
import { understand } from '../src/assistant/understand.js';
import { diagnose } from '../src/diagnosis/diagnose.js';
import { reading } from '../src/diagnosis/read-paste.js';
import { redacting, redactingSecrets } from '../src/diagnosis/redact.js';
import { inTurns } from '../src/runtime/in-turns.js';
import { readActivity } from '../src/teams/inbound/read-activity.js';
import { createFindEntries } from '../src/troubleshooting/find-entries.js';
import { botId } from './support/activities.js';
import { countWork, longestTurn } from './support/count-work.js';
import { longShapes, type Pieces } from './support/long-shapes.js';
import { loadBuiltInTrees } from './support/trees.js';

const findEntries = createFindEntries(await loadBuiltInTrees());
const now = new Date('2024-03-04T09:00:00Z');

/** Twice the length may look at so many times as much. Linear is 2; the rest is what every text costs. */
const highest = 2.2;

/**
 * So often a text may be gone through before others get their turn: one pass over 100,000 characters takes about half a millisecond.
 * html-to-text goes over each line many times, however short, but quickly.
 */
const mostPasses = { text: 24, html: 110 };

/** The words of an activity with these pieces; none of a press. */
async function heard({ text = '', file = '', inputs, ...beside }: Pieces): Promise<string> {
  const common = {
    from: { aadObjectId: '5d96cf7f-265b-4da9-8f0c-26ef4243ed52', name: 'A' },
    recipient: { id: botId },
    conversation: { id: 'c', tenantId: 't' },
  };
  const value = inputs && { verb: 'ticket', ticketNumber: 1, step: 1, option: 'sendReply', ...inputs };
  const read = await readActivity(
    { type: 'message', ...common, text, ...beside, ...(value && { value }) } as unknown as Activity,
    't',
  );
  // A press with too many inputs is none of our buttons, and costs no more than that.
  if (read.kind !== 'input' && read.kind !== 'malformed') throw new Error(`Nothing was read: ${read.kind}`);
  return read.kind === 'input' && read.input.kind === 'said' ? `${read.input.lines}${file}` : '';
}

/** Everything that is done with what comes, as far as it depends on its length. */
async function look(pieces: Pieces): Promise<void> {
  const lines = await heard(pieces);
  diagnose(await inTurns(reading(lines)), { now });
  await inTurns(redacting(lines));
  await inTurns(redactingSecrets(lines));
  const understood = understand(lines);
  if (understood.kind === 'words') findEntries(understood.words);
}

async function lookedAt(pieces: Pieces): Promise<number> {
  const { characters, cells } = await countWork(() => look(pieces));
  return characters + cells;
}

const kinds = ['text', 'html', 'entities', 'attachments', 'inputs', 'file'] as const;

describe.each(kinds)('what is looked at grows like its length: %s', (kind) => {
  it.each(longShapes.filter((shape) => shape.kind === kind).map((shape) => [shape.name, shape] as const))(
    '%s',
    async (_name, { make }) => {
      const [small, middle, large] = [
        await lookedAt(make(6_000)),
        await lookedAt(make(12_000)),
        await lookedAt(make(24_000)),
      ];
      // A longer text may need one more pass than a shorter one: a step, that the next doubling has not.
      expect(Math.min(middle / small, large / middle)).toBeLessThanOrEqual(highest);
    },
  );
});

describe.each(['text', 'html'] as const)('others get their turn while it is read: %s', (kind) => {
  it.each(longShapes.filter((shape) => shape.kind === kind).map((shape) => [shape.name, shape] as const))(
    '%s',
    async (_name, { make }) => {
      const size = 24_000;
      expect((await longestTurn(() => look(make(size)))) / size).toBeLessThanOrEqual(mostPasses[kind]);
    },
  );
});
