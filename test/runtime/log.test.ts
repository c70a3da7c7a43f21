import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import { asAppError } from '../../src/errors.js';
import { createCorrelation } from '../../src/runtime/correlation.js';
import { redact } from '../../src/diagnosis/redact.js';
import { createLog } from '../../src/runtime/log.js';
import type { Log } from '../../src/runtime/log.js';

function written(write: (log: Log) => void): string {
  const text: string[] = [];
  write(createLog({ redact, level: 'info', destination: into(text) }));
  return text.join('');
}

function into(text: string[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      text.push(chunk.toString());
      done();
    },
  });
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

it('does not write what a client hangs on its errors, nor what the other side said', () => {
  const err = Object.assign(new Error('hidden-word@contoso.example\nis not in the roster'), {
    statusCode: 403,
    code: 'BotNotInConversationRoster',
    request: { body: 'hidden-word' },
  });
  const text = written((log) => log.warn({ err: new Error('outer', { cause: err }) }, 'x'));
  expect(text).not.toMatch(/hidden-word|roster\b/);
  const line = JSON.parse(text) as { err: { cause: Record<string, unknown> } };
  expect(line.err.cause).toMatchObject({
    name: 'Error',
    message: 'answered with 403',
    statusCode: 403,
    code: 'BotNotInConversationRoster',
  });
  expect(line.err.cause['stack']).toMatch(/^ {4}at /);
});

it.each([
  'Failed to parse https://files.contoso.example/?tempauth=v1.hidden-word',
  'Unexpected reply: my password is hidden-word1',
  'no such person: hidden-word@contoso.example',
  'cannot find CONTOSO\\hidden-word in C:\\Users\\hidden-word',
  'sent psexec -u ada -p hidden-word',
  'Unexpected token, "hidden-word" is not valid JSON',
])(
  'tells of an error of others only what a paste may keep, also where an error of ours took over its message: %s',
  (message) => {
    const text = written((log) => {
      log.error({ err: new Error(message) }, 'failed');
      log.error({ err: asAppError(new Error(message)) }, 'failed');
      log.error({ err: message }, 'failed');
    });
    expect(text).not.toContain('hidden-word');
  },
);

it('of an error of the system tells where it was', () => {
  const err = Object.assign(new Error('connect ECONNREFUSED 10.1.2.3:5432'), {
    syscall: 'connect',
    code: 'ECONNREFUSED',
  });
  expect(written((log) => log.error({ err }, 'failed'))).toContain('10.1.2.3:5432');
});

it('of an error of the database tells which part of it, and no value', () => {
  const err = Object.assign(new Error('duplicate key value violates unique constraint "tickets_key"'), {
    code: '23505',
    table: 'tickets',
    constraint: 'tickets_key',
    detail: 'Key (key)=(hidden-word) already exists.',
  });
  const text = written((log) => log.error({ err }, 'failed'));
  expect((JSON.parse(text) as { err: object }).err).toMatchObject({
    code: '23505',
    table: 'tickets',
    constraint: 'tickets_key',
    message: expect.stringContaining('violates unique constraint') as string,
  });
  expect(text).not.toContain('hidden-word');
});

it('a genitive is no quote', () => {
  const text = written((log) =>
    log.error(
      {
        err: new Error(
          "Hostname does not match certificate's altnames: Host: graph.microsoft.com. is not in the cert's altnames: DNS:proxy",
        ),
      },
      'x',
    ),
  );
  expect(text).toContain('graph.microsoft.com');
});

it('every line of a request carries its id, also of work that it set going, and no line of work for everybody', async () => {
  const text: string[] = [];
  const correlation = createCorrelation();
  const log = createLog({ redact, level: 'info', destination: into(text), correlationId: correlation.current });
  async function work(name: string): Promise<void> {
    log.info({ name }, 'begun');
    await pause(1);
    log.info({ name }, 'ended');
    correlation.outside(() => log.info({ name }, 'woken'));
  }
  log.info('before');
  await Promise.all([
    correlation.within('request-1', () => work('a')),
    correlation.within('request-2', () => work('b')),
  ]);
  const lines = text.map((line) => JSON.parse(line) as { msg: string; name?: string; correlationId?: string });
  expect(
    lines
      .filter(({ correlationId }) => correlationId === undefined)
      .map(({ msg }) => msg)
      .toSorted(),
  ).toEqual(['before', 'woken', 'woken']);
  for (const { name, correlationId } of lines)
    if (correlationId !== undefined) expect(correlationId).toBe(name === 'a' ? 'request-1' : 'request-2');
});
