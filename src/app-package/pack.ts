import { strToU8, zipSync } from 'fflate';

/** A zip with these files in its root. The same files give the same bytes, whenever it is made. */
export function pack(files: Readonly<Record<string, Uint8Array | string>>): Uint8Array {
  const entries = Object.entries(files).map(
    ([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const,
  );
  // The oldest time that a zip can hold, in local time as a zip has it.
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: new Date(1980, 0, 1) });
}
