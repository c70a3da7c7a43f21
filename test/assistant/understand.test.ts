import { describe, expect, it } from 'vitest';
import { understand } from '../../src/assistant/understand.js';

describe('the name of a PC', () => {
  it.each([
    ['PC-0142', 'PC-0142'],
    ['pc-0142.', 'pc-0142'],
    ['PC-0142?', 'PC-0142'],
    ['my pc is PC-0142', 'PC-0142'],
    ['the pc is PC-0142.', 'PC-0142'],
    ['my pc name is PC-0142', 'PC-0142'],
    ['my pc is RECEPTION', 'RECEPTION'],
    ['my pc is SERVER-01', 'SERVER-01'],
    ['mein Rechner heißt KASSE', 'KASSE'],
    ['WIN-7G3K2L9QXYZ', 'WIN-7G3K2L9QXYZ'],
    ['KB-PC-01', 'KB-PC-01'],
    ['LAPTOP-AB12CD34', 'LAPTOP-AB12CD34'],
  ])('%s', (words, name) => {
    expect(understand(words)).toEqual({ kind: 'pcName', name });
  });

  it.each([
    '0x801c001d',
    '801c03f2',
    'AADSTS90002',
    'kb4284842',
    'win7',
    'windows10',
    'event 304',
    '12',
    'hello1 world',
    'my pc is joined',
    'my pc is broken',
    '22H2',
  ])('is not %s', (words) => {
    expect(understand(words).kind).not.toBe('pcName');
  });
});

describe('a command', () => {
  it.each(['/help', 'HELP!', ' help ', 'help\u200b', 'hi…'])('%s', (words) => {
    expect(understand(words)).toMatchObject({ kind: 'command', command: { id: 'help' }, exact: true });
  });

  it('keeps what follows it as it was typed', () => {
    expect(understand('/Quota  Kim   Larsen')).toMatchObject({ command: { id: 'quota' }, argument: 'Kim Larsen' });
    expect(understand('language DE')).toMatchObject({ command: { id: 'language' }, argument: 'DE' });
  });

  it.each(["devices won't join", 'devices fail to register', 'quota error, cannot join'])(
    'is not somebody’s trouble: %s',
    (words) => {
      expect(understand(words)).toMatchObject({ command: { id: 'troubleshoot' }, exact: false });
    },
  );

  it('takes an address whatever words are in it', () => {
    expect(understand('devices help@azure.example')).toMatchObject({
      command: { id: 'devices' },
      argument: 'help@azure.example',
    });
  });

  it('is not a word that only begins like one', () => {
    expect(understand('quotas are silly')).toMatchObject({ kind: 'words' });
  });
});

it.each(['', '   ', '\u00a0', '\u200b'])('nothing: %j', (words) => {
  expect(understand(words)).toEqual({ kind: 'nothing' });
});
