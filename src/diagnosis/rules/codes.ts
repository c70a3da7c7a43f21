import { lookUpCode } from '../codes/look-up-code.js';
import type { Finding, FoundCode } from '../model.js';
import { isSuccess, meaningOf } from './code-meaning.js';
import type { Look } from './look.js';
import { isCurrentWindows } from './platform.js';
import { found } from './rule.js';
import { saidInWords } from './server-message.js';

/** Codes in free text and in the log of `dsregcmd /debug`. Those of a status are judged with their fields. */
export function judgeCodes(look: Look): readonly Finding[] {
  const { codes, status } = look.reading;
  const inStatus = new Set(status?.fields.map(({ line }) => line));
  const free = withDiscovery(codes.filter(({ line, code }) => !inStatus.has(line) && !isSuccess(code)));
  return [...free.flatMap((code) => judgeCode(look, code)), ...look.reading.debugLines.flatMap(judgeDebugLine)];
}

/** "0x801c0021/0x80072ee2": discovery failed, and the code beside it says why (error-codes.json). */
function withDiscovery(codes: readonly FoundCode[]): readonly FoundCode[] {
  const lines = new Set(codes.flatMap(({ code, line }) => (code === '0x801c0021' ? [line] : [])));
  return codes.map((code) =>
    code.context === undefined && lines.has(code.line) ? { ...code, context: 'discover' } : code,
  );
}

/** What the service said stands in a line of its own there, apart from the code. */
function judgeDebugLine(line: string): readonly Finding[] {
  const said = /server\s?(?:error\s?)?message/i.test(line) ? saidInWords(line, 'join') : undefined;
  return said === undefined ? [] : [found(said.id, 'likely', [line], { code: said.code })];
}

function judgeCode(look: Look, { code, line, context }: FoundCode): readonly Finding[] {
  // The service's words may stand in the same line, and tell apart what shares one number; its own codes are read for themselves.
  const said = /^(?:AADSTS|MSIS)/i.test(code) ? undefined : saidInWords(line, 'join');
  const meaning = meaningOf(code, context);
  if (said !== undefined && (meaning === undefined || meaning.sure === 'possible')) {
    return [found(said.id, 'likely', [line], { code: said.code })];
  }
  if (meaning) {
    const limit = meaning.id === 'device-limit-reached' && isCurrentWindows(look.reading);
    return [found(limit ? 'device-limit-not-hybrid' : meaning.id, meaning.sure, [line], { code })];
  }
  return [found(lookUpCode(code, context) === undefined ? 'unknown-code' : 'known-code', 'certain', [line], { code })];
}
