import { spansOf, type Span } from './span.js';

/** German pension insurance: area, date of birth, initial, serial and check digit. */
const german = /(?<![\w-])\d{2}[ -]?(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[ -]?[A-Z][ -]?\d{3}(?![\w-])/g;
const germanTax =
  /(?:steuer[- ]?(?:id|identifikationsnummer|identnummer|nummer)|idnr\.?|tax[- ]?id|tin)["']?[ \t]{0,9}(?:[:=]|is|ist|lautet|)[ \t]{0,9}(?<secret>[1-9]\d[ ]?\d{3}[ ]?\d{3}[ ]?\d{3})(?!\d)/gi;
const swiss = /(?<![\d.])756\.\d{4}\.\d{4}\.\d{2}(?![\d.]*\d)/g;
/** Without its name the number of the United States has no check. */
const american =
  /\b(?:ssn|social[- ]security(?:[- ](?:number|no\.?))?)["']?[ \t]{0,9}(?:[:=#]|is|)[ \t]{0,9}(?<secret>(?!000|666|9)\d{3}[- ]?(?!00)\d{2}[- ]?(?!0000)\d{4})(?!\d)/gi;

/** Numbers of social insurance and of taxes, as far as a check digit or their name tells them from ids. */
export function findPersonalNumbers(text: string): Span[] {
  const digitsOf = ({ start, end }: Span): string => text.slice(start, end).replace(/[ .-]/g, '');
  return [
    ...spansOf(text, german, 'personal number').filter((span) => isPension(digitsOf(span))),
    ...spansOf(text, germanTax, 'personal number').filter((span) => isTax(digitsOf(span))),
    ...spansOf(text, swiss, 'personal number').filter((span) => isSwiss(digitsOf(span))),
    ...spansOf(text, american, 'personal number'),
  ];
}

/** VKVV § 4: the letter as two digits, weights, sums of digits. */
function isPension(number: string): boolean {
  const letter = String((number.codePointAt(8) ?? 64) - 64).padStart(2, '0');
  const digits = `${number.slice(0, 8)}${letter}${number.slice(9, 11)}`;
  const weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
  const sum = weights.reduce((all, weight, at) => all + sumOfDigits(weight * Number(digits[at])), 0);
  return sum % 10 === Number(number[11]);
}

function sumOfDigits(number: number): number {
  return Math.floor(number / 10) + (number % 10);
}

/** ISO/IEC 7064, modulo 11,10. */
function isTax(number: string): boolean {
  let product = 10;
  for (const digit of number.slice(0, 10)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (2 * sum) % 11;
  }
  return (11 - product) % 10 === Number(number[10]);
}

/** EAN-13. */
function isSwiss(number: string): boolean {
  const sum = [...number].reduce((all, digit, at) => all + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}
