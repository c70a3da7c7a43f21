import { isCode, isTechnical } from './looks.js';
import { valueAt } from './value.js';
import type { Span } from './span.js';

/** Cookies of Microsoft's sign-in, of AD FS and SharePoint, and those of other servers by the ends of their names. */
const known =
  'ESTS\\w{2,30}|SignInStateCookie|FedAuth\\d?|rtFa|SPOIDCRL|SSOCOOKIEPULLED|MSIS(?:Auth|Authenticated|SignOut|LoopDetectionCookie|IPSelection\\w{0,10}|Samlrequest\\w{0,10}|Context\\w{0,20}|SelectedIDP)\\w{0,10}|EdgeAccessCookie|OIDCAuthCookie|MSPAuth|MSPProf|MSPOK|RPSAuth|RPSSecAuth|WLSSC|KievRPSAuth|CCState|buid|brcap|esctx(?:-[\\w-]{1,40})?|fpc|AADSSO|SDIDC|JSHP|JSH|MUID|DSID|DSLastAccess|webvpn|MRHSession|NSC_\\w{2,20}|SVPNCOOKIE|JSESSIONID|PHPSESSID|ASPSESSIONID\\w{0,20}|ASP\\.NET_SessionId|connect\\.sid|OpenIdConnect\\.[\\w.-]{1,80}|\\.?AspNet(?:Core)?\\.[\\w.-]{1,60}|\\.ASPXAUTH|\\.ASPXFORMSAUTH|__(?:Host|Secure)-[\\w.-]{1,60}|XSRF-TOKEN|csrftoken|skypetoken_asm|AppServiceAuthSession|ApplicationGatewayAffinity\\w{0,10}|x-ms-(?:RefreshTokenCredential\\w{0,9}|DeviceCredential|cpim-[\\w:.|-]{1,60}|gateway-slice)';
const names = new RegExp(`(?<![\\w.-])(?:${known})(?![\\w-])`, 'gi');

/** Any other name that ends like one and is given a value. */
const likely =
  /(?<![\w.])[\w.-]{0,40}(?:auth|session|sess|sessid|session_?id|_sid|cookies?|ticket|credential|token)(?==)/gi;
const headers = /(?<![\w-])x-ms-[\w-]{1,50}(?==)/gi;

/** Cookies, also where no `Cookie:` stands before them. */
export function findCookies(text: string): Span[] {
  const found: Span[] = [];
  let covered = 0;
  const look = (pattern: RegExp, shortest: number): void => {
    covered = 0;
    for (const { index, 0: name } of text.matchAll(pattern))
      if (index >= covered && !/^x-ms-.*-id$|^PublicKeyToken$/i.test(name)) add(index + name.length, shortest);
  };
  look(names, 4);
  look(likely, 8);
  look(headers, 8);

  function add(at: number, shortest: number): void {
    const joined = /^(?:["']?[ \t]{0,9}[=:][ \t]{0,9}|%3d|[ \t|]{1,40})/i.exec(text.slice(at, at + 60))?.[0];
    const value = joined === undefined ? undefined : valueAt(text, at + joined.length);
    if (!value) return;
    // What is in a value that was looked at is not looked at again.
    covered = value.end;
    const end = endOfCookie(text, value.start, value.end);
    const word = text.slice(value.start, end);
    if (
      word.length < shortest ||
      isCode(word) ||
      isTechnical(word) ||
      /^(?:true|false|yes|no|null|none|deleted|expired|required|\d{1,10})$/i.test(word)
    )
      return;
    // Behind a blank or a colon, a sentence goes on.
    if (!/[=%]/.test(joined ?? '') && !/\d/.test(word)) return;
    found.push({ start: value.start, end, mark: 'token' });
  }
  return found;
}

/** A cookie ends with its `;`. */
function endOfCookie(text: string, start: number, end: number): number {
  const cut = text.slice(start, end).search(/[;,]/);
  return cut < 0 ? end : start + cut;
}
