/** What can be known before anybody is asked: from the directory, or from what was pasted. Trees name these in `fact` and `on`. */
export const factValues = {
  /** Of the person's own account. `guest` and `cloudOnly` cannot sign in to a PC of the on-premises domain. */
  accountKind: ['synced', 'cloudOnly', 'guest'],
  accountState: ['enabled', 'disabled'],
  /** How the domain of the UPN's suffix signs in. */
  domainType: ['federated', 'managed'],
  /** The tenant's device limit: `none` = nobody may register (0), `unlimited` = above 100, which may mean unlimited. */
  deviceLimit: ['none', 'limited', 'unlimited'],
  /** An estimate: it reorders and is shown, but never answers what the dialog said. */
  limitUse: ['below', 'mayBeReached', 'reached'],
  /** Whether any of the person's own device objects is disabled, stale, or there twice under one name. */
  disabledDevice: ['yes', 'no'],
  staleDevice: ['yes', 'no'],
  duplicateDevice: ['yes', 'no'],

  /** From what was pasted: which kind of Windows printed it. */
  platform: ['current', 'downLevel'],
  /** The three flags of `dsregcmd /status` put together; `none` is neither joined nor of a domain. */
  joinState: ['hybrid', 'entra', 'onPremises', 'domainOnly', 'none'],
  /** Whether the account that is signed in on the PC registered it (WorkplaceJoined). */
  registered: ['yes', 'no'],
  /** What the window of the down-level client is about. */
  dialogSays: ['authentication', 'verification', 'maximum', 'notResponding', 'joined'],
  /** The phase that the last attempt to join failed in. */
  failedPhase: ['preCheck', 'discover', 'auth', 'join'],
  /** Whether the sign-in on the PC got its token (AzureAdPrt). */
  prt: ['yes', 'no'],
  /** How the directory knows the PC that was pasted or named. */
  pcEntry: ['ready', 'pending', 'disabled', 'missing', 'registeredOnly'],
} as const;

export type FactName = keyof typeof factValues;

export const factNames = Object.keys(factValues) as readonly FactName[];

/** Facts that may not answer a question by themselves, because they are estimates. */
export const estimates: readonly FactName[] = ['limitUse'];

/** Facts about the PC itself: they hold whoever's account it is. */
export const factsAboutThePc: readonly FactName[] = [
  'platform',
  'joinState',
  'registered',
  'dialogSays',
  'failedPhase',
  'prt',
  'pcEntry',
];

/** `source` of a fact that was read in what the person pasted. */
export const fromPaste = 'paste';

export type UnknownReason =
  'forbidden' | 'timeout' | 'unreachable' | 'throttled' | 'limitedInformation' | 'notFound' | 'invalid';

/**
 * One thing that is known, with where it came from (a Graph path, or `fromPaste`) and when (ISO 8601, UTC).
 * `details` are what a card shows beside it: a UPN suffix, a number, device names.
 */
export type Fact =
  | {
      readonly known: true;
      readonly value: string;
      readonly source: string;
      readonly at: string;
      readonly details?: Readonly<Record<string, string | number>>;
    }
  | { readonly known: false; readonly reason: UnknownReason; readonly source: string; readonly at: string };

export type Facts = Readonly<Partial<Record<FactName, Fact>>>;
