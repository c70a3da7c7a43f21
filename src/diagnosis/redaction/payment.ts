import type { Span } from './span.js';

/** Card numbers (with their check digit) and IBANs (with theirs). */
export function findPayment(text: string): Span[] {
  return [...cards(text), ...accounts(text)];
}

/** Groups as cards print them, or all digits in one; the first digits are those of the networks (ISO/IEC 7812). */
const card =
  /(?<![\w.,:/+-])(?:(?:4\d{3}|5[0-9]\d\d|6\d{3}|2[2-7]\d\d|35\d\d)(?:[ \u00a0-]?\d{4}){3}(?:[ \u00a0-]?\d{1,3})?|3[47]\d\d[ \u00a0-]?\d{6}[ \u00a0-]?\d{5}|3[0689]\d\d[ \u00a0-]?\d{6}[ \u00a0-]?\d{4})(?![\w-]|[.,:]\d)/g;

function cards(text: string): Span[] {
  return Array.from(text.matchAll(card), ({ index, 0: all }) => ({
    index,
    digits: all.replace(/\D/g, ''),
    end: index + all.length,
  }))
    .filter(({ digits }) => isLuhn(digits) && !/^(\d)\1+$/.test(digits))
    .map(({ index, end }): Span => ({ start: index, end, mark: 'payment' }));
}

/** ISO/IEC 7812-1, annex B. */
function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Characters of an IBAN by country (SWIFT's registry of IBAN formats, release 99). */
const lengths: ReadonlyMap<string, number> = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 ' +
    'LV21 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20'
  )
    .split(' ')
    .map((each) => [each.slice(0, 2), Number(each.slice(2))]),
);

function accounts(text: string): Span[] {
  const found: Span[] = [];
  for (const begin of text.matchAll(/(?<![A-Z0-9-])[A-Z]{2}\d\d(?=[ \u00a0-]?[A-Z0-9])/gi)) {
    const length = lengths.get(begin[0].slice(0, 2).toUpperCase());
    if (length === undefined) continue;
    let number = '';
    let end = begin.index;
    const joint = /[ \u00a0-]/.exec(text[begin.index + 4] ?? '')?.[0];
    while (number.length < length && end < text.length) {
      const letter = text[end] as string;
      if (/[A-Z0-9]/i.test(letter)) number += letter;
      // In groups of four, or without any blank: ids have other groups.
      else if (letter !== joint || (end - begin.index) % 5 !== 4) break;
      end += 1;
    }
    if (number.length === length && !/[A-Z0-9]/i.test(text[end] ?? ' ') && isIban(number.toUpperCase()))
      found.push({ start: begin.index, end, mark: 'payment' });
  }
  return found;
}

/** ISO 13616: the number as digits, its beginning at its end, leaves 1 modulo 97. */
function isIban(number: string): boolean {
  let rest = 0;
  for (const letter of number.slice(4) + number.slice(0, 4))
    rest = (rest * (letter > '9' ? 100 : 10) + Number.parseInt(letter, 36)) % 97;
  return rest === 1;
}
