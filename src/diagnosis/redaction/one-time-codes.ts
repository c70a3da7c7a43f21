import { spansOf, type Span } from './span.js';

const code = '(?<secret>(?:\\d{3}[ -]\\d{3}|\\d{4,8})(?![\\w.-]*\\d)|[A-Z]-\\d{6})';
const verb =
  '(?:[ \\t]{0,9}[:=]|[ \\t]{1,9}(?:is|was|lautet|ist|war|says|shows|zeigt|sagt)(?:[ \\t]{0,3}:)?|)[ \\t]{0,9}["\'“„]?';
const alone = '(?<![\\p{L}\\p{N}])';

/** What somebody signs in with once; a bare "code" is what an error has. */
const named = [
  '(?:verification|confirmation|security|authentication|authenticator|one[- ]?time|sms|2fa|mfa|two[- ]factor|sign[- ]?in verification|passwordless|access)[- ]?(?:pass)?(?:codes?|pin|password|passcode)',
  '(?:bestätigungs|verifizierungs|verifikations|sicherheits|einmal|authentifizierungs|prüf|freigabe|sms-|zugangs)(?:code|kennwort|passwort|pin)',
  'code[ \\t](?:from|in|of|on|aus|per|von|vom)[ \\t](?:(?:the|my|your|der|dem|meiner|meinem)[ \\t])?(?:microsoft[ \\t])?(?:authenticator|sms|text|app|e-?mail|phone|handy)(?:[ -]?(?:app|message|nachricht))?',
  '(?:microsoft[ \\t])?authenticator(?:[ -]app)?(?=[ \\t]?:|[ \\t](?:says|shows|zeigt|sagt))',
  'otp|totp|m?tan|sms-?tan',
].join('|');
/** These are said of errors too, whose numbers are as long: `sign-in code 50126`, `login code 700003`. */
const ofSignIn = '(?:sign[- ]?in|log[- ]?in|logon|anmelde-?|login-?)[ -]?codes?';
const noError = '(?!\\d{5}(?!\\d)|70000|[59]\\d{3}(?!\\d))';

const patterns = [
  new RegExp(
    `${alone}(?:${named})(?:[ \\t](?:from|in|of|by|aus|von|vom|per|der|dem|the|my|your|microsoft|authenticator|app|sms|mail|e-mail|text|message))*${verb}${code}`,
    'giu',
  ),
  new RegExp(`${alone}${ofSignIn}${verb}${noError}${code}`, 'giu'),
  // A text message says it the other way round.
  new RegExp(
    `(?<![\\w.-])${code}(?=[ \\t]{1,3}(?:is|ist|lautet|as|als)[ \\t]{1,3}(?:your|my|the|ihr|dein|mein|der)(?:[ \\t]{1,3}[\\p{L}-]{1,20}){0,2}[ \\t]{1,3}(?:verification|security|sign-?in|log-?in|one-?time|confirmation|bestätigungs|sicherheits|anmelde|einmal|code))`,
    'giu',
  ),
  // A device code, which the person types on another device.
  /\b(?:enter|use|type)[ \t](?:the[ \t])?(?:device[ \t])?code[ \t]["'“]?(?<secret>[A-Z0-9]{8,9})(?![\w-])/g,
  /\b(?:device|user)[-_ ]?code["']?[ \t]{0,9}(?:[:=]|is)[ \t]{0,9}["']?(?<secret>[A-Z0-9]{4,5}-?[A-Z0-9]{4,5})(?![\w-])/gi,
  new RegExp(
    `${alone}(?:backup|recovery|rescue|wiederherstellungs|ersatz|notfall)[- ]?codes?${verb}(?<secret>(?=[a-z-]{0,12}\\d)[a-z0-9]{4,12}(?:[- ][a-z0-9]{4,12}){0,4}(?![\\w-]))`,
    'giu',
  ),
];

const yours = new RegExp(`${alone}(?:your|ihr|dein)[ \\t](?:[\\p{L}-]{1,20}[ \\t]){0,2}code${verb}${code}`, 'giu');
const signingIn =
  /verif|sign|log(?:ging)?[- ]?(?:in|on)|authenticat|one[- ]time|mfa|sms|text message|account|anmeld|bestätig|einmal|konto|valid for|gültig|expires|do(?:n't| not) share|niemand/i;

/** Without one of these words no pattern has to be tried. */
const anyOfThem = /code|tan|otp|pin|password|kennwort|passwort|authenticator/i;

/** Codes that are good for one sign-in. */
export function findOneTimeCodes(text: string): Span[] {
  if (!anyOfThem.test(text)) return [];
  return [...patterns.flatMap((pattern) => spansOf(text, pattern, 'password')), ...saidToBeYours(text)];
}

/** `Your code is 123456`, where words of signing in are near. */
function saidToBeYours(text: string): Span[] {
  return spansOf(text, yours, 'password').filter(
    ({ start, end }) =>
      end - start >= 6 && signingIn.test(text.slice(Math.max(0, start - 100), start) + text.slice(end, end + 100)),
  );
}
