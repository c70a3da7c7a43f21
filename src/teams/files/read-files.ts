import type { SaidFile } from '../../assistant/input.js';
import { filesBudgetMs, maxTextFiles } from '../../limits.js';
import { decodeText } from './decode-text.js';
import { downloadFile, type DownloadOptions } from './download-file.js';

/** A file that a message brings, as the activity names it. */
export interface AttachedFile {
  readonly name: string;
  /** `txt`, `docx`, …: lower case, without a dot; empty when it has none. */
  readonly fileType: string;
  readonly downloadUrl: string;
}

export type ReadFilesOptions = Omit<DownloadOptions, 'signal' | 'fetch'> & {
  /** Undefined: nothing is fetched, and no file can be reached. */
  readonly fetch: typeof globalThis.fetch | undefined;
};

/** What the files say, in their order. `fetchable`: they came in a personal chat, the only place where Teams gives files to bots. */
export type ReadFiles = (files: readonly AttachedFile[], fetchable: boolean) => Promise<readonly SaidFile[]>;

const textTypes = ['txt', 'log'];

/**
 * Reads the text files of a message at the same time, within one budget; never throws. Anything else is `notText` and not
 * fetched; of more than `maxTextFiles` the further ones are `notAllowed`.
 */
export function createReadFiles({ fetch, allowedFileHost }: ReadFilesOptions): ReadFiles {
  return async (files, fetchable) => {
    const signal = AbortSignal.timeout(filesBudgetMs);
    const texts = files.filter(isText);
    return Promise.all(
      files.map(async (file): Promise<SaidFile> => {
        const { name } = file;
        if (!isText(file)) return { name, problem: 'notText' };
        if (!fetchable || texts.indexOf(file) >= maxTextFiles) return { name, problem: 'notAllowed' };
        if (!fetch) return { name, problem: 'notReachable' };
        const downloaded = await downloadFile(file.downloadUrl, { fetch, allowedFileHost, signal });
        if (downloaded.kind === 'failed') return { name, problem: downloaded.problem };
        const text = decodeText(downloaded.bytes);
        return text === undefined ? { name, problem: 'notText' } : { name, text };
      }),
    );
  };
}

function isText({ fileType }: AttachedFile): boolean {
  return textTypes.includes(fileType);
}
