import type { Locale } from './locale.js';

export type PageName = 'about' | 'privacy' | 'terms';

export interface PageFacts {
  readonly name: string;
  readonly developerName: string | undefined;
  readonly retentionDays: number;
  readonly auditRetentionDays: number;
}

interface Page {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

type Pages = (facts: PageFacts) => Readonly<Record<PageName, Page>>;

const en: Pages = ({ name, developerName, retentionDays, auditRetentionDays }) => ({
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
      'While you work with the bot it reads from your company\'s directory: your account, your PCs, the device limit, and how your domain signs in. It changes nothing there.',
      'It keeps your answers, what you paste, what it looked up, and the requests you send to the helpdesk, in a database of the company that runs it.',
      `Personal data of closed sessions and requests goes after ${retentionDays} days. Type "forget me" to have yours deleted at once.`,
      `A list of what administrators looked up holds ids only, neither names nor texts, and goes after ${auditRetentionDays} days.`,
      'People of the helpdesk and administrators see what you hand over to them. Nothing is sold or used for advertising.',
    ],
  },
  terms: {
    title: `Terms of ${name}`,
    paragraphs: [
      `${name} is meant for the people of the company that runs it, for finding out why a PC does not join.`,
      'What it proposes is given with care but without warranty. If a step looks wrong to you, do not carry it out; ask your helpdesk.',
    ],
  },
});

const de: Pages = ({ name, developerName, retentionDays, auditRetentionDays }) => ({
  about: {
    title: `Über ${name}`,
    paragraphs: [
      `${name} ist ein Bot in Microsoft Teams. Er findet mit Ihnen heraus, warum ein Windows-PC nicht dem Verzeichnis Ihrer Firma beitritt, und übergibt dem Helpdesk, was er nicht lösen kann.`,
      `Betrieben wird er von ${developerName ?? 'Ihrer Firma'}. Bei Fragen wenden Sie sich an Ihren Helpdesk oder schreiben Sie im Chat mit dem Bot „talk to a person“.`,
    ],
  },
  privacy: {
    title: `Datenschutz bei ${name}`,
    paragraphs: [
      'Während Sie mit dem Bot arbeiten, liest er aus dem Verzeichnis Ihrer Firma: Ihr Konto, Ihre PCs, die Gerätegrenze und wie sich Ihre Domäne anmeldet. Er ändert dort nichts.',
      'Ihre Antworten, was Sie einfügen, was er nachgeschlagen hat und Ihre Anfragen an den Helpdesk speichert er in einer Datenbank der Firma, die ihn betreibt.',
      `Personenbezogene Daten abgeschlossener Sitzungen und Anfragen verschwinden nach ${retentionDays} Tagen. Mit „forget me“ lassen Sie Ihre sofort löschen.`,
      `Eine Liste dessen, was Administratoren nachgeschlagen haben, enthält nur Kennungen, weder Namen noch Texte, und verschwindet nach ${auditRetentionDays} Tagen.`,
      'Helpdesk und Administratoren sehen, was Sie ihnen übergeben. Nichts wird verkauft oder für Werbung verwendet.',
    ],
  },
  terms: {
    title: `Nutzungsbedingungen von ${name}`,
    paragraphs: [
      `${name} ist für die Menschen der Firma da, die ihn betreibt, um herauszufinden, warum ein PC nicht beitritt.`,
      'Was er vorschlägt, ist sorgfältig, aber ohne Gewähr. Wenn Ihnen ein Schritt falsch vorkommt, führen Sie ihn nicht aus; fragen Sie Ihren Helpdesk.',
    ],
  },
});

const pages: Readonly<Record<Locale, Pages>> = { en, de };

/** The public page in one language, as plain words without markup. */
export function page(name: PageName, locale: Locale, facts: PageFacts): Page {
  return pages[locale](facts)[name];
}
