import type { Device, Directory } from '../directory/model.js';
import type { Helpdesk } from '../helpdesk/helpdesk.js';
import { personOrderingKey } from '../helpdesk/ordering-keys.js';
import type { Outbox } from '../helpdesk/ports.js';
import type { PostedCard } from '../helpdesk/ticket.js';
import { buildProblemReport } from '../helpdesk/build-problem-report.js';
import { directoryCacheMs } from '../limits.js';
import type { Locale } from '../text/locale.js';
import { resume, startSession, step, type StepResult, type WalkEvent } from '../troubleshooting/step.js';
import type { Profile, Session } from '../troubleshooting/session.js';
import type { Tree } from '../troubleshooting/tree.js';
import type { Sender } from './input.js';
import type { Reminders } from './pc-ports.js';
import type { SessionStore, Stored } from './ports.js';
import type { Notice, StepRef, WalkView } from './views.js';
import { causesOnShow } from './causes-on-show.js';
import { walkView } from './walk-view.js';
import { withTimeout, type Pause } from '../runtime/with-timeout.js';

export interface WalksOptions {
  readonly tree: Tree;
  readonly sessions: SessionStore;
  readonly reminders: Reminders;
  readonly directory: Directory;
  readonly helpdesk: Helpdesk;
  readonly outbox: Outbox;
  readonly wakeOutbox: () => void;
  /** Runs work that nobody waits for; its errors are logged there. */
  readonly background: (name: string, work: () => Promise<void>) => void;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly pause: Pause;
}

/** The person's own PCs that are kept by name. More belong to somebody who sets up PCs for others. */
const mostPcs = 50;

/** What a person does in a walk, without the time. */
export type UntimedWalkEvent = WalkEvent extends infer E ? (E extends WalkEvent ? Omit<E, 'at'> : never) : never;

/** `decide` looks at the session as it is now and says what happens; undefined = nothing, show it as it is. */
export type Decide = (session: Session) => UntimedWalkEvent | undefined;

export interface Walked {
  readonly session: Session;
  readonly view: WalkView;
  readonly refused: boolean;
}

export type Walks = ReturnType<typeof createWalks>;

/** The walks of all people: loads, decides, stores with compare-and-set, and draws. */
export function createWalks(options: WalksOptions) {
  const { tree, sessions, reminders, directory, helpdesk, outbox, wakeOutbox, background, now, newId, pause } = options;

  /** The person's walk as today's tree sees it; undefined when there is none or it no longer fits. */
  async function current(
    personId: string,
  ): Promise<{ stored: Stored<Session>; session: Session | undefined } | undefined> {
    const stored = await sessions.latest(personId);
    return stored && { stored, session: resume(tree, stored.value) };
  }

  async function begin(from: Sender): Promise<Session> {
    const { value } = await sessions.insert(
      from.personId,
      startSession(tree, { id: newId(), at: now().toISOString() }),
    );
    readFacts(from.personId, value.id);
    return value;
  }

  /** A new walk that knows what the directory says of the person, or as much as it says within `patienceMs` milliseconds. */
  async function beginInformed(from: Sender, patienceMs: number): Promise<Session> {
    const { value } = await sessions.insert(
      from.personId,
      startSession(tree, { id: newId(), at: now().toISOString() }),
    );
    const informed = inform(from.personId, value.id);
    background('read facts', () => informed);
    // Its failure is told where the work in the background is looked after.
    const ended = informed.catch(() => undefined);
    await withTimeout(ended, patienceMs, { pause, late: () => undefined });
    return (await current(from.personId))?.session ?? value;
  }

  /** A new walk that stands where an earlier one ended, with all its answers: for a request that comes up again. */
  async function beginAgain(from: Sender, ended: Session): Promise<Session> {
    const at = now().toISOString();
    const form = { ...ended.form, note: '' };
    const { lookAgainAt: _ofTheFirst, ...kept } = ended;
    const again: Session = {
      ...kept,
      id: newId(),
      step: 1,
      place: { kind: 'node' },
      form,
      startedAt: at,
      updatedAt: at,
    };
    const { value } = await sessions.insert(from.personId, again);
    readFacts(from.personId, value.id);
    return value;
  }

  /**
   * Lets something happen to the person's walk. When another write came first, the decision is made again on what is
   * stored then. Undefined when the person has no walk that fits today's tree.
   */
  async function change(
    from: Sender,
    locale: Locale,
    decide: Decide,
    message?: PostedCard,
  ): Promise<Walked | undefined> {
    for (;;) {
      const found = await current(from.personId);
      if (!found?.session) return undefined;
      const { session, stored } = found;
      const event = decide(session);
      if (!event) return { session, view: draw(session), refused: false };
      if (event.kind === 'startOver' && isOver(session)) {
        const fresh = await begin(from);
        return { session: fresh, view: draw(fresh), refused: false };
      }
      const result = await handOverIfAsked(from, locale, step(tree, session, { ...event, at: now().toISOString() }));
      const refusal = result.effects.find((effect) => effect.kind === 'refused');
      if (refusal) {
        const notice: Notice = { key: event.kind === 'back' ? 'nothingToGoBackTo' : 'pressedLate' };
        return { session, view: draw(session, notice), refused: true };
      }
      if (result.effects.some((effect) => effect.kind === 'lookAgain')) await remind(from, locale, result.session);
      const saved = await sessions.save(from.personId, result.session, stored.version);
      if (!saved) continue;
      const view = draw(saved.value);
      if (message && result.effects.some((effect) => effect.kind === 'rest'))
        await bringUpToDate(from, message, saved.value, locale);
      return { session: saved.value, view, refused: false };
    }
  }

  /** Written before the session says so, under a key of its own: a second attempt moves the first reminder. */
  async function remind({ personId }: Sender, locale: Locale, session: Session): Promise<void> {
    const pc = session.readings?.at(-1)?.pc;
    if (!pc || session.lookAgainAt === undefined) return;
    const { objectId, deviceId, name } = pc;
    await reminders.add({
      personId,
      key: `${session.id}:${objectId ?? deviceId ?? name}`,
      dueAt: Date.parse(session.lookAgainAt),
      locale,
      pc: {
        ...(objectId !== undefined && { objectId }),
        ...(deviceId !== undefined && { deviceId }),
        ...(name !== undefined && { name }),
      },
    });
  }

  /** The ticket is written before the session says so; its key makes a second attempt find the first ticket. */
  async function handOverIfAsked(from: Sender, locale: Locale, result: StepResult): Promise<StepResult> {
    if (!result.effects.some((effect) => effect.kind === 'handOver')) return result;
    const { session } = result;
    const { displayName, userPrincipalName } = session.profile;
    const ticket = await helpdesk.handOver({
      sessionId: session.id,
      requester: { id: from.personId, name: displayName || from.name, userPrincipalName },
      locale,
      severity: session.form.urgent === true ? 'urgent' : 'normal',
      report: buildProblemReport(tree, session),
      causes: causesOnShow(tree, session),
    });
    return step(tree, session, { kind: 'handedOver', ticketNumber: ticket.number, at: now().toISOString() });
  }

  /** Other clients of the person still show the old card: the stored message follows through the outbox. */
  async function bringUpToDate(
    { personId }: Sender,
    card: PostedCard,
    session: Session,
    locale: Locale,
  ): Promise<void> {
    const onlyAt = { personId, sessionId: session.id, step: session.step };
    await outbox.add(personOrderingKey(personId), { kind: 'update', card, view: draw(session), locale, onlyAt });
    wakeOutbox();
  }

  /** Asks the directory beside the conversation; what it says counts from the next step on. */
  function readFacts(personId: string, sessionId: string): void {
    background('read facts', () => inform(personId, sessionId));
  }

  async function inform(personId: string, sessionId: string): Promise<void> {
    const evidence = await directory.evidence(personId);
    const person = evidence.person.known ? evidence.person.value : undefined;
    const pcs = evidence.judged.filter(({ device }) => device.operatingSystem?.startsWith('Windows') ?? true);
    const names = pcs.flatMap(({ device }) => device.displayName ?? []);
    const profile: Profile = {
      displayName: person?.displayName ?? '',
      userPrincipalName: person?.userPrincipalName ?? '',
      pcs: [...new Set(names)].slice(0, mostPcs),
      pcIds: idsOf(pcs.map(({ device }) => device)).slice(0, mostPcs),
    };
    await learn(personId, sessionId, { kind: 'learn', facts: evidence.facts, profile });
  }

  async function learn(
    personId: string,
    sessionId: string,
    event: UntimedWalkEvent & { kind: 'learn' },
  ): Promise<void> {
    for (;;) {
      const stored = await sessions.latest(personId);
      if (stored?.value.id !== sessionId) return;
      const { session } = step(tree, stored.value, { ...event, at: now().toISOString() });
      if (await sessions.save(personId, session, stored.version)) return;
    }
  }

  /** Facts asked for more than 15 minutes ago are asked for again when the person types; so is what never came. */
  function refreshFacts(personId: string, session: Session): void {
    const asked = Date.parse(session.factsReadAt ?? session.startedAt);
    if (now().getTime() - asked > directoryCacheMs && !isOver(session)) readFacts(personId, session.id);
  }

  function draw(session: Session, notice?: Notice): WalkView {
    return walkView(tree, session, { now: now(), notice });
  }

  return { current, begin, beginInformed, beginAgain, change, refreshFacts, draw };
}

/** Handed over or closed: only a new walk goes on from here. */
export function isOver(session: Session): boolean {
  return session.place.kind === 'handedOver' || session.place.kind === 'closed';
}

/** Whether a press belongs to the step that is on show now. */
export function isCurrent(session: Session, ref: StepRef): boolean {
  return session.id === ref.sessionId && session.step === ref.step;
}

/** Where two objects have one name, the name does not say which is meant. */
function idsOf(devices: readonly Device[]): NonNullable<Profile['pcIds']> {
  const named = devices.flatMap(({ displayName: name, id: objectId, deviceId }) =>
    name === undefined ? [] : [{ name, objectId, ...(deviceId !== undefined && { deviceId }) }],
  );
  return named.filter(
    ({ name }) => named.filter((other) => other.name.toLowerCase() === name.toLowerCase()).length === 1,
  );
}
