import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTreeFiles } from '../../src/composition/read-tree-files.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trees-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('reading tree files', () => {
  it('takes .yaml and .yml, sorted, and nothing else', async () => {
    for (const name of ['b.yml', 'a.yaml', 'tree.schema.json', 'notes.txt']) await writeFile(join(folder, name), name);
    expect(await readTreeFiles(folder)).toEqual([
      { name: join(folder, 'a.yaml'), text: 'a.yaml' },
      { name: join(folder, 'b.yml'), text: 'b.yml' },
    ]);
  });

  it('names a folder that is missing or holds no tree', async () => {
    await expect(readTreeFiles(join(folder, 'none'))).rejects.toThrow(`${join(folder, 'none')} cannot be read`);
    await expect(readTreeFiles(folder)).rejects.toThrow(`${folder} has no .yaml or .yml file`);
  });

  it('reads the extra folder after the built-in one', async () => {
    const extra = await mkdtemp(join(tmpdir(), 'trees-'));
    await writeFile(join(folder, 'z.yaml'), 'built-in');
    await writeFile(join(extra, 'a.yaml'), 'own');
    expect((await readTreeFiles(folder, extra)).map((file) => file.text)).toEqual(['built-in', 'own']);
    await rm(extra, { recursive: true });
  });
});
