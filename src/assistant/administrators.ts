import type { Entered, Gate } from '../administration/gate.js';
import type { AuditAction } from '../helpdesk/audit.js';
import type { Locale } from '../text/locale.js';
import { elsewhere, notice, type Answer } from './answer.js';
import type { AdministratorCommandId } from './commands.js';
import type { Asked, CommandTable } from './obey.js';
import type { AdminOption } from './administrators/options.js';
import type { AdminPress, Input, Sender } from './input.js';
import type { NoticeKey } from './views.js';

/** A button of an administrator's card. `id` says what it is about, and counts as little as anything else that a client sends. */
export type AdminPressContext = Pick<AdminPress, 'id' | 'inputs'> & {
  readonly from: Sender;
  readonly input: Input & { readonly kind: 'pressed' };
  readonly locale: Locale;
};

export interface AdministratorsOptions {
  readonly gate: Pick<Gate, 'enter'>;
  /** Ends before Teams gives up. */
  readonly inTime: (work: Promise<Answer>) => Promise<Answer>;
  readonly commands: Pick<CommandTable, AdministratorCommandId>;
  readonly presses: Readonly<Record<AdminOption, (pressed: AdminPressContext) => Promise<Answer>>>;
}

export type Administrators = ReturnType<typeof createAdministrators>;

/** What administrators type and press. The gate stands before all of it: whoever is refused learns nothing of what was asked for. */
export function createAdministrators({ gate, inTime, commands, presses }: AdministratorsOptions) {
  const guarded = (id: AdministratorCommandId) => (asked: Asked) =>
    inTime(ifLetIn(asked.from, `command:${id}`, () => commands[id](asked), notice));

  async function pressed(
    input: Input & { kind: 'pressed' },
    { option, id, inputs }: AdminPress,
    locale: Locale,
  ): Promise<Answer> {
    if (input.scope !== 'personal') return elsewhere;
    const { from } = input;
    const work = (): Promise<Answer> => presses[option]({ from, input, id, inputs, locale });
    return inTime(ifLetIn(from, `press:${option}`, work, (key) => ({ replies: [], refusal: { key } })));
  }

  async function ifLetIn(
    { personId }: Sender,
    action: AuditAction,
    work: () => Promise<Answer>,
    refuse: (key: NoticeKey) => Answer,
  ): Promise<Answer> {
    const entered = await gate.enter(personId, action);
    return entered === 'in' ? work() : refuse(refusals[entered]);
  }

  const ids = Object.keys(commands) as AdministratorCommandId[];
  return {
    /** The same commands, behind the gate. */
    commands: Object.fromEntries(ids.map((id) => [id, guarded(id)])) as typeof commands,
    pressed,
  };
}

/** What somebody who is not let in reads. */
export const refusals: Readonly<Record<Exclude<Entered, 'in'>, NoticeKey>> = {
  refused: 'notAllowed',
  notConfirmed: 'notConfirmed',
};
