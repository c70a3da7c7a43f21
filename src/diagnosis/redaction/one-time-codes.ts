import { spansOf, type Span } from './span.js';

const digits = '(?:\\d{3}[ -]\\d{3}|\\d{4,8})(?![\\w.-]*\\d)';
const code = `(?<secret>${digits}|[A-Z]-\\d{6})`;
const verb = '(?:[ \\t]{0,9}[:=]|[ \\t]{1,9}(?:is|was|lautet|ist|war)(?:[ \\t]{0,3}:)?|)[ \\t]{0,9}["\'“„]?';

/** What somebody signs in with once; a bare "code" is what an error has. */
const named =
  '(?:(?:verification|confirmation|security|authentication|authenticator|one[- ]?time|sms|2fa|mfa|two[- ]factor|sign[- ]?in verification|passwordless|access)[- ]?(?:pass)?(?:codes?|pin|password|passcode)|otp|totp|mtan|sms-?tan|tan|(?:bestätigungs|verifizierungs|verifikations|sicherheits|einmal|authentifizierungs|prüf|freigabe|sms-|zugangs)(?:code|kennwort|passwort|pin))';
/** These are said of errors too, whose numbers are as long: `sign-in code 50126`, `login code 700003`. */
const ofSignIn = '(?:sign[- ]?in|log[- ]?in|logon|anmelde-?|login-?)[ -]?codes?';

const patterns = [
  new RegExp(`(?<![\\p{L}\\p{N}])${named}(?:[ \\t](?:from|in|of|by|aus|von|vom|per|der|dem|the|my|your|microsoft|authenticator|app|sms|mail|e-mail|text|message))*${verb}${code}`, 'giu'),
  new RegExp(`(?<![\\p{L}\\p{N}])${ofSignIn}${verb}(?!\\d{5}(?!\\d)|70000|[59]\\d{3}(?!\\d))${code}`, 'giu'),
  // A text message says it the other way round.
  new RegExp(`(?<![\\w.-])${code}(?=[ \\t]{1,3}(?:is|ist|lautet|as|als)[ \\t]{1,3}(?:your|my|the|ihr|dein|mein|der)(?:[ \\t]{1,3}[\\p{L}-]{1,20}){0,2}[ \\t]{1,3}(?:verification|security|sign-?in|log-?in|one-?time|confirmation|bestätigungs|sicherheits|anmelde|einmal|code))`, 'giu'),
  /** `Your code is 123456`, near words of signing in. */
  new RegExp(`(?<![\\p{L}\\p{N}])(?:your|ihr|dein)[ \\t](?:[\\p{L}-]{1,20}[ \\t]){0,2}code${verb}${code}`, 'giu'),
  // A device code, which the person types on another device.
  /\b(?:enter|use|type)[ \t](?:the[ \t])?(?:device[ \t])?code[ \t]["'“]?(?<secret>[A-Z0-9]{8,9})(?![\w-])/g,
  /\b(?:device|user)[-_ ]?code["']?[ \t]{0,9}(?:[:=]|is)[ \t]{0,9}["']?(?<secret>[A-Z0-9]{4,5}-?[A-Z0-9]{4,5})(?![\w-])/gi,
];

const last = patterns.indexOf(patterns[3] as RegExp);
const ofSigningIn = /verif|sign|log(?:ging)?[- ]?(?:in|on)|authenticat|one[- ]time|mfa|sms|text message|account|anmeld|bestätig|einmal|konto|valid for|gültig|expires|do(?:n't| not) share|niemand/i;

/** Codes that are good for one sign-in. */
export function findOneTimeCodes(text: string): Span[] {
  return patterns.flatMap((pattern, index) =>
    spansOf(text, pattern, 'password').filter(({ start, end }) => index !== last || (end - start >= 6 && ofSigningIn.test(text.slice(Math.max(0, start - 100), start) + text.slice(end, end + 100)))),
  );
}
