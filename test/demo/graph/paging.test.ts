import { describe, expect, it } from 'vitest';
import { eventual, part, person, refusal, simulatedGraph, tenant, type Answer } from './simulated.js';

const { get, batch } = simulatedGraph();
const owned = `/users/${person('omar').id}/ownedDevices`;

async function readAll(path: string, headers: Record<string, string> = {}): Promise<Answer[]> {
  const pages = [await get(path, headers)];
  for (let link = pages[0]?.json['@odata.nextLink']; link !== undefined; link = pages.at(-1)?.json['@odata.nextLink']) {
    pages.push(await get(link, headers));
  }
  return pages;
}

function nextLink({ json }: Pick<Answer, 'json'>): string {
  const link = json['@odata.nextLink'];
  if (link === undefined) throw new Error('this is the last page');
  return link;
}

const sizes = (pages: readonly Answer[]): number[] => pages.map((page) => page.json.value.length);

describe('pages', () => {
  it('hold 100 objects unless asked otherwise', async () => {
    const pages = await readAll(`${owned}?$select=id`);
    expect(sizes(pages)).toEqual([100, 100, 100]);
    expect(new Set(pages.flatMap((page) => page.json.value.map(({ id }) => id))).size).toBe(300);
  });

  it('hold what $top asks for', async () => {
    expect(sizes(await readAll(`${owned}?$top=999`))).toEqual([300]);
    expect(sizes(await readAll(`${owned}?$select=id&$top=140`))).toEqual([140, 140, 20]);
  });

  it('hold at most 100 with $expand, whatever $top says', async () => {
    const filter = encodeURIComponent("startswith(displayName,'KIOSK-')");
    expect(sizes(await readAll(`/devices?$filter=${filter}&$top=999&$expand=registeredOwners($select=id)`))).toEqual([
      100, 100, 100,
    ]);
  });

  it('hold the people of a group too', async () => {
    const pages = await readAll(
      `/groups/${tenant.helpdeskGroupId}/transitiveMembers/microsoft.graph.user?$select=id&$count=true&$top=2`,
      eventual,
    );
    expect(sizes(pages)).toEqual([2, 1]);
    expect(pages.flatMap((page) => page.json.value)).toEqual(
      ['ada', 'lena', 'marek'].map((key) => ({ id: person(key).id })),
    );
  });

  it('keep what was selected, filtered and counted', async () => {
    const filter = encodeURIComponent("endswith(displayName,'5')");
    const pages = await readAll(`/devices?$filter=${filter}&$count=true&$select=displayName&$top=20`, eventual);
    const names = pages.flatMap((page) => page.json.value.map(({ displayName }) => displayName));
    expect(pages[0]?.json['@odata.count']).toBe(names.length);
    expect(names.every((name) => name.endsWith('5'))).toBe(true);
    expect(pages[1]?.json).not.toHaveProperty('@odata.count');
  });

  it('need the header of an advanced query each time', async () => {
    const first = await get('/users?$count=true&$top=5', eventual);
    expect(refusal(await get(nextLink(first)))).toEqual({ status: 400, code: 'Request_UnsupportedQuery' });
    expect((await get(nextLink(first), eventual)).json.value).toHaveLength(5);
  });

  it('are found only by following the link as it is', async () => {
    const link = new URL(nextLink(await get(`${owned}?$select=id&$top=10`)));
    const token = link.searchParams.get('$skiptoken') ?? '';
    for (const other of [
      `${owned}?$skiptoken=${token}`,
      `${owned}?$select=id&$top=20&$skiptoken=${token}`,
      `/devices?$select=id&$top=10&$skiptoken=${token}`,
      `${owned}?$skiptoken=100`,
    ]) {
      expect(refusal(await get(other))).toEqual({ status: 400, code: 'Request_BadRequest' });
    }
  });

  it('go on outside the batch they began in, also with a space in the filter', async () => {
    const answer = await batch([{ id: 'a', url: "/devices?$filter=startswith(displayName, 'KIOSK-')&$select=id" }]);
    expect((await get(nextLink({ json: part(answer, 'a').body }))).json.value).toHaveLength(100);
  });
});
