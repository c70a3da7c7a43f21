import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Input, Mention, Scope } from '../assistant/input.js';
import { readPress } from './read-press.js';

/** What an activity is to us. `outsider`: nobody of the served tenant, or nobody at all. */
export type ReadActivity =
  | { readonly kind: 'input'; readonly input: Input }
  | { readonly kind: 'outsider' }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'ignored' };

type ChannelData = { tenant?: { id?: unknown } } | null | undefined;

const text = z.string().catch('');
const wordOrNothing = z.string().optional().catch(undefined);
const list = z.array(z.unknown()).catch([]);
const mentionEntity = z.object({ type: z.literal('mention'), text: z.string().min(1), mentioned: z.object({ id: z.string().min(1) }) });
const attachment = z.object({ contentType: z.string(), content: z.unknown().optional() });

/** The entries of what should be a list that are what they should be. */
function entriesOf<T>(schema: z.ZodType<T>, value: unknown): readonly T[] {
  return list.parse(value).flatMap((entry) => {
    const read = schema.safeParse(entry);
    return read.success ? [read.data] : [];
  });
}

/** Turns an activity of the Bot Framework into an input that knows no SDK. */
export function readActivity(activity: Activity, tenantId: string | undefined): ReadActivity {
  const kind = kindOf(activity);
  if (kind === undefined) return { kind: 'ignored' };
  const personId = text.parse(activity.from?.aadObjectId);
  if (personId === '' || !isOfTenant(activity, tenantId)) return { kind: 'outsider' };
  const common = {
    from: { personId, name: text.parse(activity.from.name), localeTag: wordOrNothing.parse(activity.locale) },
    scope: scopeOf(activity),
    conversationId: activity.conversation.id,
  };
  switch (kind) {
    case 'installed':
      return { kind: 'input', input: { ...common, kind } };
    case 'said':
      return { kind: 'input', input: { ...common, kind, ...readText(activity), hasPicture: hasPicture(activity) } };
    case 'pressed': {
      const press = readPress(activity);
      if (!press) return { kind: 'malformed' };
      const activityId = text.parse(activity.replyToId);
      const message = activityId === '' ? undefined : { conversationId: activity.conversation.id, activityId };
      return { kind: 'input', input: { ...common, kind, press, message } };
    }
  }
}

function kindOf(activity: Activity): Input['kind'] | undefined {
  if (activity.type === 'message') return activity.value ? 'pressed' : 'said';
  if (activity.type === 'invoke' && activity.name === 'adaptiveCard/action') return 'pressed';
  return activity.type === 'installationUpdate' && String(activity.action).startsWith('add') ? 'installed' : undefined;
}

/**
 * The conversation's tenant and, where the client tells it, the sender's own: in shared channels the former is the host's
 * (learn.microsoft.com/microsoftteams/platform, shared channels).
 */
function isOfTenant(activity: Activity, tenantId: string | undefined): boolean {
  const data = activity.channelData as ChannelData;
  const sender = (activity.from as { tenantId?: unknown }).tenantId;
  const named = [activity.conversation?.tenantId, data?.tenant?.id, sender].filter((id) => id !== undefined && id !== null && id !== '');
  return tenantId !== undefined && named.length > 0 && named.every((id) => id === tenantId);
}

function scopeOf(activity: Activity): Scope {
  if (activity.conversation.conversationType === 'channel') return 'channel';
  return activity.conversation.conversationType === 'groupChat' ? 'group' : 'personal';
}

/** The text without our own mention; other mentions stay as the name they show, with the Teams id beside it. */
export function readText(activity: Activity): { readonly text: string; readonly mentions: readonly Mention[] } {
  let said = text.parse(activity.text);
  const mentions: Mention[] = [];
  for (const { text: shown, mentioned } of entriesOf(mentionEntity, activity.entities)) {
    const own = mentioned.id === activity.recipient?.id;
    const name = decoded(shown.replace(/<\/?at[^<>]*>/g, ''));
    said = said.replaceAll(shown, () => (own ? ' ' : name));
    if (!own) mentions.push({ teamsId: mentioned.id, text: name });
  }
  return { text: decoded(said), mentions };
}

const entities: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'" };

/** Teams encodes what people type (conventions, section 4). */
function decoded(text: string): string {
  return text.replace(/&(nbsp|amp|lt|gt|quot|#39|apos);/g, (whole, name: string) => entities[name] ?? whole);
}

/** A photo, a screenshot or a file; the card's own attachments and the HTML copy of the text do not count. */
function hasPicture(activity: Activity): boolean {
  return entriesOf(attachment, activity.attachments).some(
    ({ contentType, content }) =>
      contentType.startsWith('image/') ||
      contentType === 'application/vnd.microsoft.teams.file.download.info' ||
      (contentType === 'text/html' && typeof content === 'string' && content.includes('<img')),
  );
}
