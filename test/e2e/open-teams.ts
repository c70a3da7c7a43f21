import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Locator, type Page } from 'playwright-core';
import { findChromium } from './find-chromium.js';

/** What a person does and sees in Teams. Everything waits for what it needs and fails after `patienceMs`. */
export interface Teams {
  /** Types a message into the open chat and sends it. */
  says(text: string): Promise<void>;
  /** Starts a post in the open channel; a part that begins with `@` is picked from the list of mentions. */
  posts(...parts: string[]): Promise<void>;
  /** Presses a button of the newest card that has one so called, and waits until the bot has answered. */
  presses(label: string): Promise<void>;
  /** Presses a button that only opens or closes a part of its card. */
  unfolds(label: string | RegExp): Promise<void>;
  /** Waits until the open conversation shows this text, anywhere. */
  sees(text: string | RegExp): Promise<void>;
  /** Waits until the newest card shows this text. */
  seesInCard(text: string | RegExp): Promise<void>;
  /** Waits until no card of the open conversation shows this text any more. */
  seesNoMore(text: string | RegExp): Promise<void>;
  /** Fills an input of the newest card. */
  fills(label: string, text: string): Promise<void>;
  /** Switches a toggle of the newest card on. */
  ticks(label: string): Promise<void>;
  /** Picks a choice of an input of the newest card. */
  chooses(label: string, choice: string): Promise<void>;
  /** Opens the personal chat and becomes somebody of the sample tenant, by key or name. */
  becomes(name: string): Promise<void>;
  /** Opens a chat or channel: `Personal Chat`, `Office chat`, `General`, `Helpdesk`. */
  goesTo(place: string): Promise<void>;
  /** How many cards the open conversation has. */
  countCards(): Promise<number>;
  /** The text of the newest card, as it reads on the screen. */
  cardText(): Promise<string>;
  /**
   * Keeps `artifacts/screenshots/NAME.png`, the window with the newest card in full and so many replies below it, and
   * `NAME-card.png`, that card alone.
   */
  screenshot(name: string, options?: { readonly replies?: number }): Promise<void>;
  close(): Promise<void>;
}

const screenshots = fileURLToPath(new URL('../../artifacts/screenshots/', import.meta.url));
const patienceMs = 20_000;
const viewport = { width: 1280, height: 900 };
/** What the window has above and below the newest card, in pixels. */
const aroundInChat = 240;
const aroundInChannel = 480;
/** What a reply of two lines takes. */
const aReply = 90;
const tallest = 3_000;

/** The list of chats shows the newest message as well. */
const outsideTheList = ':not([role=treeitem] *)';

const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens the Playground in a Chromium of its own, in its personal chat. */
export async function openTeams({ pageUrl }: { pageUrl: string }): Promise<Teams> {
  const browser = await chromium.launch({ executablePath: findChromium(process.env), args: switches });
  const page = await browser.newPage({ viewport, locale: 'en-US' });
  page.setDefaultTimeout(patienceMs);
  await mkdir(screenshots, { recursive: true });
  await page.goto(pageUrl);
  await page.getByTitle('Hide log panel').click();
  await textBox(page).waitFor();

  const cards = page.locator('.ac-adaptiveCard');
  const newestCard = cards.last();
  const buttons = (label: string | RegExp): Locator => cards.getByRole('button', { name: label, exact: true });
  const teams: Teams = {
    async says(text) {
      await textBox(page).click();
      await textBox(page).pressSequentially(text);
      await Promise.all([
        page.waitForResponse(
          (response) => response.url().endsWith('/messages') && response.request().method() === 'POST',
        ),
        textBox(page).press('Enter'),
      ]);
    },
    async posts(...parts) {
      await textBox(page).click();
      for (const part of parts) {
        await textBox(page).pressSequentially(part);
        if (part.startsWith('@'))
          await page
            .getByRole('menuitem', { name: part.slice(1) })
            .first()
            .click();
      }
      await Promise.all([
        page.waitForResponse(
          (response) => response.url().endsWith('/messages') && response.request().method() === 'POST',
        ),
        page.getByRole('button', { name: 'Post', exact: true }).click(),
      ]);
    },
    async presses(label) {
      const [response] = await Promise.all([
        page.waitForResponse((response) => response.url().endsWith('/invoke')),
        buttons(label).last().click(),
      ]);
      if (!response.ok())
        throw new Error(`Pressing "${label}" was answered with ${response.status()}: ${await response.text()}`);
    },
    async unfolds(label) {
      await buttons(label).last().click();
    },
    async sees(text) {
      await page.getByText(text).and(page.locator(outsideTheList)).filter({ visible: true }).first().waitFor();
    },
    async seesInCard(text) {
      await newestCard.getByText(text).filter({ visible: true }).first().waitFor();
    },
    async seesNoMore(text) {
      await cards.getByText(text).filter({ visible: true }).first().waitFor({ state: 'detached' });
    },
    async fills(label, text) {
      await newestCard.getByLabel(label).fill(text);
    },
    async ticks(label) {
      await newestCard.getByRole('checkbox', { name: label }).check();
    },
    async chooses(label, choice) {
      const radio = newestCard.getByRole('radio', { name: choice, exact: true });
      if ((await radio.count()) > 0) {
        await radio.click();
        return;
      }
      const input = newestCard.getByLabel(label).first();
      await input.click();
      await page.getByRole('option', { name: choice }).click();
    },
    async becomes(name) {
      await teams.goesTo('Personal Chat');
      const before = await page.getByText('You are now').and(page.locator(outsideTheList)).count();
      await teams.says(`as ${name}`);
      await page.getByText('You are now').and(page.locator(outsideTheList)).nth(before).waitFor();
    },
    async goesTo(place) {
      await page.getByRole('treeitem', { name: place }).click();
      const isChat =
        (await page.getByLabel('Personal and Group Chat').getByRole('treeitem', { name: place }).count()) > 0;
      await page.getByText('Start a new post').waitFor({ state: isChat ? 'hidden' : 'visible' });
    },
    countCards: () => cards.count(),
    cardText: () => newestCard.innerText(),
    async screenshot(name, { replies = 0 } = {}) {
      const file = `${screenshots}${name.replace(/\W+/g, '-')}`;
      // Hidden, not dismissed: the Playground would draw the card anew, without what was typed into it.
      await page.getByText('Your response was sent to the app').evaluateAll((hints) => {
        for (const { parentElement } of hints) if (parentElement !== null) parentElement.style.display = 'none';
      });
      await page.mouse.move(0, 0);
      const [card] = (await cards.all()).slice(-1);
      const { height = 0 } = (await card?.boundingBox()) ?? {};
      const around = (await page.getByText('Start a new post').isVisible()) ? aroundInChannel : aroundInChat;
      await page.setViewportSize({
        ...viewport,
        height: Math.round(Math.min(Math.max(viewport.height, height + around + replies * aReply), tallest)),
      });
      await card?.scrollIntoViewIfNeeded();
      await page.screenshot({ path: `${file}.png`, animations: 'disabled' });
      await card?.screenshot({ path: `${file}-card.png`, animations: 'disabled' });
      await page.setViewportSize(viewport);
    },
    close: () => browser.close(),
  };
  return teams;
}

/** In a channel the first box is the one for a new post. */
function textBox(page: Page): Locator {
  return page.locator('[role=textbox][data-lexical-editor=true]').first();
}
