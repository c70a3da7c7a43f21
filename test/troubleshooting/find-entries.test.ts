import { describe, expect, it } from 'vitest';
import { createFindEntries } from '../../src/troubleshooting/find-entries.js';
import { countWork } from '../support/count-work.js';
import { loadBuiltInTrees } from '../support/trees.js';

const tree = await loadBuiltInTrees();
const findEntries = createFindEntries(tree);

/** Where the words may lead: the winner, or one of those offered. */
function places(words: string): readonly string[] {
  const found = findEntries(words);
  switch (found.kind) {
    case 'winner':
      return [found.nodeId];
    case 'several':
      return found.nodeIds;
    case 'none':
      return [];
  }
}

describe('own words lead to where the trees speak of it', () => {
  it.each([
    ['it says I have too many devices', 'opening/limit-windows'],
    ['Ich habe zu viele Geräte', 'opening/limit-windows'],
    ['my pc has been stuck in pending since yesterday', 'current/join-pending'],
    ['mein pc steht auf ausstehend', 'current/join-pending'],
    ['someone disabled my device in the directory', 'current/device-disabled'],
    ['after the mainboard was replaced nothing works', 'current/keys-lost'],
    ['the TPM reports an error', 'current/tpm-trouble'],
    ['The proxy asks for my password', 'current/proxy-wants-sign-in'],
    ['since I changed my password I cannot get in', 'current/new-password'],
    ['AzureAdPrt is NO', 'current/sign-in-name'],
    ['conditional access blocks my laptop', 'current/status'],
    ['we use a roaming profile', 'downlevel/kind-of-desktop'],
    ['autoworkplace not found', 'downlevel/look-for-program'],
    ['no vpn at home', 'current/network'],
    ['wrong tenant', 'opening/wrong-tenant'],
    ['das gerät wurde gelöscht', 'current/device-removed'],
  ])('%s', (words, nodeId) => {
    expect(places(words)).toContain(nodeId);
  });

  it('takes a clear winner', () => {
    expect(findEntries('my pc is pending')).toEqual({ kind: 'winner', nodeId: 'current/join-pending' });
  });

  it('forgives a slip of the pen', () => {
    expect(places('the mainbord was replaced')).toContain('current/keys-lost');
  });

  it('offers three at most, and no place twice', () => {
    for (const words of [
      'device',
      'password sign-in error directory',
      'server account network company',
      'old pc without network',
    ]) {
      const found = places(words);
      expect(found.length).toBeLessThanOrEqual(3);
      expect(new Set(found).size).toBe(found.length);
    }
  });
});

describe('leads nowhere', () => {
  it.each([
    '',
    '   ',
    '?!',
    'thanks',
    'what is the weather tomorrow',
    'please order lunch for ten people',
    'pc',
    'wie spät ist es',
    '🙂',
    'x'.repeat(5_000),
  ])('%s', (words) => {
    expect(findEntries(words)).toEqual({ kind: 'none' });
  });

  it.each([
    'my pc won’t join',
    'device join fails',
    'my server will not register',
    'mein Rechner lässt sich nicht registrieren',
  ])('but to the beginning at the most, what every trouble has in common: %s', (words) => {
    expect(places(words).filter((nodeId) => nodeId !== tree.start)).toEqual([]);
  });
});

describe('a word that is longer than all that the trees know', () => {
  it('leads nowhere, and takes no memory by its length', async () => {
    const { cells } = await countWork(() => expect(places('pending'.repeat(10_000))).toEqual([]));
    expect(cells).toBe(0);
  });

  it('still counts among the words that would have to be known', () => {
    expect(places('too many devices')).not.toEqual([]);
    expect(places(`too many devices ${['a', 'b', 'c', 'd'].map((letter) => letter.repeat(60_000)).join(' ')}`)).toEqual(
      [],
    );
  });

  it('cannot make the search take longer ones from then on', async () => {
    for (let length = 10; length < 300; length += 3) places('e'.repeat(length));
    expect((await countWork(() => places('e'.repeat(290)))).cells).toBe(0);
  });
});
