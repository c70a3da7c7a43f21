import type { Activity } from '../activity.js';
import { z } from 'zod';
import type { Input, Mention, Scope } from '../../assistant/input.js';
import { maxEntities, maxMentionCharacters, maxTypedCharacters } from '../../limits.js';
import { inTurns } from '../../runtime/in-turns.js';
import { objectIdIn } from '../../runtime/object-id.js';
import { decoded } from '../files/decoded.js';
import { entriesOf } from './entries-of.js';
import { readAttachments } from '../files/read-attachments.js';
import type { AttachedFile } from '../files/read-files.js';
import { readFileConsent } from '../files/read-file-consent.js';
import { readingHtml } from '../html/read-html.js';
import { readPress } from './read-press.js';

/** What an activity is to us. `outsider`: nobody of the served tenant, or nobody at all. `files` are still to be fetched. */
export type ReadActivity =
  | { readonly kind: 'input'; readonly input: Input; readonly files: readonly AttachedFile[] }
  | { readonly kind: 'outsider' }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'ignored' };

type ChannelData = { tenant?: { id?: unknown } } | null | undefined;

const text = z.string().catch('');
const wordOrNothing = z.string().optional().catch(undefined);
const mentionEntity = z.object({
  type: z.literal('mention'),
  text: z.string().min(1).max(maxMentionCharacters),
  mentioned: z.object({ id: z.string().min(1) }),
});

/** Turns an activity of the Bot Framework into an input that knows no SDK. */
export async function readActivity(activity: Activity, tenantId: string | undefined): Promise<ReadActivity> {
  const kind = kindOf(activity);
  if (kind === undefined) return { kind: 'ignored' };
  const personId = objectIdIn(activity.from?.aadObjectId);
  if (personId === undefined || !isOfTenant(activity, tenantId)) return { kind: 'outsider' };
  const common = {
    from: { personId, name: text.parse(activity.from.name), localeTag: wordOrNothing.parse(activity.locale) },
    scope: scopeOf(activity),
    conversationId: activity.conversation.id,
  };
  switch (kind) {
    case 'installed':
      return { kind: 'input', input: { ...common, kind }, files: [] };
    case 'said': {
      const { own, ...said } = readText(activity);
      const { html, hasPicture, files } = readAttachments(activity);
      return {
        kind: 'input',
        input: { ...common, kind, ...said, lines: await linesOf(said.text, html, own), hasPicture },
        files,
      };
    }
    case 'fileConsent':
      return { kind: 'input', input: { ...common, kind, ...readFileConsent(activity.value) }, files: [] };
    case 'pressed': {
      const press = readPress(activity);
      if (!press) return { kind: 'malformed' };
      const activityId = text.parse(activity.replyToId);
      const message = activityId === '' ? undefined : { conversationId: activity.conversation.id, activityId };
      return { kind: 'input', input: { ...common, kind, press, message }, files: [] };
    }
  }
}

function kindOf(activity: Activity): Input['kind'] | undefined {
  if (activity.type === 'message') return activity.value ? 'pressed' : 'said';
  if (activity.type === 'invoke' && activity.name === 'adaptiveCard/action') return 'pressed';
  if (activity.type === 'invoke' && activity.name === 'fileConsent/invoke') return 'fileConsent';
  return activity.type === 'installationUpdate' && text.parse(activity.action).startsWith('add')
    ? 'installed'
    : undefined;
}

/**
 * The conversation's tenant and, where the client tells it, the sender's own: in shared channels the former is the host's
 * (learn.microsoft.com/microsoftteams/platform, shared channels).
 */
function isOfTenant(activity: Activity, tenantId: string | undefined): boolean {
  const data = activity.channelData as ChannelData;
  const sender = (activity.from as { tenantId?: unknown }).tenantId;
  const named = [activity.conversation?.tenantId, data?.tenant?.id, sender].filter(
    (id) => id !== undefined && id !== null && id !== '',
  );
  return (
    tenantId !== undefined &&
    named.length > 0 &&
    named.every((id) => typeof id === 'string' && id.toLowerCase() === tenantId.toLowerCase())
  );
}

/** Individual things are shown in somebody's own chat: what may be another place, by its kind or by its id, is none. */
function scopeOf({ conversation: { id, conversationType: type, isGroup } }: Activity): Scope {
  if (type === 'channel') return 'channel';
  const own = type === 'personal' || (type ?? '') === '';
  return own && !isGroup && !id.startsWith('19:') ? 'personal' : 'group';
}

/** The text without our own mention (the names it shows are `own`); other mentions stay as theirs, with the Teams id beside it. */
function readText(activity: Activity): {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly own: readonly string[];
} {
  const mentions: Mention[] = [];
  const own: string[] = [];
  const names = new Map<string, string>();
  for (const { text: shown, mentioned } of entriesOf(mentionEntity, ownFirst(activity), maxEntities)) {
    const ours = mentioned.id === activity.recipient?.id;
    const name = decoded(shown.replace(/<\/?at[^<>]*>/g, ''));
    if (!names.has(shown)) names.set(shown, ours ? ' ' : name);
    if (ours) own.push(name.trim());
    else mentions.push({ teamsId: mentioned.id, text: name });
  }
  return { text: decoded(withNames(text.parse(activity.text), names)).slice(0, maxTypedCharacters), mentions, own };
}

/** Ours among them is always looked at: what is typed behind it may be a command. */
function ownFirst({ entities, recipient }: Activity): unknown {
  if (!Array.isArray(entities) || entities.length <= maxEntities) return entities;
  const mentions = entities as readonly ({ readonly mentioned?: { readonly id?: unknown } | null } | null)[];
  const ours = mentions.find((each) => each?.mentioned?.id !== undefined && each.mentioned.id === recipient?.id);
  return ours === undefined ? entities : [ours, ...entities];
}

/** All in one pass: the text may be long, and the mentions many. */
function withNames(said: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return said;
  const shown = [...names.keys()].map((each) => each.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`));
  return said.replace(new RegExp(shown.join('|'), 'g'), (each) => names.get(each) ?? each);
}

/**
 * What was typed with its line ends: of the HTML copy, since the text loses them, unless the copy says nothing, cannot be read,
 * or is the one that lost them.
 */
async function linesOf(typed: string, html: string | undefined, own: readonly string[]): Promise<string> {
  const shown = html === undefined ? '' : ((await inTurns(readingHtml(html, own))) ?? '');
  const best = shown === '' || (typed.trim().includes('\n') && !shown.includes('\n')) ? typed : shown;
  return best.slice(0, maxTypedCharacters);
}
