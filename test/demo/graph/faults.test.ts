import { describe, expect, it } from 'vitest';
import { part, person, refusal, simulatedGraph } from './simulated.js';

const { graph, get, batch, post } = simulatedGraph();
const quota = '/policies/deviceRegistrationPolicy';
const owned = `/users/${person('ben').id}/ownedDevices?$select=id,displayName,registrationDateTime`;

describe('a planned status', () => {
  it.each([
    [400, 'Request_BadRequest'],
    [403, 'Authorization_RequestDenied'],
    [429, 'TooManyRequests'],
    [500, 'InternalServerError'],
    [503, 'ServiceUnavailable'],
    [504, 'GatewayTimeout'],
  ] as const)('%s comes with a code of Graph', async (status, code) => {
    graph().faults.set([{ match: /^\/policies/, kind: 'status', status }]);
    const answer = await get(quota);
    expect(refusal(answer)).toEqual({ status, code });
    expect(answer.headers.get('retry-after')).toBeNull();
    expect((await get('/domains')).status).toBe(200);
  });

  it('may say when to come back', async () => {
    graph().faults.set([{ match: /./, kind: 'status', status: 429, retryAfter: 3 }]);
    expect((await get(quota)).headers.get('retry-after')).toBe('3');
  });

  it('hits a request inside a batch and leaves its neighbours alone', async () => {
    graph().faults.set([{ match: /ownedDevices$/, kind: 'status', status: 429, retryAfter: 7 }]);
    const answer = await batch([
      { id: '1', url: owned },
      { id: '2', url: quota },
    ]);
    expect(answer.status).toBe(200);
    expect(part(answer, '1')).toMatchObject({
      status: 429,
      headers: { 'Retry-After': '7' },
      body: { error: { code: 'TooManyRequests' } },
    });
    expect(part(answer, '2').status).toBe(200);
  });

  it('may hit the batch itself', async () => {
    graph().faults.set([{ match: (request) => request.path === '/$batch', kind: 'status', status: 503 }]);
    expect(refusal(await batch([{ id: '1', url: quota }]))).toEqual({ status: 503, code: 'ServiceUnavailable' });
  });

  it('may hit requests of a batch only', async () => {
    graph().faults.set([{ match: (request) => request.inner, kind: 'status', status: 500 }]);
    expect((await get(quota)).status).toBe(200);
    expect(part(await batch([{ id: '1', url: quota }]), '1').status).toBe(500);
  });

  it('ends after as many times as told', async () => {
    graph().faults.set([{ match: /policies/, kind: 'status', status: 503, times: 2 }]);
    const statuses = [await get(quota), await get(quota), await get(quota)].map(({ status }) => status);
    expect(statuses).toEqual([503, 503, 200]);
  });

  it('ends when the plan is cleared', async () => {
    graph().faults.set([{ match: /./, kind: 'status', status: 500 }]);
    graph().faults.clear();
    expect((await get(quota)).status).toBe(200);
  });
});

describe('an answer that says little', () => {
  it('names members by type and id only', async () => {
    graph().faults.set([{ match: /ownedDevices/, kind: 'limitedInformation' }]);
    const { value } = (await get(owned)).json;
    expect(value).toHaveLength(20);
    expect(value[0]).toEqual({
      '@odata.type': '#microsoft.graph.device',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      displayName: null,
      registrationDateTime: null,
    });
  });

  it('names a single person so too', async () => {
    graph().faults.set([{ match: /^\/users/, kind: 'limitedInformation' }]);
    expect((await get(`/users/${person('ben').id}?$select=displayName,userPrincipalName`)).json).toMatchObject({
      '@odata.type': '#microsoft.graph.user',
      id: person('ben').id,
      displayName: null,
      userPrincipalName: null,
    });
  });

  it('is null throughout', async () => {
    graph().faults.set([{ match: /./, kind: 'nulls' }]);
    expect((await get(`${quota}?$select=id,userDeviceQuota`)).json).toMatchObject({ id: null, userDeviceQuota: null });
    expect((await get('/domains?$select=id,authenticationType')).json.value[0]).toEqual({
      id: null,
      authenticationType: null,
    });
    expect(
      (await post(`/users/${person('ada').id}/checkMemberGroups`, { groupIds: [person('ada').id] })).json.value,
    ).toBeNull();
    expect(part(await batch([{ id: '1', url: owned }]), '1').body.value[0]).toMatchObject({
      id: null,
      displayName: null,
    });
  });

  it('is a page of something else', async () => {
    graph().faults.set([{ match: /policies/, kind: 'garbage' }]);
    const answer = await get(quota);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('<html>');
    expect(part(await batch([{ id: '1', url: quota }]), '1')).toMatchObject({
      status: 200,
      headers: { 'Content-Type': 'text/html' },
    });
  });
});

describe('a connection', () => {
  it('breaks', async () => {
    graph().faults.set([{ match: /policies/, kind: 'drop' }]);
    await expect(get(quota)).rejects.toThrow('fetch failed');
    await expect(
      batch([
        { id: '1', url: '/domains' },
        { id: '2', url: quota, dependsOn: ['1'] },
      ]),
    ).rejects.toThrow('fetch failed');
  });

  it('stays open without an answer', async () => {
    graph().faults.set([{ match: /policies/, kind: 'hang' }]);
    const giveUp = new AbortController();
    const hanging = fetch(`${graph().url}/v1.0${quota}`, {
      headers: { Authorization: 'Bearer simulated' },
      signal: giveUp.signal,
    });
    expect((await get('/domains')).status).toBe(200);
    giveUp.abort();
    await expect(hanging).rejects.toThrow('aborted');
  });

  it('is slow, and then answers', async () => {
    graph().faults.set([{ match: /policies/, kind: 'delay', ms: 5 }]);
    expect((await get(quota)).json['userDeviceQuota']).toBe(20);
  });
});
