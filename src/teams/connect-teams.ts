import type { Activity, InvokeResponse } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import type { Upload } from '../administration/exports.js';
import type { Assistant } from '../assistant/assistant.js';
import type { Channels, Roster } from '../assistant/ports.js';
import type { View } from '../assistant/views.js';
import { AppError } from '../errors.js';
import type { Messenger } from '../helpdesk/ports.js';
import { isLoopback } from '../runtime/loopback.js';
import type { Locale } from '../text/locale.js';
import type { Admit } from './inbound/admission.js';
import { teamsChannel } from './outbound/attempt.js';
import { createAuthentication, type AuthenticationOptions } from './authentication/authentication.js';
import { createChannels } from './outbound/channels.js';
import type { ChannelTokens } from './authentication/credentials.js';
import { isTeamsFileHost } from './files/file-host.js';
import type { GiveOptions } from './inbound/give-answers.js';
import { createHeardChannels } from './inbound/heard-channels.js';
import { createMessenger } from './outbound/messenger.js';
import type { Pace } from './outbound/pace.js';
import type { ConversationStore, HandledActivities } from './ports.js';
import { createReadFiles } from './files/read-files.js';
import { createReceive } from './inbound/receive.js';
import { renderView, type RenderContext, type RenderView } from './cards/render-view.js';
import { createRoster } from './outbound/roster.js';
import { TeamsAdapter } from './teams-adapter.js';
import { createUpload } from './files/upload-file.js';
import { wellFormed } from './inbound/well-formed.js';
import type { Throttle } from '../runtime/throttle.js';

/** What Teams is answered over HTTP. No body ever carries an exception's text. */
export interface HttpAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** One request of the Bot Framework: the header and the parsed body. */
export type ReceiveRequest = (authorization: string, body: unknown) => Promise<HttpAnswer>;

export interface TeamsOptions {
  readonly appId: string | undefined;
  readonly tokens: ChannelTokens;
  readonly tenantId: string | undefined;
  readonly cloud: {
    readonly loginUrl: string;
    readonly botIssuer: string;
    readonly botOpenIdMetadata: string;
    readonly teamsServiceUrl?: string;
  };
  readonly storage: { readonly conversations: ConversationStore; readonly handled: HandledActivities };
  /** Fetches uploaded text files and the document that says whose signatures count. */
  readonly fetch: typeof globalThis.fetch;
  /** The only addresses that it is asked for; by default the ones at which Teams keeps files. */
  readonly allowedFileHost?: (url: URL) => boolean;
  readonly defaultLocale: Locale;
  /** Keeps the outbox's requests within what Teams takes (see pace.ts); by default nothing ever waits. */
  readonly pace?: Pace;
  /** Keeps one person's flood from everybody else's turns (see admission.ts); by default nobody is kept back. */
  readonly admit?: Admit;
  /** Hears of each activity that was not taken: too much of one person, or too many of all. */
  readonly onRefused?: (why: 'tooMuch' | 'tooMany') => void;
  /** The addresses of people and devices in this cloud's Entra portal; by default cards have no such links. */
  readonly portal?: NonNullable<RenderContext['portal']>;
  /** Instead of the usual limits of calls to Teams, and of the time for an answer in milliseconds. */
  readonly limits?: NonNullable<AuthenticationOptions['limits']> & { readonly answerMs: number };
  readonly now: () => Date;
  readonly newId: () => string;
  readonly throttle: Throttle;
  readonly onFailure: (error: unknown, failureId: string) => void;
}

export interface Teams {
  readonly messenger: Messenger<View>;
  readonly roster: Roster;
  readonly channels: Channels;
  readonly upload: Upload;
  /** The way in; built last, because the assistant needs the ways out, and what Teams does not take at once the outbox. */
  receiveFor(assistant: Assistant, replies: Pick<GiveOptions, 'outbox' | 'wakeOutbox' | 'onKept'>): ReceiveRequest;
}

/** Builds the room: the adapter, the ways out (messenger, roster, channels) and the way in. */
export function connectTeams(options: TeamsOptions): Teams {
  const {
    appId,
    tokens,
    tenantId,
    cloud,
    storage,
    defaultLocale,
    pace,
    portal,
    admit,
    onRefused,
    now,
    newId,
    throttle,
    onFailure,
  } = options;
  const addresses = { ...cloud, botScope: cloud.botIssuer, botTokenIssuer: cloud.botIssuer };
  const adapter = new TeamsAdapter(createAuthentication({ appId, tokens }, addresses, options));
  const { conversations, handled } = storage;
  const readFiles = createReadFiles({
    fetch: options.fetch,
    allowedFileHost: options.allowedFileHost ?? isTeamsFileHost,
  });
  const heard = createHeardChannels();
  const outward = {
    adapter,
    conversations,
    appId: appId ?? '',
    tenantId,
    botScope: cloud.botIssuer,
    defaultServiceUrl: cloud.teamsServiceUrl,
  };
  // Here and nowhere else, so that no card is drawn without the portal.
  const render: RenderView = (view, context) => renderView(view, { ...context, ...(portal && { portal }) });

  /** Anybody on the internet can make this happen, as often as they like. */
  function tellKeysUnreachable(cause: unknown): void {
    const error = new AppError('DJA-TEAMS-KEYS-UNREACHABLE', { cause });
    throttle(error.code, () => onFailure(error, 'authentication'));
  }

  function receiveFor(
    assistant: Assistant,
    replies: Pick<GiveOptions, 'outbox' | 'wakeOutbox' | 'onKept'>,
  ): ReceiveRequest {
    const receive = createReceive({
      ...replies,
      assistant,
      conversations,
      handled,
      heard,
      render,
      readFiles,
      tenantId,
      defaultLocale,
      now,
      newId,
      onFailure,
      ...(admit && { admit }),
      ...(onRefused && { onRefused }),
      ...(options.limits && { answerMs: options.limits.answerMs }),
    });
    return async (authorization, body) => {
      if (appId !== undefined && (body as Partial<Activity> | undefined)?.channelId !== teamsChannel)
        return { status: 403 };
      const activity = wellFormed(body);
      if (!activity) return { status: 400 };
      // Without authentication anybody could name an address for us to post to.
      if (appId === undefined && !isOnThisMachine(activity.serviceUrl)) return { status: 403 };
      try {
        return answerOf(await adapter.receive(authorization, activity, receive));
      } catch (error) {
        if (error instanceof AuthenticationError) return { status: 401 };
        tellKeysUnreachable(error);
        return { status: 503 };
      }
    };
  }

  return {
    messenger: createMessenger({ ...outward, render, defaultLocale, now, ...(pace && { pace }) }),
    roster: createRoster(outward),
    channels: createChannels({ ...outward, render, heard, now }),
    upload: createUpload({
      fetch: options.fetch,
      ...(options.allowedFileHost && { allowedFileHost: options.allowedFileHost }),
    }),
    receiveFor,
  };
}

function answerOf(response: InvokeResponse | undefined): HttpAnswer {
  return response
    ? { status: response.status, ...(response.body !== undefined && { body: response.body as unknown }) }
    : { status: 200 };
}

function isOnThisMachine(serviceUrl: string | undefined): boolean {
  return typeof serviceUrl === 'string' && isLoopback(new URL(serviceUrl).hostname);
}
