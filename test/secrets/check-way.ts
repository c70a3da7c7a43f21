import { beforeAll, describe, expect, it } from 'vitest';
import type { SecretRow, StayingRow } from '../fixtures/secrets/rows.js';
import { secrets } from '../fixtures/secrets/secrets.js';
import { staying } from '../fixtures/secrets/staying.js';
import { finder, needleOf, unescaped } from './find-bytes.js';
import { aWatchedBot, type Place } from './watched-bot.js';
import type { Way } from './ways.js';

type Row = SecretRow | StayingRow;

const all: readonly Row[] = [...secrets, ...staying];

/** Stands before each text: whoever reads it knows that the text came there, and which one it is. */
const markOf = (row: Row): string =>
  `(mk${[...String(all.indexOf(row)).padStart(3, '0')].map((digit) => 'abcdefghij'[Number(digit)]).join('')})`;

const isOn = (row: Row, way: Way): boolean => way.text === 'technical' || !('where' in row);

function textOf(row: Row, way: Way): string {
  if (way.text === 'own words') return `${markOf(row)} ${row.text}`;
  return `             AzureAdJoined : NO\n              DomainJoined : YES\n\n${markOf(row)}\n${row.text}\n\n         Client ErrorCode : 0x801c001d`;
}

/** What is wrong with a row, in words. */
type Told = ReadonlyMap<Row, readonly string[]>;

interface Outcome {
  readonly leaks: Told;
  readonly losses: Told;
  readonly failures: readonly unknown[];
}

async function playing(way: Way): Promise<Outcome> {
  const rows = all.filter((row) => isOn(row, way));
  const left = new Left(rows);
  const bot = await aWatchedBot((place) => left.lookAt(place));
  try {
    await way.play(
      bot,
      rows.map((row) => textOf(row, way)),
    );
    await bot.lookEverywhere();
    const read = readable(way.read(bot).join('\n'));
    return {
      leaks: left.told(),
      losses: new Map(rows.map((row) => [row, lost(row, read)])),
      failures: [...bot.failures],
    };
  } finally {
    await bot.close();
  }
}

/** Which secrets were found, and where. */
class Left {
  readonly #find;
  readonly #places = new Map<Row, Map<string, Set<string>>>();

  constructor(rows: readonly Row[]) {
    this.#find = finder(
      rows.flatMap((row) =>
        'secrets' in row ? row.secrets.flatMap(partsOf).map((part) => ({ row, ...needleOf(part) })) : [],
      ),
    );
  }

  lookAt({ name: place, bytes }: Place): void {
    for (const { row, name } of this.#find(bytes)) {
      const secretsOfRow = this.#places.get(row) ?? new Map<string, Set<string>>();
      this.#places.set(row, secretsOfRow.set(name, (secretsOfRow.get(name) ?? new Set()).add(place)));
    }
  }

  told(): Told {
    return new Map(
      [...this.#places].map(([row, found]) => [
        row,
        [...found].map(
          ([secret, places]) => `${secret} of ${JSON.stringify(row.text)} is in ${[...places].join(', ')}`,
        ),
      ]),
    );
  }
}

/** Half of a long secret is one as well. */
function partsOf(secret: string): readonly string[] {
  return secret.length < 16 ? [secret] : [secret, secret.slice(Math.ceil(secret.length / 2))];
}

const readable = (text: string): string => unescaped(text).replace(/\s+/g, ' ');

/** What the reader does not find behind the row's mark. */
function lost(row: Row, read: string): readonly string[] {
  const pieces = read
    .split(markOf(row))
    .slice(1)
    .map((rest) => rest.slice(0, 4_000).split('(mk')[0] ?? '');
  if (pieces.length === 0) return [`${JSON.stringify(row.text)} did not arrive`];
  const stays = 'stays' in row ? row.stays : (row.alsoStays ?? []);
  return stays
    .filter((each) => !pieces.some((piece) => piece.includes(readable(each))))
    .map((each) => `${each} of ${JSON.stringify(row.text)} is gone: ${pieces[0]?.slice(0, 200)}`);
}

const kindsOf = (rows: readonly Row[]): readonly string[] => [...new Set(rows.map(({ kind }) => kind))];

/** A way takes about ten seconds; the machine may have other things to do. */
const patienceMs = 300_000;

/** All rows come to one bot on this way; then all that it kept, logged, posted, answered and asked for is searched. */
export function checkWay(way: Way): void {
  describe(way.name, () => {
    let outcome: Outcome;
    beforeAll(async () => {
      outcome = await playing(way);
    }, patienceMs);

    const secretKinds = kindsOf(secrets.filter((row) => isOn(row, way)));
    const faults = (told: Told, rows: readonly Row[], kind: string) =>
      rows.filter((row) => row.kind === kind).flatMap((row) => told.get(row) ?? []);

    it('nothing fails', () => expect(outcome.failures).toEqual([]));
    it.each(secretKinds)('nothing is left of a secret: %s', (kind) =>
      expect(faults(outcome.leaks, secrets, kind)).toEqual([]),
    );
    it.each(secretKinds)('what stands beside a secret is read: %s', (kind) =>
      expect(faults(outcome.losses, secrets, kind)).toEqual([]),
    );
    it.each(kindsOf(staying))('stays as it was written: %s', (kind) =>
      expect(faults(outcome.losses, staying, kind)).toEqual([]),
    );
  });
}
