/**
 * Words that follow "password is" without being one, English and German: what people say of passwords, and the small words of a sentence.
 * A word that is missing here is taken out with nothing lost; one that is here too many would be somebody's password.
 */
const ordinary: ReadonlySet<string> = new Set(
  [
    // Small words.
    'behind beside besides beyond under around across along during despite toward towards among between since upon near next past per till unlike whether within worth whose hinter neben zwischen wegen trotz statt während dass daß',
    'a an the this that these those my your his her its our their mine yours i you he she it we they me him them us one ones some any no none nothing something anything everything somebody',
    'and or but nor so if then than as at by for from in into of off on onto out over to up upon via with within without about above after again against all almost already also although always am',
    'are because been before being below between both can cannot could did do does done down during each either else even ever few had has have having here how however is just less many may maybe might more most',
    'much must neither never next not now only other ought own per perhaps please probably quite rather really same shall should since still such there though through too under unless until very was way were what',
    'when where whether which while who whom whose why will would yes yet ok okay true false null nil undefined n/a etc',
    'der die das den dem des ein eine einen einem einer eines mein meine meinen dein ihr ihre sein seine unser unsere euer ich du er sie es wir man mich mir dich dir sich uns und oder aber denn weil da dann als wie',
    'wenn ob bis zu zum zur im in am an auf aus bei beim mit nach von vom vor für gegen ohne um durch über unter seit ab auch noch nur schon sehr so mal jetzt nun hier dort immer wieder nie niemals nicht kein keine',
    'keinen nichts etwas alles ja nein bitte danke was wer wo warum welche welches dieser diese dieses ist war sind waren wird wurde werden worden wäre hat habe haben hatte kann können muss müssen soll sollte darf will',
    // What passwords are said to be.
    'wrong right correct incorrect good bad fine broken old older new newer current previous last first second initial temporary default blank empty hidden visible secret private safe secure insecure weak strong stronger',
    'long longer short shorter simple complex difficult easy hard different identical valid invalid unknown known required mandatory optional necessary needed possible impossible able unable ready missing absent available',
    'unavailable unchanged gone lost stolen late early fresh case sensitive case-sensitive special alphanumeric set reset unset kept sent up-to-date outdated obsolete due overdue history policy protection manager prompt',
    'dialog dialogue window field box page screen length age change changes hash sync synchronization writeback login logon sign-in signin sign-on signon error message failure problem issue question mistake typo try attempt',
    'enter type use check wait change choose pick forget forgot forgotten sure therefore hence anyway maximum minimum characters character digits digit letters numbers number days day hours hour minutes times time',
    'option options parameter parameters argument switch flag command value values string part name names place information info data details list table column row file key keys sentence text word words section one-time link number reset-link expiry expiration expires complexity rules rule requirements requirement settings setting options owner admin administrators people person anybody nobody everybody',
    'thanks thank thx danke dankeschön hello hi hallo hey dear regards grüße gruß mfg lg best vielen schönen guten sorry please-help',
    'used given taken shown written chosen tied met put made held told said left right-click flow flows combination combinations fields copies wrong-password structure export exports format type types grant grants based less-secure age-old attempts lockout spray spraying writeback-enabled through auth basic digest hashes hashing salt validation verify verification-email recovery recover reminder hint hints strength meter generator vault store stores safe keeper managers',
    'works working worked says said shows asks asked asking returns gives seems looks helps happens appears geht ging funktioniert klappt sagt zeigt meldet fragt kommt hilft steht scheint bleibt twice once thrice daily weekly',
    'protected encrypted only-once through vs fail fails failed pass passed skipped success successful active inactive disabled enabled on-premises online offline local remote direct automatic manual english german',
    'falsch richtig korrekt inkorrekt gut schlecht kaputt alt alte altes neu neue neues neuen aktuell aktuelle vorherige letzte erste temporär leer sichtbar unsichtbar geheim sicher unsicher schwach stark stärker lang',
    'länger kurz kürzer einfach komplex schwierig leicht schwer anders gleich dasselbe identisch gültig ungültig unbekannt bekannt erforderlich nötig notwendig optional möglich unmöglich bereit weg verloren fällig',
    'überfällig inzwischen leider vermutlich wahrscheinlich vielleicht eventuell zwar weiterhin angeblich tatsächlich eigentlich gerade bereits dauerhaft eben halt einmal fehler meldung problem frage tippfehler abfrage',
    'eingabe eingeben ändern zeichen ziffern buchstaben zahlen tage stunden minuten mal jetzt heute gestern morgen today yesterday tomorrow monday friday',
    'hello windows microsoft azure entra office outlook teams intune sso mfa vpn wlan wifi domain domäne konto account user benutzer username benutzername pc laptop device gerät computer helpdesk administrator admin it',
    'password passwort kennwort pin code secret token key credential credentials authentication kerberos ntlm certificate prt cloud hybrid joined federated managed request response value string plain text cleartext',
  ].flatMap((line) => line.split(' ')),
);

/** Participles, adverbs and the like, as far as they are told by their ends. */
const saidOf =
  /^(?:\p{Ll}{3,}(?:ed|ing|ly|able|ible|lich)|(?:ge|ab|ver|zer|be|er|ent|aus|ein|an|zurück|nach|über)\p{Ll}{3,}(?:t|en))$/u;

export function isOrdinary(word: string): boolean {
  const lower = word.toLowerCase();
  return ordinary.has(lower) || saidOf.test(lower);
}
