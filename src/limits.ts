import { dayMs, minuteMs } from './runtime/durations.js';

/**
 * Numbers that Teams and Graph impose, and the ones we chose under them. What is imposed names its source; pages are those of
 * learn.microsoft.com unless said otherwise. A number without a source, here and elsewhere in src, is our choice.
 */

/** Characters of card JSON. Teams takes about 100 KB (format-your-bot-messages); 25 KB is under every limit ever published. */
export const maxCardCharacters = 25_000;

/** Actions that Teams shows in one bar (design-effective-cards). */
export const maxActionsInBar = 6;

/** Options of a step shown as buttons; above this a choice set is easier to read. */
export const maxOptionsAsButtons = 7;

/** Bytes of a request body. A Teams message is about 100 KB, so this is generous. */
export const maxBodyBytes = 262_144;

/**
 * Milliseconds for which an idle connection is kept. Longer than anything in front of the bot keeps it, so that it is never we who
 * close it while a press is on its way: Azure's load balancers, and App Service behind them, give up after 4 minutes
 * (azure/load-balancer/load-balancer-tcp-idle-timeout).
 */
export const keepAliveMs = 250_000;

/** Connections at once. What Teams sends at most (`appPace`, 50 a second), each waited for as long as Teams waits, 15 s, and some. */
export const maxConnections = 1_000;

/** Milliseconds Graph may take in one turn. Teams gives up after 10 to 15 s (bot-builder-howto-long-operations-guidance). */
export const graphBudgetMs = 8_000;

/** Milliseconds for one page of a report, a repeat and the pause before it included. Nobody waits for it in a conversation. */
export const reportPageBudgetMs = 60_000;

/** Milliseconds for one token. A turn has no more for all of Graph, and a stop no more to wait. */
export const tokenBudgetMs = 8_000;

/**
 * Milliseconds for one message of an answer, and for all of what answers an activity, from when it came; so much is left for the
 * message in any case. Teams gives up after 10 to 15 s (bot-builder-howto-long-operations-guidance).
 */
export const replyBudgetMs = 10_000;
export const answerBudgetMs = 13_000;
export const leastReplyMs = 3_000;

/** Milliseconds an attempt of the outbox may take; afterwards nobody knows whether Teams took it. Above Teams' own 15 s. */
export const attemptMs = 20_000;

/** Requests in one `$batch` (graph/json-batching). */
export const maxBatchRequests = 20;

/** Objects on one page of Graph at most (graph/paging). */
export const maxPageSize = 999;

/**
 * Pages of one person's devices that are read before the count reads "at least". About 10,000, ten times what an account
 * that enrols for others holds (mem/intune device-enrollment-manager-enroll: 1,000), and what Graph gives within a turn.
 */
export const maxDevicePages = 10;

/** People whose devices are read in one `$batch`: three requests each, with policy and domains beside them (graph/json-batching: 20). */
export const maxPeopleAtOnce = 6;

/** Devices on one page of a list that an administrator turns through. More would not be read on a phone. */
export const devicesOnPage = 15;

/** People, or names of PCs, that a search offers at most. Who is not among them is better asked for by a longer name. */
export const maxHits = 10;

/** Objects on one page when `$expand` is present, whatever `$top` says (graph known issue 13635). */
export const maxExpandedPage = 100;

/** Pages of one group's people that are read before the list counts as cut. About 5 000, more than any helpdesk has. */
export const maxMemberPages = 5;

/** Milliseconds that policy and domains are kept, and after which a fact is shown with its time. */
export const directoryCacheMs = 15 * minuteMs;

/** Milliseconds that a group membership, and the list of a group's people, is kept. */
export const membershipCacheMs = 5 * minuteMs;

/** Above this many, Graph's device limit may mean "unlimited" (entra manage-device-identities: at most 100, or Unlimited). */
export const highestDeviceLimit = 100;

/** Characters a person may write for the helpdesk, by field: a ticket stays within one card. */
export const formLengths = { note: 2_000, phone: 60, pcName: 256, otherPerson: 256, seen: 1_000 } as const;

/** Characters of one typed message that are looked at. A Teams message is about 100 KB. */
export const maxTypedCharacters = 100_000;

/** Readings that a session keeps; the newest. */
export const maxReadings = 4;

/** Findings of one reading that are kept. */
export const maxKeptFindings = 12;

/** Milliseconds after which a pending PC is looked at again: time for a restart, a sign-in and the next run of the join task. */
export const lookAgainMs = 30 * minuteMs;

/** Names of PCs not linked to the person that they may look up in a day. Enough for a mistyped name, too few to list a company. */
export const maxNamesADay = 5;

/** Characters of the HTML copy of a message that are read: markup takes about as many again as the words. */
export const maxHtmlCharacters = 2 * maxTypedCharacters;

/** Elements inside each other in that copy; Teams' own editor makes fewer than ten. */
export const maxHtmlDepth = 100;

/**
 * Elements in that copy that begin or end a line or a cell and are given to the parser, which takes about 5 µs for each, in one
 * go; of what comes behind them only lines and cells are told apart. Some hundred rows of a table.
 */
export const maxHtmlBreaks = 5_000;

/** Bytes of an uploaded text file that are fetched at most; of them the last `maxTypedCharacters` are looked at. `dsregcmd` writes a few KB. */
export const maxFileBytes = 512 * 1024;

/** Text files of one message that are fetched, and files of all kinds that are looked at. */
export const maxTextFiles = 3;
export const maxFiles = 20;

/** Attachments, and entities such as mentions, of one message that are looked at. Far more than anybody attaches or names. */
export const maxAttachments = 100;
export const maxEntities = 250;

/** Characters of how a mention shows in its text. A name has at most 256 (resources/user: displayName), and each may come as an entity. */
export const maxMentionCharacters = 2_000;

/** Inputs of a press; what has more is no card of ours, the largest of which has eight. */
export const maxInputs = 100;

/** Milliseconds for fetching the files of one message. With Graph's own budget a turn stays within Teams' 15 s. */
export const filesBudgetMs = 5_000;

/** Arrays and objects inside each other in JSON of somebody else. Neither Graph's answers nor activities have a dozen. */
export const maxJsonDepth = 64;

/**
 * What each call to another service may take: bytes of the answer, unpacked, and milliseconds for the whole of it. Above the
 * largest answer that there may rightly be:
 *
 * - `graph`: a full `$batch` of full pages of devices, each with all that is selected and a name of 256 letters (resources/device)
 *   below 800 bytes. A turn has a shorter time of its own.
 * - `keys`: a hundred keys; the document has had three to six of 3 KB each.
 * - `token`: an access token is below 8 KB, and the documents on the way to it are as well.
 * - `upload`: the session's next ranges, or the file's properties (graph/driveitem-createuploadsession).
 * - `reply`, `teams`: a page of 500 members (bots/how-to/get-teams-context) of 2 KB each, twice.
 */
export const callLimits = {
  graph: { bytes: maxBatchRequests * maxPageSize * 800, ms: reportPageBudgetMs },
  keys: { bytes: 1_048_576, ms: 5_000 },
  token: { bytes: 262_144, ms: tokenBudgetMs },
  file: { bytes: maxFileBytes, ms: filesBudgetMs },
  upload: { bytes: 262_144, ms: 60_000 },
  clock: { bytes: 262_144, ms: 5_000 },
  reply: { bytes: 2_097_152, ms: replyBudgetMs },
  teams: { bytes: 2_097_152, ms: attemptMs },
} as const;

/** Milliseconds after which a resolved request closes by itself: a week to try whether it holds. */
export const closeAfterMs = 7 * dayMs;

/** Milliseconds for which a confirmed membership may stand in while Graph does not answer; for moves of tickets only. */
export const confirmedMemberMs = dayMs;

/** Characters of one text in a request: a reply, a note, a comment. A whole `dsregcmd` output has about 6,000. */
export const maxTicketText = 8_000;

/** Characters of pastes that a walk keeps for the helpdesk, redacted; the newest. Three whole outputs. */
export const maxKeptPastes = 18_000;

/** Requests on one page of a list. Each has a button, and more would not be read. */
export const ticketsOnPage = 8;

/** Entries of the oldest requests in the daily digest. */
export const oldestInDigest = 5;

/** The highest number of a request that a button may name: more than a helpdesk will ever count, and exact everywhere. */
export const highestTicketNumber = 2_147_483_647;

/** Pages of a list that a button may turn to. With `ticketsOnPage` far more requests than anybody turns through. */
export const maxListPages = 100_000;

/** Hours that a list of older requests may reach back: a hundred years. */
export const longestAgeHours = 876_600;

/** People that one message calls by a mention; who comes after them is named only. A helpdesk's shift. */
export const maxMentions = 10;

/** Milliseconds for finding the Teams accounts of those people, and lookups side by side. A message does not wait long for its mentions. */
export const mentionsBudgetMs = 3_000;
export const mentionLookupsAtOnce = 3;

/**
 * Requests that Teams takes from one bot in one conversation (posts, updates, new threads), each in so many seconds, and those
 * of the whole app in one tenant (bots/how-to/rate-limit, as of 2026-10-08).
 */
export const conversationPace = [
  { requests: 7, seconds: 1 },
  { requests: 8, seconds: 2 },
  { requests: 60, seconds: 30 },
  { requests: 1_800, seconds: 3_600 },
] as const;
export const appPace = { requests: 50, seconds: 1 } as const;

/** Milliseconds for one question about a channel, be it a test post or its members. With Graph's own budget a turn stays within Teams' 15 s. */
export const channelBudgetMs = 5_000;

/** Members on one page, the most that Teams gives (bots/how-to/get-teams-context), and pages that are read. 10,000 people. */
export const membersOnPage = 500;
export const maxRosterPages = 20;

/** Channels remembered as ones the bot was heard in. Only the one that is being set up matters. */
export const maxHeardChannels = 1_000;

/** Characters of what is told about a known issue. It stands above every card it concerns. */
export const maxIncidentText = 500;

/** Milliseconds that a report of the whole tenant is kept. Long enough to work it off, and it names people. */
export const keptReportMs = 14 * dayMs;

/**
 * What one person may send in so many seconds, in points: an activity is one, and one more for each `charactersOfOnePoint` of
 * it. Eight a second is more than anybody presses, even if Teams delivers each press twice; a whole `dsregcmd` output with
 * its HTML copy is about three points, and of messages as long as a body may be, seven are read in half a minute.
 */
export const personPace = { points: 240, seconds: 30 } as const;
export const charactersOfOnePoint = 8_192;

/** Activities of one person that are worked on at once. A press must not wait for a look-up of the same person. */
export const turnsAtOnceOfOnePerson = 3;

/** Activities of one person under way or waiting. While a look-up takes its longest, 8 s, somebody presses no oftener than this. */
export const mostTurnsOfOnePerson = 60;

/**
 * Activities of all people that one process has under way or waiting. Teams gives up on an answer after 10 to 15 s
 * (bot-builder-howto-long-operations-guidance), and at 10 to 20 ms each more than this could not be answered in time; and fewer
 * than `maxConnections`, or whoever is refused could not be told.
 */
export const mostTurnsUnderWay = 500;
