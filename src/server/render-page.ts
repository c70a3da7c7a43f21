import { closestLocale } from '../text/locale.js';
import type { Locale } from '../text/locale.js';
import { page } from '../text/pages.js';
import type { PageFacts, PageName } from '../text/pages.js';

/** A public page as HTML that needs nothing else: no script, no picture, no address outside. */
export function renderPage(name: PageName, acceptLanguage: string | undefined, facts: PageFacts): string {
  const locale = preferredLocale(acceptLanguage);
  const { title, paragraphs } = page(name, locale, facts);
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}</style>
</head>
<body>
<h1>${escape(title)}</h1>
${paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`).join('\n')}
</body>
</html>
`;
}

/** The first language of the browser's list that we speak. Browsers send it in order of preference. */
function preferredLocale(acceptLanguage = ''): Locale {
  for (const tag of acceptLanguage.split(',')) {
    const locale = closestLocale(tag.split(';')[0]?.trim());
    if (locale !== undefined) return locale;
  }
  return 'en';
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
