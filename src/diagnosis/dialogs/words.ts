/** Words of the window "Workplace Join for Windows" and of people who tell of it, English and German, lower case. */

const set = (...words: readonly string[]): ReadonlySet<string> => new Set(words.flatMap((each) => each.split(' ')));

export const errorWords = set(
  'error errors failed fails failing failure failures problem problems issue trouble occurred unsuccessful wrong',
  'fehler fehlermeldung fehlgeschlagen fehlschlag gescheitert scheitert schlägt schlug aufgetreten problem probleme fehlerhaft misslungen',
);

/** What tells that a window is meant. */
export const frameWords = set(
  'window dialog dialogue popup pop-up says say said reads shows showing displays message messagebox prompt autoworkplace autoworkplace.exe',
  'fenster dialogfenster dialogfeld meldung sagt steht zeigt lautet hinweis meldet',
);

/** "Not" and its relatives. "Cannot" is none: what cannot be done is a failure, not a denial. */
export const denials = set(
  "not no never without nor neither isn't isnt wasn't wasnt aren't doesn't doesnt don't dont didn't didnt hasn't hasnt haven't havent hadn't nothing",
  'nicht kein keine keinen keiner keinem keines nie niemals ohne',
);

export const cannot = set("cannot can't cant couldn't couldnt unable won't wont fails failed", 'konnte kann konnten');

/** What is wanted, possible, or would be: not what is. */
export const modals = set(
  "can could should would must may might will shall want wants need needs needed try trying tried wants cannot can't couldn't shouldn't won't failed fails fail",
  'kann können konnte könnte soll sollte muss müsste darf will möchte möchten würde versuche versucht if whether wenn falls ob until unless before bevor bis',
);

export const worksWords = set(
  'works worked working succeeded successful successfully succeeds ok okay fine passed passes',
  'funktioniert klappt klappte erfolgreich gelungen',
);

/** After "authentication": things that have it in their name and are not the window's. */
export const notTheAccounts = set(
  'phase package method methods app policy policies context request level protocol code codes email mail text link sms number certificate',
  'strength broker factor',
);

export const isAuthentication = (word: string): boolean =>
  /^(?:konto|kontos|benutzer|account-?)?(?:auth?ent|auten|authet)/.test(word) &&
  /(?:ation|aton|atoin|ating|ate|ated|zierung|sierung|zieren|sieren|ziert|siert)$/.test(word);

export const isVerification = (word: string): boolean =>
  (/^(?:account-?|konto|kontos)?(?:verif)/.test(word) &&
    /(?:ation|aton|atoin|ying|ied|y|zierung|zieren|ziert|izieren|iziert)$/.test(word)) ||
  /^(?:konto|kontos|account-?)?(?:über|ueber)?prüfung$/.test(word) ||
  /^(?:konto)?bestätigung$/.test(word);

export const isAccount = (word: string): boolean =>
  /^(?:account|accounts|konto|kontos|benutzerkonto|benutzerkontos|kontos?authenti\w+|kontos?überprüfung|kontoprüfung|kontoverifizierung)$/.test(
    word,
  );

export const maximumWords = set(
  'maximum max maximal maximale maximalen maximaler maximalzahl höchstzahl höchstanzahl höchstgrenze obergrenze limit quota gerätelimit limits maximim',
);

export const deviceWords = set(
  'device devices pc pcs computer computers machines registrations',
  'gerät geräte geräten geräteanzahl gerätelimit rechner computern registrierungen',
);

export const reachedWords = set(
  'reached exceeded exceed exceeds hit reach over full joined',
  'erreicht überschritten ausgeschöpft voll überschreitet verbundener beigetretener',
);

export const serverWords = set('server servers service services dienst dienste workplace-server registrierungsdienst');

/** Before "server": other servers than the one that registers. */
export const otherServers = set('print mail file exchange sql web game proxy druck terminal license license dns dhcp');

export const answerWords = set(
  'respond responds responded responding response answer answers answered answering reply replied reacting react',
);

export const germanAnswerWords = set('antwortet geantwortet antwort reagiert antworten antwortete reagierte');

export const isWorkplace = (word: string): boolean =>
  /^(?:workplace|workplaces|work-place|arbeitsplatz|arbeitsplatzes|arbeitsplatznetzwerk|arbeitsplatznetz|arbeitsbereich|workplace-netzwerk)$/.test(
    word,
  );

export const joinedWords = set('joined beigetreten verbunden verknüpft eingebunden angemeldet hinzugefügt angebunden');
