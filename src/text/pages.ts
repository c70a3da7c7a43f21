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
      'It keeps your answers, what you paste (without passwords, addresses, accounts and the like, which it takes out first), what you write for the helpdesk, what it looked up, your requests, your language and your rating, in a database of the company that runs it.',
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
      'Er speichert Ihre Antworten, was Sie einfügen (ohne Kennwörter, Adressen, Konten und Ähnliches, die er vorher entfernt), was Sie für den Helpdesk schreiben, was er nachgesehen hat, Ihre Anfragen, Ihre Sprache und Ihre Bewertung in einer Datenbank der Firma, die ihn betreibt.',
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
