import type { Locale } from '../text/locale.js';
import type { TextKey } from '../text/sentences.js';

export type CommandId =
  | 'help'
  | 'troubleshoot'
  | 'myDevices'
  | 'myQuota'
  | 'talkToAPerson'
  | 'back'
  | 'startOver'
  | 'language'
  | 'forgetMe'
  | 'quota'
  | 'devices'
  | 'myRequests'
  | 'mute'
  | 'unmute'
  | 'tickets'
  | 'ticket'
  | 'onDuty'
  | 'useChannel'
  | 'doctor';

/** A command as data: understanding, help and permission are read from here. */
export interface Command {
  readonly id: CommandId;
  readonly who: 'everyone' | 'administrators' | 'helpdesk';
  /** Ways to type it, lower case; the first is the one that help shows. */
  readonly words: readonly string[];
  /** What help shows in another language than English; one of `words`. */
  readonly local?: Partial<Record<Locale, string>>;
  /** Shown after the words in help; a command that has one needs something after its words. */
  readonly argument?: string;
  readonly help: TextKey;
}

export const commands: readonly Command[] = [
  { id: 'troubleshoot', who: 'everyone', local: { de: 'fehlersuche' }, words: ['troubleshoot', 'fehlersuche', 'los', 'continue', 'weiter'], help: 'help.troubleshoot' },
  { id: 'myDevices', who: 'everyone', local: { de: 'meine geräte' }, words: ['my devices', 'meine geräte'], help: 'help.myDevices' },
  { id: 'myQuota', who: 'everyone', local: { de: 'mein limit' }, words: ['my quota', 'my limit', 'mein limit'], help: 'help.myQuota' },
  {
    id: 'talkToAPerson',
    who: 'everyone',
    local: { de: 'mit einem menschen sprechen' },
    words: ['talk to a person', 'talk to someone', 'talk to a human', 'human', 'person', 'mit einem menschen sprechen', 'mensch'],
    help: 'help.talkToAPerson',
  },
  { id: 'myRequests', who: 'everyone', local: { de: 'meine anfragen' }, words: ['my requests', 'my request', 'my tickets', 'meine anfragen'], help: 'help.myRequests' },
  { id: 'back', who: 'everyone', local: { de: 'zurück' }, words: ['back', 'zurück'], help: 'help.back' },
  { id: 'startOver', who: 'everyone', local: { de: 'von vorn' }, words: ['start over', 'restart', 'von vorn'], help: 'help.startOver' },
  { id: 'language', who: 'everyone', local: { de: 'sprache' }, words: ['language', 'sprache'], argument: 'en | de', help: 'help.language' },
  { id: 'mute', who: 'everyone', local: { de: 'stumm' }, words: ['mute', 'stumm'], help: 'help.mute' },
  { id: 'unmute', who: 'everyone', local: { de: 'nicht mehr stumm' }, words: ['unmute', 'nicht mehr stumm'], help: 'help.unmute' },
  { id: 'forgetMe', who: 'everyone', local: { de: 'vergiss mich' }, words: ['forget me', 'vergiss mich'], help: 'help.forgetMe' },
  { id: 'help', who: 'everyone', local: { de: 'hilfe' }, words: ['help', 'hi', 'hello', 'hey', 'hilfe', 'hallo', '?'], help: 'help.help' },
  { id: 'quota', who: 'administrators', words: ['quota'], argument: 'PERSON', help: 'help.quota' },
  { id: 'devices', who: 'administrators', words: ['devices'], argument: 'PERSON', help: 'help.devices' },
  { id: 'doctor', who: 'administrators', words: ['doctor'], help: 'help.doctor' },
  { id: 'useChannel', who: 'administrators', words: ['use this channel'], help: 'help.useChannel' },
  { id: 'tickets', who: 'helpdesk', words: ['tickets'], argument: 'open | mine | unassigned | older HOURS', help: 'help.tickets' },
  { id: 'ticket', who: 'helpdesk', words: ['ticket'], argument: 'NUMBER', help: 'help.ticket' },
  { id: 'onDuty', who: 'helpdesk', words: ['on duty'], argument: '@A @B', help: 'help.onDuty' },
];
