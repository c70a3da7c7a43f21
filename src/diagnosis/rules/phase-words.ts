import type { CodeContext, Phase } from '../model.js';

/** The phase as Windows names it: pre-check, discover, auth, join. */
export function phaseNamed(words: string): Phase | undefined {
  const word = words.trim().toLowerCase();
  if (/^pre-?\s?check/.test(word)) return 'preCheck';
  return (['discover', 'auth', 'join'] as const).find((phase) => word.startsWith(phase));
}

/** Where the codes of a phase are to be read. The pre-check reads the directory, as the discovery does. */
export function contextOf(phase: Phase | undefined): CodeContext | undefined {
  switch (phase) {
    case undefined:
      return undefined;
    case 'preCheck':
    case 'discover':
      return 'discover';
    case 'auth':
      return 'auth';
    case 'join':
      return 'join';
    case 'afterJoin':
      return 'prt';
  }
}
