import type { Field, Finding } from '../model.js';
import type { Look } from './look.js';
import { found } from './rule.js';
import { maybeOwn } from './user-context.js';

/** What is worth knowing beside the answer. */
export function judgeNotes(look: Look): readonly Finding[] {
  return [
    ...judgeRegistration(look),
    ...judgeAccount(look),
    ...says(look, 'Fallback to Sync-Join', /^disabled/i, (field) => found('sync-fallback-off', 'certain', [field])),
    ...says(look, 'TpmProtected', /^no\b/i, (field) => found('tpm-not-used', 'certain', [field])),
    ...says(look, 'Virtual Desktop', /^yes/i, (field) => found('virtual-desktop', 'certain', [field])),
    ...says(look, 'MdmUrl', /^$/, (field) => found('mdm-urls-missing', 'certain', [field])),
    ...judgeAppAccount(look),
  ];
}

function says(look: Look, key: string, words: RegExp, judge: (field: Field) => Finding): readonly Finding[] {
  const field = look.field(key);
  return field && words.test(field.value) ? [judge(field)] : [];
}

/**
 * A second, older kind of registration beside the domain: a fault beside a hybrid join, which removes it by itself from 1803 on.
 * In a prompt that is not the person's own it may be somebody else's.
 */
function judgeRegistration(look: Look): readonly Finding[] {
  if (look.flag('WorkplaceJoined') !== 'yes') return [];
  const line = look.field('WorkplaceJoined');
  const own = maybeOwn(look.userContext);
  const [entra, domain] = [look.flag('AzureAdJoined'), look.flag('DomainJoined')];
  if (entra === 'yes' && domain === 'yes') return [found('dual-registration', own ? 'likely' : 'possible', [line])];
  return entra === 'yes' || domain === 'yes' ? [found('also-registered', own ? 'certain' : 'possible', [line])] : [];
}

/** The built-in administrator of the PC is no account of the company; the names are those of Windows' languages. */
const builtIn =
  /^(?:administrator|administrateur|administrador|amministratore|administratör|järjestelmänvalvoja|rendszergazda|администратор)$/i;

function judgeAccount(look: Look): readonly Finding[] {
  const field = look.field('Executing Account Name', 'diagnosticData');
  const [first = ''] = (field?.value ?? '').split(',');
  const [place, name] = first.includes('\\') ? first.split('\\', 2) : ['', first];
  if (!builtIn.test((name ?? '').trim())) return [];
  // Behind the name of the domain it is an account of the company.
  const pc = look.field('Device Name')?.value.split('.')[0]?.toLowerCase();
  const isLocal = place === '' || place === '.' || place?.trim().toLowerCase() === pc;
  return isLocal ? [found('built-in-administrator', place === '' ? 'likely' : 'certain', [field])] : [];
}

/** Apps have no account to sign in with; on a joined PC this follows from a sign-in without its pass. */
function judgeAppAccount(look: Look): readonly Finding[] {
  if (!maybeOwn(look.userContext) || look.flag('AzureAdJoined') !== 'yes' || look.flag('WamDefaultSet') !== 'no')
    return [];
  return [
    found('sign-in-app-account-missing', look.userContext === 'unElevated' ? 'likely' : 'possible', [
      look.field('WamDefaultSet'),
    ]),
  ];
}
