import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
// @ts-expect-error A script without types.
import { indexes } from '../.ci/write-indexes.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

it.each(Object.entries(await (indexes as () => Promise<Record<string, string>>)()))(
  '%s lists what lies in its folder',
  (path, content) => {
    const written = existsSync(root + path) ? readFileSync(root + path, 'utf8').replaceAll('\r\n', '\n') : '';
    expect(written === content, `${path} is out of date. Renew it with: npm run indexes`).toBe(true);
  },
);
