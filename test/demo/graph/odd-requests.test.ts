import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerRequest } from '../../../src/demo/graph/answer-request.js';
import { createFaultPlan } from '../../../src/demo/graph/fault-plan.js';
import { GraphError } from '../../../src/demo/graph/graph-error.js';
import { readUrl } from '../../../src/demo/graph/read-url.js';
import type { World } from '../../../src/demo/graph/world.js';
import { now, person, tenant } from './simulated.js';

const world: World = {
  tenant,
  change: () => undefined,
  missingPermissions: new Set(),
  faults: createFaultPlan(),
  now: () => now,
  origin: 'http://graph',
};
const answered = [200, 400, 403, 404, 405];

async function statusOf(method: string, url: string, headers: Record<string, string>, body: unknown): Promise<number> {
  try {
    return (await answerRequest({ method, url, ...readUrl(url), headers, body, inner: false }, world)).status;
  } catch (error) {
    if (error instanceof GraphError) return error.status;
    throw error;
  }
}

const oddText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom("'", "''", '%', '%zz', '#', '?', '(', ")'", '$count', '../..', '\u0000', '999'),
);
const path = fc.oneof(
  fc
    .array(fc.oneof(oddText, fc.constantFrom('users', 'devices', 'ownedDevices', 'domains', person('ada').id)), {
      maxLength: 4,
    })
    .map((parts) => `/${parts.join('/')}`),
  fc.constantFrom(
    '/users',
    '/devices',
    `/users/${person('ada').id}/ownedDevices`,
    '/policies/deviceRegistrationPolicy',
    '/organization',
  ),
);
const option = fc.tuple(
  fc.constantFrom('$select', '$filter', '$top', '$search', '$count', '$orderby', '$expand', '$skiptoken', 'other'),
  fc.oneof(oddText, fc.constantFrom('true', 'displayName', '"displayName:a"', "displayName eq 'a'")),
);
const query = fc
  .array(
    option.map(([name, value]) => `${name}=${value}`),
    { maxLength: 3 },
  )
  .map((options) => options.join('&'));

describe('a request nobody thought of', () => {
  it('is answered or refused, never a failure of the simulation', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE', 'HEAD'),
        path,
        query,
        fc.boolean(),
        async (method, at, options, eventual) => {
          const headers: Record<string, string> = eventual ? { consistencylevel: 'eventual' } : {};
          expect(answered).toContain(await statusOf(method, `${at}?${options}`, headers, ''));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is refused as a batch too', async () => {
    const part = fc.record(
      {
        id: fc.oneof(oddText, fc.integer()),
        method: fc.constantFrom('GET', 'POST', 1),
        url: fc.oneof(path, fc.jsonValue()),
        headers: fc.jsonValue(),
        body: fc.jsonValue(),
        dependsOn: fc.oneof(fc.jsonValue(), fc.array(oddText)),
      },
      { requiredKeys: [] },
    );
    const body = fc.oneof(
      fc.jsonValue(),
      fc.record({ requests: fc.oneof(fc.jsonValue(), fc.array(part, { maxLength: 3 })) }),
    );
    await fc.assert(
      fc.asyncProperty(body, async (sent) => {
        expect(answered).toContain(
          await statusOf('POST', '/$batch', { 'content-type': 'application/json' }, JSON.stringify(sent)),
        );
      }),
      { numRuns: 500 },
    );
  });
});
