import type { Locale } from '../text/locale.js';

export const exportKinds = ['report', 'audit', 'stats'] as const;

/** What administrators may have as a file. */
export type ExportKind = (typeof exportKinds)[number];

/** Names one file: the kind, and which one of it. It comes back from the client, so it is only ever looked up, never believed. */
export interface ExportRef {
  readonly kind: ExportKind;
  readonly key: string;
}

export type CsvRow = readonly (string | number)[];

/** A file that can be made; its rows are read page by page while it is written. */
export interface ExportFile {
  /** With its ending, e.g. `audit-7-days.csv`. */
  readonly name: string;
  /** The first row names the columns. */
  readonly rows: AsyncIterable<CsvRow>;
  /** What Teams shows before it is made. */
  readonly approximateBytes: number;
}

export interface Exporter {
  /** Undefined when there is no such thing (any more). */
  file(key: string, locale: Locale): Promise<ExportFile | undefined>;
}

export type Exporters = Readonly<Record<ExportKind, Exporter>>;

/** Where Teams wants the file, as its client told. */
export interface UploadTarget {
  readonly uploadUrl: string;
  readonly contentUrl: string;
  readonly name: string;
  readonly uniqueId: string;
  readonly fileType: string;
}

/** Uploads to where Teams keeps files, and nowhere else; never throws. */
export type Upload = (content: AsyncIterable<string>, uploadUrl: string) => Promise<'done' | 'notAllowed' | 'failed'>;
