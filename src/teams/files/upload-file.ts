import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Upload } from '../../administration/exports.js';
import { callLimits } from '../../limits.js';
import { fetchWithLimit } from '../../runtime/fetch-with-limit.js';
import type { CallLimit } from '../../runtime/call-limit.js';
import { isTeamsFileHost } from './file-host.js';

export interface UploadOptions {
  readonly fetch: typeof globalThis.fetch;
  /** By default where Teams keeps files, over https. */
  readonly allowedFileHost?: (url: URL) => boolean;
  /** Milliseconds before a part that failed is sent again, the first time. */
  readonly pauseMs?: number;
  /** Of sending one part once, instead of the usual. */
  readonly limit?: CallLimit;
}

/** Bytes of one part: a multiple of 320 KiB, below 60 MiB (graph/driveitem-createuploadsession, "Upload bytes to the upload session"). */
export const partBytes = 12 * 320 * 1_024;

/** How often a part is sent. */
const tries = 4;

/**
 * Sends a file to the upload session that Teams made for it, part by part; the address carries its own permission, so no other
 * credentials go along. The size has to be known first, so it is written to a temporary file, which is deleted in any case.
 */
export function createUpload({
  allowedFileHost = isTeamsFileHost,
  pauseMs = 1_000,
  limit = callLimits.upload,
  ...options
}: UploadOptions): Upload {
  const fetch = fetchWithLimit(options.fetch, limit);
  return async (content, uploadUrl) => {
    if (!URL.canParse(uploadUrl) || !allowedFileHost(new URL(uploadUrl))) return 'notAllowed';
    let folder: string | undefined;
    try {
      folder = await mkdtemp(join(tmpdir(), 'export-'));
      const path = join(folder, 'file.csv');
      await writeFile(path, content, { mode: 0o600 });
      const { size } = await stat(path);
      let start = 0;
      for await (const part of createReadStream(path, { highWaterMark: partBytes })) {
        const bytes = part as Buffer;
        if (!(await send(uploadUrl, bytes, start, size))) return 'failed';
        start += bytes.byteLength;
      }
      return 'done';
    } catch {
      return 'failed';
    } finally {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    }
  };

  async function send(uploadUrl: string, bytes: Buffer, start: number, size: number): Promise<boolean> {
    for (let attempt = 1; ; attempt += 1) {
      const status = await put(uploadUrl, bytes, start, size);
      if (status >= 200 && status < 300) return true;
      const passing = status === 0 || status === 429 || status >= 500;
      if (!passing || attempt === tries) return false;
      await pause(pauseMs * 2 ** (attempt - 1));
    }
  }

  /** 0 = no answer. */
  async function put(uploadUrl: string, bytes: Buffer, start: number, size: number): Promise<number> {
    try {
      const response = await fetch(uploadUrl, {
        method: 'PUT',
        body: new Uint8Array(bytes),
        redirect: 'manual',
        credentials: 'omit',
        headers: {
          'content-type': 'application/octet-stream',
          'content-range': `bytes ${start}-${start + bytes.byteLength - 1}/${size}`,
        },
      });
      await response.body?.cancel();
      return response.type === 'opaqueredirect' ? 300 : response.status;
    } catch {
      return 0;
    }
  }
}
