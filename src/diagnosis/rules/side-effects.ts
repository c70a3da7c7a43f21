import type { Finding } from '../model.js';
import type { Look } from './look.js';
import { found } from './rule.js';

/** What looks like a fault in a status and is none; named so that nobody chases it. */
export function judgeSideEffects(look: Look): readonly Finding[] {
  return [...judgeUserValues(look), ...judgeHello(look), ...judgeProxySearch(look), ...judgeEnterpriseToken(look)];
}

/** User State of a prompt that is not the person's own. */
function judgeUserValues(look: Look): readonly Finding[] {
  const account = look.field('WamDefaultSet');
  const hello = look.field('NgcPreReq');
  const failed = account && /^error/i.test(account.value) ? [account] : [];
  if (hello && /d0020017/i.test(hello.value))
    return [found('user-state-without-session', 'certain', [hello, ...failed])];
  if (failed.length === 0) return [];
  return look.userContext === 'noSession'
    ? [found('user-state-without-session', 'likely', failed)]
    : look.userContext === 'unknown'
      ? []
      : [found('wam-error-elevated', 'likely', failed)];
}

/** Windows Hello is set up after the join and never stops one (docs/domain/current.md section 3). */
function judgeHello(look: Look): readonly Finding[] {
  const result = look.field('PreReqResult');
  return result && /^willnotprovision/i.test(result.value)
    ? [found('hello-will-not-provision', 'certain', [result])]
    : [];
}

/** The search for a proxy found none, and the PC goes out directly: as it should be in a network without one. */
function judgeProxySearch(look: Look): readonly Finding[] {
  const searched = look.reading.status?.fields.find(
    ({ section, value }) => proxySections.has(section) && /80072f94/i.test(value),
  );
  if (searched === undefined) return [];
  const access = look.fields('Access Type');
  const direct = access.find(({ value }) => /^direct/i.test(value));
  if (access.length > 0 && direct === undefined) return [];
  return [found('wpad-without-proxy', direct ? 'certain' : 'likely', [searched, direct], { code: '0x80072f94' })];
}

const proxySections: ReadonlySet<string> = new Set(['ieProxySystem', 'ieProxyUser', 'urlProxy', 'winHttpProxy']);

/** The token of AD FS: without AD FS there is none. */
function judgeEnterpriseToken(look: Look): readonly Finding[] {
  const isNormal = look.flag('AzureAdPrt') === 'yes' && look.flag('EnterprisePrt') === 'no';
  return isNormal ? [found('no-enterprise-token', 'certain', [look.field('EnterprisePrt')])] : [];
}
