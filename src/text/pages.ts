import type { Locale } from './locale.js';

export type PageName = 'about' | 'privacy' | 'terms';

export interface PageFacts {
  readonly name: string;
  readonly developerName: string | undefined;
  readonly retentionDays: number;
  readonly auditRetentionDays: number;
  /** Whether administrators may have unused devices switched off and deleted. */
  readonly deviceCleanUp: boolean;
}

interface Page {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

type Pages = (facts: PageFacts) => Readonly<Record<PageName, Page>>;

const en: Pages = ({ name, developerName, retentionDays, auditRetentionDays, deviceCleanUp }) => ({
  about: {
    title: `About ${name}`,
    paragraphs: [
      `${name} is a bot in Microsoft Teams. It finds out with you why a Windows PC does not join your company's directory, and hands to the helpdesk what it cannot solve.`,
      `It is run by ${developerName ?? 'your company'}. For questions, turn to your helpdesk, or type "talk to a person" in the chat with the bot.`,
    ],
  },
  privacy: {
    title: `Privacy in ${name}`,
    paragraphs: [
      `While you work with the bot it reads from your company's directory: your account (name, sign-in address, kind, on or off), the devices linked to you and when they were last used, the device limit, how sign-in works for your address, and whether you belong to the helpdesk or the administrators. ${deviceCleanUp ? 'It changes nothing there by itself: devices that nobody uses any more are switched off, and later deleted, when two administrators decide so together.' : 'It changes nothing there.'}`,
      'It keeps your answers, what you paste and send as a file, what you write for the helpdesk, what it looked up, your requests, your language and your rating, in a database of the company that runs it.',
      'Before it keeps or shows what you type, paste or send, and what the helpdesk writes, it takes out: passwords, also those in command lines, scripts, answer files and the registry, of wireless networks and of local administrators; client secrets, keys of services, connection strings, signed addresses, tokens, cookies and private keys; BitLocker recovery keys; thumbprints of certificates; numbers of payment cards; names of accounts, such as DOMAIN\\user and the ones in paths and command lines, and security identifiers (SIDs); IP and MAC addresses; and, in what comes from a PC, sign-in addresses. It knows them by their shape and by the words beside them, so what has an unusual shape may be missed. Do not send what nobody else may know; if you did, change it.',
      'These stay, because the helpdesk needs them: the ids of devices, of your company’s directory and of sign-in attempts, names of PCs, error codes, numbers of events and updates, versions, times, addresses of Microsoft’s services and paths in the registry; and what you write into the fields for a phone number, another person and a PC.',
      'What you send to the helpdesk appears in its channel in Teams; the members of that channel see it. Administrators of your company can look up your devices and your device limit. Anybody in your company may look up a few PCs a day by name, or the PC whose status they paste: they see that it is there, whether it is switched on and whether it has finished joining, but neither whose it is nor when it was used. Nothing is sold or used for advertising.',
      `The bot deletes your conversation ${retentionDays} days after you last used it, and removes all personal data from a request ${retentionDays} days after it was closed; what you had pasted is deleted from it when it is closed. Type "forget me" to have both done at once; a request that is still open keeps your name until it is closed or withdrawn. Messages in Teams are not deleted by this; for them the rules of your company apply.`,
      `Look-ups of PCs by their name or by a pasted status are recorded, and so is what administrators look up and change and what the helpdesk does with requests; the record holds ids only, neither names nor texts, and is deleted after ${auditRetentionDays} days.`,
    ],
  },
  terms: {
    title: `Terms of ${name}`,
    paragraphs: [
      `${name} is meant for the people who work for the company that runs it. It helps to find out why a PC does not join.`,
      'What it proposes is given with care but without warranty. If a step looks wrong to you, do not carry it out; ask your helpdesk.',
    ],
  },
});

const de: Pages = ({ name, developerName, retentionDays, auditRetentionDays, deviceCleanUp }) => ({
  about: {
    title: `Über ${name}`,
    paragraphs: [
      `${name} ist ein Bot in Microsoft Teams. Er findet mit Ihnen heraus, warum ein Windows-PC dem Verzeichnis Ihrer Firma nicht beitritt, und gibt an den Helpdesk weiter, was er nicht lösen kann.`,
      `Betrieben wird er von ${developerName ?? 'Ihrer Firma'}. Bei Fragen wenden Sie sich an Ihren Helpdesk oder schreiben Sie im Chat mit dem Bot „Mit einem Menschen sprechen“.`,
    ],
  },
  privacy: {
    title: `Datenschutz bei ${name}`,
    paragraphs: [
      `Während Sie mit dem Bot arbeiten, liest er aus dem Verzeichnis Ihrer Firma: Ihr Konto (Name, Anmeldeadresse, Art, aktiv oder deaktiviert), die Geräte, die Ihnen zugeordnet sind, und wann sie zuletzt benutzt wurden, das Gerätelimit, wie die Anmeldung für Ihre Adresse funktioniert und ob Sie zum Helpdesk oder zu den Administratoren gehören. ${deviceCleanUp ? 'Von sich aus ändert er dort nichts: Geräte, die niemand mehr benutzt, werden deaktiviert und später gelöscht, wenn zwei Administratoren es gemeinsam beschließen.' : 'Er ändert dort nichts.'}`,
      'Er speichert Ihre Antworten, was Sie einfügen und als Datei senden, was Sie für den Helpdesk schreiben, was er nachgesehen hat, Ihre Anfragen, Ihre Sprache und Ihre Bewertung in einer Datenbank der Firma, die ihn betreibt.',
      'Bevor er speichert oder zeigt, was Sie schreiben, einfügen oder senden und was der Helpdesk schreibt, entfernt er: Kennwörter, auch solche in Befehlszeilen, Skripten, Antwortdateien und der Registrierung, von WLANs und von lokalen Administratoren; geheime Clientschlüssel, Schlüssel von Diensten, Verbindungszeichenfolgen, signierte Adressen, Token, Cookies und private Schlüssel; BitLocker-Wiederherstellungsschlüssel; Fingerabdrücke von Zertifikaten; Nummern von Zahlungskarten; Kontonamen, etwa DOMÄNE\\Benutzer und die in Pfaden und Befehlszeilen, und Sicherheitskennungen (SIDs); IP- und MAC-Adressen; und in dem, was von einem PC kommt, Anmeldeadressen. Er erkennt sie an ihrer Form und an den Wörtern daneben; was eine ungewöhnliche Form hat, kann ihm entgehen. Senden Sie nichts, was niemand sonst wissen darf; ist es geschehen, ändern Sie es.',
      'Diese bleiben, weil der Helpdesk sie braucht: die Kennungen von Geräten, des Verzeichnisses Ihrer Firma und von Anmeldeversuchen, PC-Namen, Fehlercodes, Nummern von Ereignissen und Updates, Versionen, Zeiten, Adressen der Dienste von Microsoft und Pfade in der Registrierung; und was Sie in die Felder für Telefonnummer, andere Person und PC schreiben.',
      'Was Sie an den Helpdesk senden, erscheint in dessen Kanal in Teams; die Mitglieder dieses Kanals sehen es. Administratoren Ihrer Firma können Ihre Geräte und Ihr Gerätelimit nachsehen. Jede Person Ihrer Firma kann am Tag einige wenige PCs nach ihrem Namen nachschlagen, oder den PC, dessen Status sie einfügt: Sie sieht, dass es ihn gibt, ob er aktiv ist und ob der Beitritt abgeschlossen ist, aber weder, wem er gehört, noch, wann er benutzt wurde. Nichts wird verkauft oder für Werbung verwendet.',
      `Der Bot löscht Ihr Gespräch ${retentionDays} Tage nach der letzten Benutzung und entfernt alle personenbezogenen Daten aus einer Anfrage ${retentionDays} Tage, nachdem sie geschlossen wurde; was Sie eingefügt hatten, wird beim Schließen daraus gelöscht. Mit „forget me“ geschieht beides sofort; eine noch offene Anfrage behält Ihren Namen, bis sie geschlossen oder zurückgezogen ist. Nachrichten in Teams werden dadurch nicht gelöscht; für sie gelten die Regeln Ihrer Firma.`,
      `Das Nachschlagen von PCs nach Namen oder eingefügtem Status wird aufgezeichnet, ebenso, was Administratoren nachsehen und ändern und was der Helpdesk mit Anfragen tut; die Aufzeichnung enthält nur Kennungen, weder Namen noch Texte, und wird nach ${auditRetentionDays} Tagen gelöscht.`,
    ],
  },
  terms: {
    title: `Nutzungsbedingungen von ${name}`,
    paragraphs: [
      `${name} ist für die Mitarbeiterinnen und Mitarbeiter der Firma gedacht, die ihn betreibt. Er hilft herauszufinden, warum ein PC nicht beitritt.`,
      'Seine Vorschläge sind sorgfältig gewählt, aber ohne Gewähr. Wenn Ihnen ein Schritt falsch vorkommt, führen Sie ihn nicht aus; fragen Sie Ihren Helpdesk.',
    ],
  },
});

const pages: Readonly<Record<Locale, Pages>> = { en, de };

/** The public page in one language, as plain words without markup. */
export function page(name: PageName, locale: Locale, facts: PageFacts): Page {
  return pages[locale](facts)[name];
}
