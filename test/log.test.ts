import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { createLog } from '../src/log.js';
import type { Log } from '../src/log.js';

function written(write: (log: Log) => void): string {
  let text = '';
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  write(createLog({ level: 'info', destination }));
  return text;
}

it('writes one JSON object a line, with level and time in words', () => {
  const line = JSON.parse(written((log) => log.info({ step: 3 }, 'walked'))) as Record<string, unknown>;
  expect(line).toMatchObject({ level: 'info', step: 3, msg: 'walked' });
  expect(line['time']).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
});

it('leaves out what is below its level', () => {
  expect(written((log) => log.debug('detail'))).toBe('');
});

it.each([
  { authorization: 'hidden-word' },
  { clientSecret: 'hidden-word' },
  { config: { password: 'hidden-word' } },
  { request: { headers: { authorization: 'hidden-word' } } },
])('strikes out the secret of %j', (fields) => {
  expect(written((log) => log.info(fields, 'x'))).not.toContain('hidden-word');
});

it.each([
  'GET failed, Authorization: Bearer hidden-word.abc',
  'token eyJhbGciOi.hidden-word.c2ln was refused',
  'POST client_id=a&client_secret=hidden-word&scope=b',
  'connect to postgres://assistant:hidden-word@db.example failed',
])('strikes out the credential in an error: %s', (message) => {
  const text = written((log) => log.error({ err: new Error('outer', { cause: new Error(message) }) }, 'failed'));
  expect(text).toContain('outer');
  expect(text).not.toContain('hidden-word');
});

it('does not write what a client hangs on its errors', () => {
  const err = Object.assign(new Error('refused'), { statusCode: 403, request: { body: 'hidden-word' } });
  const line = JSON.parse(written((log) => log.warn({ err }, 'x'))) as { err: Record<string, unknown> };
  expect(line.err).toMatchObject({ name: 'Error', message: 'refused', statusCode: 403 });
  expect(line.err).not.toHaveProperty('request');
});
