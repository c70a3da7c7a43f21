import type { Gate } from '../administration/gate.js';
import type { CurrentIncidents } from '../helpdesk/current-incidents.js';
import type { Helpdesk } from '../helpdesk/helpdesk.js';
import type { Outbox } from '../helpdesk/ports.js';
import type { Pause } from '../runtime/with-timeout.js';
import type { Locale } from '../text/locale.js';
import type { FindEntries } from '../troubleshooting/find-entries.js';
import type { Tree } from '../troubleshooting/tree.js';
import type { Administrators } from './administrators.js';
import type { Files } from './administrators/files.js';
import { nothing, say, type Answer, type LocalizedAnswer } from './answer.js';
import { createCommandTable } from './command-table.js';
import { createForget } from './forget.js';
import { createHelp } from './help.js';
import type { HelpdeskChannel } from './helpdesk-channel.js';
import type { Input, Sender } from './input.js';
import { createLanguage } from './language.js';
import type { LookUps } from './look-ups.js';
import { createObey } from './obey.js';
import type { Pastes } from './pastes.js';
import type { PersonalData, PreferenceStore } from './ports.js';
import { createPressed } from './pressed.js';
import { createRequests } from './requests.js';
import { createSaid } from './said.js';
import type { Tickets } from './tickets.js';
import { createWalkWords } from './walk-words.js';
import type { Walks } from './walks.js';
import { withIncidents } from './with-incidents.js';

export type { LocalizedAnswer as Outcome } from './answer.js';

export interface AssistantOptions {
  readonly tree: Tree;
  readonly walks: Walks;
  readonly pastes: Pastes;
  readonly lookUps: LookUps;
  readonly findEntries: FindEntries;
  readonly gate: Pick<Gate, 'isAdministrator'>;
  readonly administrators: Administrators;
  readonly files: Pick<Files, 'consented'>;
  readonly incidents: Pick<CurrentIncidents, 'concerning'>;
  readonly helpdesk: Helpdesk;
  readonly tickets: Tickets;
  readonly channel: HelpdeskChannel;
  readonly preferences: PreferenceStore;
  readonly personalData: PersonalData;
  readonly outbox: Outbox;
  readonly wakeOutbox: () => void;
  readonly pause: Pause;
  readonly now: () => Date;
  readonly defaultLocale: Locale;
}

export interface Assistant {
  /** Answers one input. Throws only for our own faults; what Graph, Teams or the person gets wrong becomes words. */
  handle(input: Input): Promise<LocalizedAnswer>;
}

/** The conversation: chooses the language, and hands on what was typed, pressed or pasted. */
export function createAssistant(options: AssistantOptions): Assistant {
  const { lookUps, pastes, administrators } = options;
  const walkWords = createWalkWords(options);
  const language = createLanguage({ ...options, remark: walkWords.remark });
  const requests = createRequests({ ...options, saidOtherwise: (input) => said.otherwise(input) });
  const namePc = (from: Sender, name: string, locale: Locale) => lookUps.inTime(pastes.namePc(from, name, locale));
  const table = createCommandTable({
    ...options,
    walkWords,
    requests,
    help: createHelp(options),
    chooseLanguage: language.choose,
    forget: createForget(options),
    administrators: administrators.commands,
  });
  const said = createSaid({
    ...options,
    walkWords,
    inTime: lookUps.inTime,
    namePc,
    requests,
    obey: createObey({ ...options, table }),
    localeOf: language.localeOf,
  });
  const pressed = createPressed({ ...options, requests, said: said.said, namePc });

  async function answer(input: Input, locale: Locale): Promise<Answer> {
    switch (input.kind) {
      case 'installed':
        return input.scope === 'personal' ? say({ kind: 'welcome' }) : nothing;
      case 'said':
        return said.said(input, locale);
      case 'pressed':
        return pressed(input, locale);
      case 'fileConsent':
        return options.files.consented(input, locale);
    }
  }

  return {
    async handle(input) {
      const locale = await language.localeOf(input.from);
      return withIncidents({ locale, ...(await answer(input, locale)) }, options.incidents);
    },
  };
}
