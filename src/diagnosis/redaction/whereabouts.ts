import type { Mark } from './marks.js';

/** What a text says of the PC itself, in lower case: its names, and the domains it is in. */
export interface Whereabouts {
  readonly pcs: ReadonlySet<string>;
  readonly domains: ReadonlySet<string>;
}

const pcs =
  /(?<![\p{L}\p{N}])(?:device ?name|computer ?name|host ?name|computer|rechnername|gerätename|pc[- ]?name|system ?name)["'`*]{0,2}[ \t.]{0,60}(?:[:=]|is|ist|lautet|heißt)[ \t]{0,40}["'`]?(?<name>[\p{L}\p{N}][\p{L}\p{N}_-]{0,62})/giu;
/** `my PC is PC-0815`, `der PC heißt PC-0815`. */
const pcsSaid =
  /(?<![\p{L}\p{N}])(?:pc|laptop|notebook|computer|rechner)(?: is| ist| heißt| is called| named| namens|:)?[ \t]{1,3}["']?(?<name>[A-Z][A-Z0-9]{0,14}[-_][A-Z0-9-]{1,14}|[A-Z]{2,10}\d{2,10})(?![\w-])/gu;

/** `DomainName : CONTOSO`; of an account's domain (`Account Domain:`) nothing is said here. */
const domainName =
  /(?<![\p{L}\p{N}])(?:domain ?name|dom(?:ä|ae)nenname|netbios ?(?:domain|name))["'`*]{0,2}[ \t.]{0,60}[:=][ \t]{0,40}["'`]?(?<name>[\p{L}\p{N}][\p{L}\p{N}_-]{0,62}(?:\.[\p{L}\p{N}_-]{1,63}){0,8})/giu;
/** `the domain is CONTOSO`, `Domäne: contoso.local`, `in the domain CONTOSO`, `joined to CONTOSO`: told from other words by capitals or a dot. */
const domainsSaid =
  /(?<![\p{L}\p{N}])(?:(?:[Dd]omain|DOMAIN|Dom(?:ä|ae)ne|AD)["'`*]{0,2}[ \t.]{0,60}(?:[:=]|\b(?:is|ist|lautet|heißt|called|named|namens)\b|)|joined to(?: the)?|beigetreten:?)[ \t]{0,40}["'`]?(?<name>[A-Z][A-Z0-9-]{1,14}|[\p{L}\p{N}][\p{L}\p{N}-]{0,62}(?:\.[\p{L}\p{N}-]{1,63}){1,8})(?![\w-])/gu;
const notOfPc =
  /(?:^|[^\p{L}])(?:account|user|log-?on|target|subject|source|supplied|other|another|trusted|different|konto|benutzer|anmelde|andere[nrs]?|fremde[nr]?|wrong|falsche[nr]?|old|alte[nr]?|home|e?mail|public|dns|sub|user['’]s|his|her|not|nicht|no|kein)[ \t]{0,2}$/iu;
const notNames =
  /^(?:yes|no|error|not|workgroup|unknown|none|null|a|i|in|is|ist|ad|aad|azure|azuread|entra|dns|vpn|wlan|wifi|mdm|intune|it|pc|ok|nt|dc|upn|netbios|joined|pass|fail)$/;

/** What a text says of the PC, for the marks of accounts. */
export function whereaboutsIn(text: string): Whereabouts {
  const names = (...patterns: readonly RegExp[]): ReadonlySet<string> =>
    new Set(
      patterns
        .flatMap((pattern) => [...text.matchAll(pattern)])
        .filter(({ index }) => !notOfPc.test(text.slice(Math.max(0, index - 14), index)))
        .map(({ groups }) => (groups?.['name'] ?? '').toLowerCase())
        .filter((name) => name !== '' && !notNames.test(name)),
    );
  return { pcs: names(pcs, pcsSaid), domains: names(domainName, domainsSaid) };
}

/** Names that Windows gives a PC at its setup, and those that call themselves a PC. */
const namedLikePc =
  /^(?:(?:desktop|laptop)-[a-z0-9]{5,8}|win-[a-z0-9]{8,12}|minint-[a-z0-9]{5,8}|(?:pc|nb|ws|wks|lap|laptop|desktop|notebook|tablet|client|surface)[-_]?[a-z0-9_-]{0,10}\d[a-z0-9]{0,6})$/;

/** Names before the backslash that say where the account is without naming a domain of Windows. */
const clouds = /^(?:azuread|microsoftaccount|entraid)$/;

/**
 * The mark of an account as it is written (`ben`, `.\ben`, `FABRIKAM\ben`): only what the text proves. A PC has one NetBIOS domain, so
 * that another one is another domain; of a DNS name it is not known what it is called in short.
 */
export function accountMark(account: string, { pcs: pcNames, domains: ofPc }: Whereabouts): Mark {
  const domain = /^([^\\\s]{1,255})\\{1,2}[^\\]/.exec(account)?.[1]?.toLowerCase();
  if (domain === undefined) return 'account';
  if (domain === '.') return 'local account';
  if (clouds.test(domain)) return 'account';
  if (ofPc.has(domain)) return 'account';
  if (pcNames.has(domain)) return 'local account';
  const short = [...ofPc].filter((each) => !each.includes('.'));
  const labels = new Set([...ofPc].flatMap((each) => each.split('.')));
  if (namedLikePc.test(domain)) return 'local account';
  return short.length > 0 && !domain.includes('.') && !labels.has(domain) ? 'account of another domain' : 'account';
}
