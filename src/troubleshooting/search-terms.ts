/** Longer texts are stories; their first words say what they are about. */
const mostWords = 40;

/** Words that say nothing about the trouble, and those that every trouble here has in common. */
const idle = new Set(
  (
    'a an the my our your his her its i we you he she it they me us this that these those is are was were be been am do does did has have had ' +
    'to of in on at by for from with and or but so if then than when as since also just still only very too please hello hi hey thanks thank ' +
    'can could will would should may might get gets got what why how who which where there here not no nor any some all ' +
    'pc pcs computer computers laptop laptops machine device server servers workstation notebook desktop windows says say shows show help problem trouble issue error something about after before since ' +
    'join joins joining joined register registers registered registering registration enroll enrol enrolled connect hybrid azure entra domain ' +
    "won't wont can't cant cannot isn't isnt doesn't doesnt don't dont didn't didnt fail fails failed failing failure broken unable stuck refuse refuses work works " +
    'ein eine einer einem einen der die das den dem des mein meine meinem meinen meiner unser ich wir sie er es ist sind war hat haben habe ' +
    'zu von in im am an auf bei mit für und oder aber wenn dann als auch nur noch sehr bitte hallo danke kann können wird werden soll ' +
    'was warum wie wer wo da hier nicht kein keine rechner gerät notebook sagt zeigt hilfe fehler mehr etwas über nach seit vor ' +
    'beitreten beitritt tritt bei registrieren registriert registrierung verbinden anmelden domäne geht klappt lässt sich scheitert'
  ).split(' '),
);

/** What stands between two words. */
export const betweenWords = /[^\p{L}\p{N}'’]+/u;

/** The telling words of a text, each once: of its first ones, as the search knows them. */
export function searchTerms(words: string): readonly string[] {
  return [...new Set(words.split(betweenWords, mostWords).flatMap((word) => termOf(word) ?? []))];
}

/** How the search knows a word: lower case, without an ending s; null = says nothing. */
export function termOf(word: string): string | null {
  const lower = word.toLowerCase().replaceAll('’', "'");
  if (idle.has(lower) || lower.length < 2) return null;
  return lower.length > 4 && lower.endsWith('s') ? lower.slice(0, -1) : lower;
}
