import { joinedTo, endIncident, type EndIncidentsOptions } from '../../helpdesk/end-incidents.js';
import type { CurrentIncidents } from '../../helpdesk/current-incidents.js';
import { everyCause, type Incident, type StoredIncident } from '../../helpdesk/incidents.js';
import { readUntil } from '../../helpdesk/read-until.js';
import type { Audit, AuditEntry } from '../../helpdesk/audit.js';
import type { IncidentView } from '../../helpdesk/views.js';
import { maxIncidentText } from '../../limits.js';
import type { Tree } from '../../troubleshooting/tree.js';
import type { AdminPressContext } from '../administrators.js';
import type { Asked } from '../obey.js';
import { notice, say, type Answer } from '../answer.js';
import type { Sender } from '../input.js';

/** The buttons of its cards. @public read by `npm run indexes` */
export const presses = ['chooseIncidentCause', 'publishIncident', 'dropIncident', 'endIncident'] as const;

export interface HandlersOptions {
  readonly incidentWork: EndIncidentsOptions;
  readonly tree: Tree;
  readonly current: Pick<CurrentIncidents, 'forget'>;
  readonly audit: Pick<Audit, 'record'>;
  readonly timeZone: string;
}

/** Causes that are offered for one that does not exist. */
const mostOffered = 6;

/** Known issues: written, looked at as people will see them, published, ended. */
export function createHandlers(options: HandlersOptions) {
  const { incidentWork, tree, current, audit, timeZone } = options;
  const { incidents, now } = incidentWork;

  async function knownIssue({ from, argument }: Asked): Promise<Answer> {
    if (argument === '') return list();
    const { cause, until, text } = partsOf(argument);
    if (text === '') return notice('incidentHow', { typed: argument });
    if (text.length > maxIncidentText)
      return notice('incidentTooLong', { most: maxIncidentText, typed: text.slice(0, maxIncidentText) });
    const read = readUntil(until, now(), timeZone);
    if (read.kind !== 'at') return notice(untilNotices[read.kind], { until, typed: argument });
    const known = causeIn(cause);
    const { incident } = await incidents.draft({
      cause: known ?? '',
      text,
      until: new Date(read.at).toISOString(),
      state: 'draft',
      by: from.personId,
    });
    await record(from, 'command:knownIssue', incident);
    return say(viewOf(incident, known === undefined ? cause : undefined));
  }

  async function list(): Promise<Answer> {
    const running = await incidents.running();
    if (running.length === 0) return notice('incidentNone');
    const views = await Promise.all(
      running.map(async (incident) => ({
        ...viewOf(incident),
        joined: (await joinedTo(incidentWork, incident.number)).length,
      })),
    );
    return { replies: views };
  }

  /** A cause by its id, or by its title in either language; `all` for every walk. */
  function causeIn(typed: string): string | undefined {
    const wanted = typed.trim().toLowerCase();
    if (wanted === everyCause || wanted === 'alle') return everyCause;
    if (tree.causes.has(wanted)) return wanted;
    return [...tree.causes].find(([, { title }]) =>
      Object.values(title).some((words) => words.toLowerCase() === wanted),
    )?.[0];
  }

  function viewOf(incident: Incident, unknownCause?: string): IncidentView {
    const title = tree.causes.get(incident.cause)?.title;
    return {
      kind: 'incident',
      incident,
      ...(title && { title }),
      ...(unknownCause !== undefined && { unknownCause, offered: nearest(unknownCause) }),
    };
  }

  /** Those that share most of the beginnings of words with what was typed. */
  function nearest(typed: string): NonNullable<IncidentView['offered']> {
    const words = typed
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2);
    const likeness = (id: string, title: string): number =>
      words.filter((word) => `${id} ${title}`.toLowerCase().includes(word.slice(0, 4))).length;
    return [...tree.causes]
      .map(([id, { title }]) => ({ id, title, like: likeness(id, Object.values(title).join(' ')) }))
      .toSorted((a, b) => b.like - a.like)
      .slice(0, mostOffered)
      .map(({ id, title }) => ({ id, title }));
  }

  async function chooseCause({ id }: AdminPressContext): Promise<Answer> {
    const [number = '', cause = ''] = id.split(' ');
    const stored = await draftOf(number);
    if (!stored || (cause !== everyCause && !tree.causes.has(cause))) return gone;
    const saved = await incidents.save({ ...stored.incident, cause }, stored.version);
    return saved ? { replies: [], card: viewOf(saved.incident) } : gone;
  }

  async function publish({ from, id }: AdminPressContext): Promise<Answer> {
    const stored = await draftOf(id);
    if (!stored || stored.incident.cause === '') return gone;
    if (Date.parse(stored.incident.until) <= now())
      return { replies: [], refusal: { key: 'incidentPast', values: { until: '', typed: stored.incident.text } } };
    const saved = await incidents.save({ ...stored.incident, state: 'running' }, stored.version, {
      audit: entry(from, 'press:publishIncident', stored.incident),
    });
    current.forget();
    return saved ? { replies: [], card: viewOf(saved.incident) } : gone;
  }

  async function drop({ from, id }: AdminPressContext): Promise<Answer> {
    const stored = await draftOf(id);
    const saved =
      stored &&
      (await incidents.save({ ...stored.incident, state: 'ended' }, stored.version, {
        audit: entry(from, 'press:dropIncident', stored.incident),
      }));
    return saved ? { replies: [], card: viewOf(saved.incident) } : gone;
  }

  async function end({ from, id }: AdminPressContext): Promise<Answer> {
    const stored = await found(id);
    if (!stored || stored.incident.state === 'draft') return gone;
    if (stored.incident.state === 'running')
      await endIncident(incidentWork, stored, entry(from, 'press:endIncident', stored.incident));
    current.forget();
    const after = await found(id);
    return after ? { replies: [], card: viewOf(after.incident) } : gone;
  }

  async function found(id: string): Promise<StoredIncident | undefined> {
    return /^\d{1,9}$/.test(id) ? incidents.find(Number(id)) : undefined;
  }

  async function draftOf(id: string): Promise<StoredIncident | undefined> {
    const stored = await found(id);
    return stored?.incident.state === 'draft' ? stored : undefined;
  }

  function entry({ personId }: Sender, action: AuditEntry['action'], { number }: Incident): AuditEntry {
    return {
      actorId: personId,
      action,
      objectIds: [String(number)],
      result: 'done',
      at: new Date(now()).toISOString(),
    };
  }

  function record(from: Sender, action: AuditEntry['action'], incident: Incident): Promise<void> {
    return audit.record(entry(from, action, incident));
  }

  return {
    commands: { knownIssue },
    presses: { chooseIncidentCause: chooseCause, publishIncident: publish, dropIncident: drop, endIncident: end },
  };
}

/** `CAUSE until TIME: text`, with single blanks. A time has a colon itself, but no blank behind it. */
function partsOf(argument: string): { readonly cause: string; readonly until: string; readonly text: string } {
  const [, word = ''] = / (until|bis) /i.exec(argument) ?? [];
  const middle = word === '' ? -1 : argument.indexOf(` ${word} `);
  const rest = argument.slice(middle + word.length + 2);
  const colon = rest.indexOf(': ');
  if (middle < 1 || colon < 0) return { cause: '', until: '', text: '' };
  return {
    cause: argument.slice(0, middle).trim(),
    until: rest.slice(0, colon).trim(),
    text: rest.slice(colon + 2).trim(),
  };
}

const gone: Answer = { replies: [], refusal: { key: 'incidentGone' } };

const untilNotices = { unreadable: 'incidentUntil', past: 'incidentPast', tooFar: 'incidentTooFar' } as const;
