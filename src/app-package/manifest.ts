import { commandLists } from '../assistant/command-lists.js';
import { appTexts } from './app-texts.js';
import { fillIn } from './fill-in.js';

/** 1.25, and 1.17 for clouds that lag (conventions of Teams' own documentation, manifest schema). Both take private and shared channels. */
export const manifestVersions = ['1.25', '1.17'] as const;
export type ManifestVersion = (typeof manifestVersions)[number];

export interface ManifestFacts {
  readonly appId: string;
  readonly developerName: string;
  readonly websiteUrl: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
  /** Whether Teams hands files to bots and takes them there. */
  readonly takesFiles: boolean;
  /** Of the app, e.g. `1.0.0`: Teams takes an update for one when it rises. */
  readonly version: string;
}

/** The manifest, from its source. Throws when the source asks for what there is not. */
export function buildManifest(
  source: unknown,
  facts: ManifestFacts,
  schema: ManifestVersion,
): Readonly<Record<string, unknown>> {
  const fillings = { ...facts, ...appTexts('en'), schema, commandLists: commandLists('en') };
  const manifest = fillIn(source, fillings) as Readonly<Record<string, unknown>>;
  return schema === '1.25' ? manifest : inOlderWords(manifest);
}

/**
 * 1.17 names the kinds of channels where 1.25 has a tier (learn: shared and private channels), and knows no file of its own
 * for the main language, whose texts are the manifest's.
 */
function inOlderWords({
  supportsChannelFeatures,
  ...manifest
}: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const channels =
    supportsChannelFeatures === undefined ? {} : { supportedChannelTypes: ['sharedChannels', 'privateChannels'] };
  const { defaultLanguageFile: _file, ...localizationInfo } = manifest['localizationInfo'] as Readonly<
    Record<string, unknown>
  >;
  return { ...manifest, ...channels, localizationInfo };
}
