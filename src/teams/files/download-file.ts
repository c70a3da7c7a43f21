import { callLimits } from '../../limits.js';
import { fetchWithLimit } from '../../runtime/fetch-with-limit.js';
import { AnswerTooLarge } from '../../runtime/call-limit.js';

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
 * Fetches what lies at `address`, within the limits of a file, into memory, without any credentials: the address carries its own
 * (bots-filesv4). Never throws. Redirects are not followed: a pre-authenticated address has none, and what has them asks for
 * a sign-in or leads elsewhere.
 */
export async function downloadFile(
  address: string,
  { fetch, allowedFileHost, signal }: DownloadOptions,
): Promise<Downloaded> {
  if (!URL.canParse(address)) return failed('notReachable');
  const url = new URL(address);
  if (!allowedFileHost(url)) return failed('notAllowed');
  try {
    // Unpacked only what was asked for: nothing can be made to swell.
    const response = await fetchWithLimit(fetch, callLimits.file)(url, {
      redirect: 'manual',
      credentials: 'omit',
      headers: { 'accept-encoding': 'identity' },
      signal,
    });
    const problem = problemOf(response);
    if (problem === undefined) return { kind: 'read', bytes: new Uint8Array(await response.arrayBuffer()) };
    await response.body?.cancel();
    return failed(problem);
  } catch (error) {
    return failed(error instanceof AnswerTooLarge ? 'tooLarge' : 'notReachable');
  }
}

function problemOf({ type, status, ok, headers }: Response): 'notReachable' | 'notAllowed' | undefined {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return 'notAllowed';
  // From some phones the address is that of a page about the file (Microsoft-Teams-Samples, issue 1314).
  return ok && !headers.get('content-type')?.toLowerCase().startsWith('text/html') ? undefined : 'notReachable';
}
