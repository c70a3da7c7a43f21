import type { Locale } from '../text/locale.js';
import type { TextKey } from '../text/sentences.js';

/** Where it is answered: in the personal chat; there too, wherever it was typed; there and in the helpdesk's channel; only in that; in any channel. */
export type Where = 'personal' | 'ourChat' | 'helpdesk' | 'helpdeskChannel' | 'channel';

type CommandData = CommandWords &
  (
    | {
        readonly id: string;
        readonly who: 'everyone' | 'administrators' | 'helpdesk';
        readonly where: Exclude<Where, 'ourChat'>;
      }
    | { readonly id: string; readonly who: 'administrators'; readonly where: 'ourChat' }
  );

interface CommandWords {
  /** Ways to type it, lower case; the first is the one that help shows. */
  readonly words: readonly string[];
  /** What help shows in another language than English; one of `words`. */
  readonly local?: Partial<Record<Locale, string>>;
  /** Shown after the words in help: what may, or without brackets has to, stand after them. */
  readonly argument?: string;
  /** Its word begins many a sentence and paste as well: what says something to the trees or to the reader of pastes is not meant as the command. */
  readonly everydayWord?: true;
  /** What stands behind it is a text of any kind, which may well tell of trouble. */
  readonly freeText?: true;
  readonly help: TextKey;
  /** Teams' own menu shows it in this scope. A few: the menu is the same for everybody, and holds 10 at most. */
  readonly menu?: 'personal' | 'team';
}

const registry = [
  {
    id: 'troubleshoot',
    who: 'everyone',
    where: 'personal',
    local: { de: 'fehlersuche' },
    words: ['troubleshoot', 'fehlersuche', 'los', 'continue', 'weiter'],
    help: 'help.troubleshoot',
    menu: 'personal',
  },
  {
    id: 'myDevices',
    who: 'everyone',
    where: 'personal',
    local: { de: 'meine geräte' },
    words: ['my devices', 'meine geräte'],
    help: 'help.myDevices',
    menu: 'personal',
  },
  {
    id: 'myQuota',
    who: 'everyone',
    where: 'personal',
    local: { de: 'mein limit' },
    words: ['my quota', 'my limit', 'mein limit'],
    help: 'help.myQuota',
    menu: 'personal',
  },
  {
    id: 'talkToAPerson',
    who: 'everyone',
    where: 'personal',
    local: { de: 'mit einem menschen sprechen' },
    words: [
      'talk to a person',
      'talk to someone',
      'talk to a human',
      'human',
      'person',
      'mit einem menschen sprechen',
      'mensch',
    ],
    help: 'help.talkToAPerson',
    menu: 'personal',
  },
  {
    id: 'myRequests',
    who: 'everyone',
    where: 'personal',
    local: { de: 'meine anfragen' },
    words: ['my requests', 'my request', 'my tickets', 'meine anfragen'],
    help: 'help.myRequests',
    menu: 'personal',
  },
  {
    id: 'back',
    who: 'everyone',
    where: 'personal',
    local: { de: 'zurück' },
    words: ['back', 'zurück'],
    help: 'help.back',
  },
  {
    id: 'startOver',
    who: 'everyone',
    where: 'personal',
    local: { de: 'von vorn' },
    words: ['start over', 'restart', 'von vorn'],
    help: 'help.startOver',
  },
  {
    id: 'language',
    who: 'everyone',
    where: 'personal',
    local: { de: 'sprache' },
    words: ['language', 'sprache'],
    argument: 'en | de',
    help: 'help.language',
    menu: 'personal',
  },
  {
    id: 'mute',
    who: 'everyone',
    where: 'personal',
    local: { de: 'stumm' },
    words: ['mute', 'stumm'],
    help: 'help.mute',
    menu: 'personal',
  },
  {
    id: 'unmute',
    who: 'everyone',
    where: 'personal',
    local: { de: 'nicht mehr stumm' },
    words: ['unmute', 'nicht mehr stumm'],
    help: 'help.unmute',
  },
  {
    id: 'forgetMe',
    who: 'everyone',
    where: 'personal',
    local: { de: 'vergiss mich' },
    words: ['forget me', 'vergiss mich'],
    help: 'help.forgetMe',
    menu: 'personal',
  },
  {
    id: 'help',
    who: 'everyone',
    where: 'personal',
    local: { de: 'hilfe' },
    words: ['help', 'hi', 'hello', 'hey', 'hilfe', 'hallo', '?'],
    help: 'help.help',
    menu: 'personal',
  },
  {
    id: 'quota',
    who: 'administrators',
    where: 'ourChat',
    words: ['quota'],
    argument: 'PERSON[, PERSON…]',
    help: 'help.quota',
  },
  {
    id: 'devices',
    who: 'administrators',
    where: 'ourChat',
    words: ['devices'],
    argument: 'PERSON',
    help: 'help.devices',
  },
  {
    id: 'quotaReport',
    who: 'administrators',
    where: 'ourChat',
    words: ['quota report'],
    argument: '[PERCENT]',
    help: 'help.quotaReport',
  },
  {
    id: 'device',
    who: 'administrators',
    where: 'ourChat',
    words: ['device'],
    argument: 'NAME',
    everydayWord: true,
    help: 'help.device',
  },
  { id: 'policy', who: 'administrators', where: 'ourChat', words: ['policy'], help: 'help.policy' },
  {
    id: 'knownIssue',
    who: 'administrators',
    where: 'ourChat',
    words: ['known issue'],
    argument: '[CAUSE until TIME: text]',
    freeText: true,
    help: 'help.knownIssue',
  },
  { id: 'stats', who: 'administrators', where: 'ourChat', words: ['stats'], argument: '[DAYS]', help: 'help.stats' },
  { id: 'audit', who: 'administrators', where: 'ourChat', words: ['audit'], argument: '[DAYS]', help: 'help.audit' },
  { id: 'doctor', who: 'administrators', where: 'ourChat', words: ['doctor'], help: 'help.doctor' },
  {
    id: 'useChannel',
    who: 'administrators',
    where: 'channel',
    words: ['use this channel'],
    help: 'help.useChannel',
    menu: 'team',
  },
  {
    id: 'tickets',
    who: 'helpdesk',
    where: 'helpdesk',
    words: ['tickets'],
    argument: '[open | mine | unassigned | older HOURS]',
    help: 'help.tickets',
    menu: 'team',
  },
  {
    id: 'ticket',
    who: 'helpdesk',
    where: 'helpdesk',
    words: ['ticket'],
    argument: 'NUMBER',
    help: 'help.ticket',
    menu: 'team',
  },
  {
    id: 'onDuty',
    who: 'helpdesk',
    where: 'helpdeskChannel',
    words: ['on duty'],
    argument: '@A @B',
    help: 'help.onDuty',
    menu: 'team',
  },
] as const satisfies readonly CommandData[];

export type CommandId = (typeof registry)[number]['id'];

/** Commands that only administrators may use, and that are answered in their own chat. */
export type AdministratorCommandId = Extract<(typeof registry)[number], { where: 'ourChat' }>['id'];

/** A command as data: understanding, permission, help, Teams' own menu and the documentation are read from here. */
export type Command = CommandData & { readonly id: CommandId };

/** In the order in which help shows them. */
export const commands: readonly Command[] = registry;
