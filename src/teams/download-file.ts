import { maxFileBytes } from '../limits.js';

export type Downloaded =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly problem: 'tooLarge' | 'notReachable' | 'notAllowed' };

export interface DownloadOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly allowedFileHost: (url: URL) => boolean;
  /** Ends the download, and what is read of it is dropped. */
  readonly signal: AbortSignal;
}

const failed = (problem: 'tooLarge' | 'notReachable' | 'notAllowed'): Downloaded => ({ kind: 'failed', problem });

/**
 * Fetches what lies at `address`, at most `maxFileBytes`, into memory, without any credentials: the address carries its own
 * (bots-filesv4). Never throws. Redirects are not followed: a pre-authenticated address has none, and what has them asks for
 * a sign-in or leads elsewhere.
 */
export async function downloadFile(address: string, { fetch, allowedFileHost, signal }: DownloadOptions): Promise<Downloaded> {
  if (!URL.canParse(address)) return failed('notReachable');
  const url = new URL(address);
  if (!allowedFileHost(url)) return failed('notAllowed');
  try {
    // Unpacked only what was asked for: nothing can be made to swell.
    const response = await fetch(url, { redirect: 'manual', credentials: 'omit', headers: { 'accept-encoding': 'identity' }, signal });
    const problem = problemOf(response);
    if (problem === undefined) return await readAll(response);
    await response.body?.cancel();
    return failed(problem);
  } catch {
    return failed('notReachable');
  }
}

function problemOf({ type, status, ok, headers }: Response): 'notReachable' | 'notAllowed' | undefined {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return 'notAllowed';
  // From some phones the address is that of a page about the file (Microsoft-Teams-Samples, issue 1314).
  return ok && !headers.get('content-type')?.toLowerCase().startsWith('text/html') ? undefined : 'notReachable';
}

/** Counts what comes, whatever its headers said about it, and hangs up as soon as it is too much. */
async function readAll({ body }: Response): Promise<Downloaded> {
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
    size += next.value.byteLength;
    if (size > maxFileBytes) {
      await reader?.cancel();
      return failed('tooLarge');
    }
    chunks.push(next.value);
  }
  return { kind: 'read', bytes: Buffer.concat(chunks) };
}
