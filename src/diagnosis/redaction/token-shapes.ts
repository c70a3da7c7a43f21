import { spansOf, type Span } from './span.js';

/**
 * Tokens told by how they begin, as those who issue them say (the rules of secretlint's preset and GitHub's "supported secret scanning
 * patterns" were the list to go by). Lengths are the shortest that are issued, or less: what was cut off is a secret still.
 */
const beginnings = [
  // Amazon, Google, Stripe, Twilio, SendGrid, Mailgun.
  '(?:A3T[A-Z0-9]|AKIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}',
  'AIza[\\w-]{20,}',
  'ya29\\.[\\w.-]{10,}',
  'GOCSPX-[\\w-]{10,}',
  '1//0[\\w-]{20,}',
  '[srp]k_(?:live|test)_\\w{8,}',
  'whsec_[\\w+/=]{16,}',
  'SK[0-9a-f]{32}(?!\\w)',
  'SG\\.[\\w-]{8,}\\.[\\w-]{8,}',
  'key-[0-9a-f]{32}(?!\\w)',
  // GitHub, GitLab, npm, PyPI, Docker, Atlassian.
  'gh[pousr]_\\w{16,}',
  'github_pat_\\w{16,}',
  'gl(?:pat|ptt|dt|rt|cbt|soat|ft|agent|imt|oas)-[\\w.-]{16,}',
  'npm_\\w{20,}',
  'pypi-[\\w-]{16,}',
  'dckr_(?:pat|oat)_[\\w-]{16,}',
  'ATATT3[\\w=-]{20,}',
  'ATBB\\w{20,}',
  // Slack, Discord, Telegram, models of language.
  'xox[a-z]-[\\w-]{8,}',
  'xoxe\\.xox[a-z]-[\\w-]{8,}',
  'xapp-[\\w-]{8,}',
  '\\d{8,10}:AA[\\w-]{32,}',
  '[MN][\\w-]{23,}\\.[\\w-]{6}\\.[\\w-]{27,}',
  'sk-(?:proj|svcacct|admin|ant|or)-[\\w-]{16,}',
  'sk-[A-Za-z0-9]{20,}',
  'gsk_\\w{20,}',
  'hf_[A-Za-z]{20,}',
  'xai-\\w{20,}',
  'pplx-\\w{20,}',
  // Others that are met in companies.
  'hv[sbr]\\.[\\w-]{16,}',
  'dapi[0-9a-f]{32}',
  'shp(?:pa|ca|at|ss)_\\w{16,}',
  'figd_[\\w-]{16,}',
  'lin_api_\\w{16,}',
  'ntn_\\w{16,}',
  'gls?a_\\w{16,}',
  'glc_[\\w+/=]{16,}',
  'dop_v1_\\w{16,}',
  'vc[piark]_\\w{20,}',
  'ops_eyJ[\\w-]{8,}',
  'NRAK-\\w{16,}',
  'EAA[A-Z]\\w{20,}',
  'sq0(?:csp|atp)-[\\w-]{16,}',
  'rubygems_\\w{16,}',
  'PMAK-[\\w-]{16,}',
  'AGE-SECRET-KEY-\\w{16,}',
  'cio\\w{32}(?!\\w)',
  'tskey-[\\w-]{12,}',
  'phc_\\w{20,}',
  'pat-[\\w]{2,4}\\d-[\\w-]{20,}',
  // Microsoft: secrets of an app (two looks), keys with their signature inside, tokens of Azure DevOps.
  '[\\w.~-]{3}\\dQ~[\\w.~-]{16,}',
  '\\w{52}JQQJ99\\w{10,}',
  '\\w{72,76}AZDO\\w{4}',
  '[a-z2-7]{52}(?![a-z0-9])',
  // Kerberos and NTLM, as headers carry them.
  'TlRMTVNTUA[\\w+/=]+',
  'YII[A-Z][\\w+/=]{12,}',
  '(?:do|Yo)I[A-Z][\\w+/=]{24,}',
];
const shapes = new RegExp(`(?<![A-Za-z0-9])(?:${beginnings.join('|')})`, 'g');
const urlEncoded = /(?<=%(?:20|3[ad]|2[26f]))eyJ[\w-]{8,}(?:\.[\w-]*){0,4}/gi;
const webhooks =
  /(?<=https:\/\/)(?<secret>hooks\.slack\.com\/services\/[\w/]{8,}|[\w-]{1,60}\.webhook\.office\.com\/webhookb2\/[^\s"'<>]{8,}|(?:[\w-]{1,20}\.)?discord(?:app)?\.com\/api\/webhooks\/[^\s"'<>]{8,})/gi;

/** API keys, tokens of services and of networks, by their looks. */
export function findTokenShapes(text: string): Span[] {
  return [
    ...spansOf(text, shapes, 'token'),
    ...spansOf(text, urlEncoded, 'token'),
    ...spansOf(text, webhooks, 'token'),
  ].filter(({ start, end }) => !/^[a-z]{52}$/.test(text.slice(start, end)));
}
