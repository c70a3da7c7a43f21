import { spansOf, type Span } from './span.js';

/** BitLocker: eight groups of six digits, also wrapped, with blanks or without anything between. */
const bitLocker = /(?<![\d-])\d{6}(?:[-\u2010-\u2015\u2212 \t\r\n>|]{1,12}\d{6}){7}(?!\d)|(?<!\d)\d{48}(?!\d)/g;
/** The beginning of one, which was cut off: told by its hyphens. */
const cutOff = /(?<![\d-])\d{6}(?:-\d{6}){3,7}(?!\d)/g;
/** Windows and Office: five groups of five, with at least a digit in them. */
const product = /(?<![A-Z0-9-])(?=[A-Z-]{0,28}\d)[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}(?![A-Z0-9-])/gi;
const productWithBlanks =
  /(?:product|produkt|license|lizenz|activation|aktivierungs|windows|office|cd)[- ]?(?:keys?|schlüssel|nummer|number)["']?[ \t]{0,9}(?:[:=]|is|ist|lautet|)[ \t]{0,9}["']?(?<secret>(?=[A-Z –-]{0,32}\d)(?:[A-Z0-9]{25}|[A-Z0-9]{5}(?:[ \t–-]{1,3}[A-Z0-9]{5}){4}))(?![A-Z0-9])/gi;

/** Recovery keys of BitLocker and product keys. */
export function findRecoveryKeys(text: string): Span[] {
  return [bitLocker, cutOff, product, productWithBlanks].flatMap((pattern) => spansOf(text, pattern, 'key'));
}
