import type { CodeWords } from './known-code.js';
import { lookUpCode } from './look-up-code.js';

const messages: readonly { readonly code: string; readonly says: (text: string) => boolean }[] = [
  {
    code: 'DirectoryError: request is throttled, retry after 300 seconds',
    says: (text) =>
      /throttl|too many requests/.test(text) || (text.includes('retry after') && /\bseconds\b/.test(text)),
  },
  {
    code: "AuthenticationError: verification of the target computer's SID",
    says: (text) => /\bsid\b/.test(text) && /\bverif|\bmatch/.test(text),
  },
  {
    code: 'DirectoryError: device object by the given id not found',
    says: (text) =>
      /\bdevice\b/.test(text) &&
      /\b(?:not|n['’]t) (?:be )?found\b|\bdoes(?: not|n['’]t) exist\b|\bmissing\b/.test(text),
  },
];

/**
 * The words for what the registration service wrote in Server Message (or in event 204 and 304): matched by its words, since
 * the wording changes and carries ids. Undefined when it is none of the three that are known.
 */
export function lookUpServerMessage(text: string): CodeWords | undefined {
  const lower = text.toLowerCase();
  const message = messages.find(({ says }) => says(lower));
  return message && lookUpCode(message.code, 'join');
}
