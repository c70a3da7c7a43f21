import type { DialogSays, FoundDialog } from '../model.js';
import { sentencesOf, type Sentence } from './sentences.js';
import {
  answerWords,
  cannot,
  denials,
  deviceWords,
  errorWords,
  frameWords,
  germanAnswerWords,
  isAccount,
  isAuthentication,
  isVerification,
  isWorkplace,
  joinedWords,
  maximumWords,
  modals,
  notTheAccounts,
  otherServers,
  reachedWords,
  serverWords,
  worksWords,
} from './words.js';

/** A line to show as evidence. */
const longestLine = 200;

/**
 * What the status window of the down-level client says, by its words and not by exact strings (docs/domain/downlevel.md
 * section 2), as it was copied or as somebody tells of it, English or German. Each meaning once, with the sentence it
 * stands in (at most 200 characters). What is denied, asked or wished is not found. Never throws; linear.
 */
export function findDialogs(lines: readonly string[]): readonly FoundDialog[] {
  const found = new Map<DialogSays, FoundDialog>();
  for (const sentence of sentencesOf(lines)) {
    for (const says of meaningsOf(sentence)) {
      if (!found.has(says)) found.set(says, { says, line: sentence.line.slice(0, longestLine) });
    }
  }
  return [...found.values()];
}

function meaningsOf(sentence: Sentence): readonly DialogSays[] {
  const words = sentence.clauses.flat();
  // A log or an answer of the sign-in service, which uses the same words for its own.
  if (words.some((word) => /^(?:aadsts\d*|msis\d+|oauth2|adal\w*|sid)$/.test(word))) return [];
  const says: DialogSays[] = [];
  const isMaximum = saysMaximum(sentence, words);
  if (isMaximum) says.push('maximum');
  if (!isMaximum && saysTrouble(sentence, words, isAuthentication)) says.push('authentication');
  if (saysTrouble(sentence, words, isVerification)) says.push('verification');
  if (sentence.clauses.some(saysNotResponding)) says.push('notResponding');
  if (!isMaximum && !sentence.isQuestion && saysJoined(sentence, words)) says.push('joined');
  return says;
}

/** An error word or a window beside the word, or that it cannot be done; "no error", "it works" and "not authentication" say otherwise. */
function saysTrouble(sentence: Sentence, words: readonly string[], isIt: (word: string) => boolean): boolean {
  const { clauses } = sentence;
  const clause = clauses.find((each) =>
    each.some((word, at) => isIt(word) && !notTheAccounts.has(each[at + 1] ?? '') && !isFactor(each, at)),
  );
  if (clause === undefined) return false;
  const at = clause.findIndex(isIt);
  const failsToDoIt =
    clause.some((word, index) => index < at && cannot.has(word)) ||
    (isVerb(clause[at] ?? '') && clause.some((word) => denials.has(word)));
  const hasError = words.some((word) => errorWords.has(word));
  if (!failsToDoIt && !hasError && !(hasFrame(words) && words.some(isAccount))) return false;
  if (failsToDoIt) return hasError || hasFrame(words) || words.some(isAccount);
  if (
    words.some((word) => worksWords.has(word)) &&
    !words.some((word, index) => worksWords.has(word) && denied(words, index))
  )
    return false;
  if (clauses.some((each) => each.some((word, index) => errorWords.has(word) && denied(each, index)))) return false;
  return !denied(clause, at) && !asksOnly(sentence, words);
}

/** "Two factor authentication", MFA: a way to sign in. */
function isFactor(clause: readonly string[], at: number): boolean {
  return /factor|^2fa$|^mfa$|multi|faktor|step/.test(`${clause[at - 1] ?? ''}${clause[at - 2] ?? ''}`);
}

const isVerb = (word: string): boolean => /(?:ate|ated|ating|y|ied|ying|zieren|ziert|sieren|siert)$/.test(word);

/** "Is authentication a problem?": without a window or an account it is a question about something. */
function asksOnly(sentence: Sentence, words: readonly string[]): boolean {
  return (
    sentence.isQuestion &&
    !hasFrame(words) &&
    !words.some(isAccount) &&
    !words.includes('mean') &&
    !words.includes('bedeutet')
  );
}

function hasFrame(words: readonly string[]): boolean {
  return words.some((word, at) => frameWords.has(word) || (word === 'workplace' && words[at + 1] === 'join'));
}

/** A denial among the four words before. */
function denied(clause: readonly string[], at: number): boolean {
  return clause.slice(Math.max(0, at - 4), at).some((word) => denials.has(word));
}

function saysMaximum(sentence: Sentence, words: readonly string[]): boolean {
  const tooMany = words.some(
    (word, at) => (word === 'too' && words[at + 1] === 'many') || (word === 'zu' && words[at + 1] === 'viele'),
  );
  const named = words.findIndex((word) => maximumWords.has(word));
  if ((named < 0 && !tooMany) || !words.some((word) => deviceWords.has(word))) return false;
  const reached = sentence.clauses.some((clause) =>
    clause.some((word, at) => reachedWords.has(word) && !denied(clause, at) && word !== 'joined'),
  );
  const deniedReached = sentence.clauses.some((clause) =>
    clause.some(
      (word, at) => word !== 'joined' && (reachedWords.has(word) || maximumWords.has(word)) && denied(clause, at),
    ),
  );
  if (deniedReached) return false;
  const numberOf = words.some(
    (word, at) =>
      maximumWords.has(word) &&
      words.slice(at, at + 3).some((next) => next === 'number' || next === 'anzahl' || next === 'zahl'),
  );
  if (reached) return !sentence.isQuestion || hasFrame(words) || words.includes('mean');
  if (sentence.isQuestion) return false;
  return (
    (numberOf || tooMany) &&
    (hasFrame(words) || words.some((word) => errorWords.has(word)) || words.includes('joined') || words.length <= 6)
  );
}

/** "The server did not respond", "no response from the service", "der Server antwortet nicht". */
function saysNotResponding(clause: readonly string[]): boolean {
  const server = clause.findIndex((word, at) => serverWords.has(word) && !otherServers.has(clause[at - 1] ?? ''));
  if (server < 0) return false;
  return clause.some((word, at) => {
    if (answerWords.has(word))
      return [1, 2, 3].some((back) => denials.has(clause[at - back] ?? '') || cannot.has(clause[at - back] ?? ''));
    if (germanAnswerWords.has(word)) return [-3, -2, -1, 1, 2].some((step) => denials.has(clause[at + step] ?? ''));
    return false;
  });
}

/** "… is joined to a workplace", unless that is denied, wished for, or the name of something. */
function saysJoined(sentence: Sentence, words: readonly string[]): boolean {
  if (words.some((word) => modals.has(word)) || words.some((word) => errorWords.has(word))) return false;
  return sentence.clauses.some((clause) => {
    const joined = clause.findIndex((word) => joinedWords.has(word));
    const workplace = clause.findIndex(isWorkplace);
    if (joined < 0 || workplace < 0 || Math.abs(joined - workplace) > 6) return false;
    // "He joined our workplace", "joined by two people in the workplace" tell of people.
    if (
      clause[joined] === 'joined' &&
      workplace > joined &&
      clause[joined + 1] !== 'to' &&
      clause[joined + 1] !== 'with'
    )
      return false;
    return !clause.some(
      (word) => denials.has(word) || word === 'longer' || word === 'mehr' || word === 'yet' || word === 'unjoined',
    );
  });
}
