/**
 * What somebody gave stands in a sentence of ours between two signs, until the place where the sentence is shown says what becomes
 * of it: runs of a card, markdown of a message, or simply text. The signs are noncharacters, which Unicode keeps for
 * a program's own use (chapter 23.7); in what is given they are written out before (`show-invisible.ts`).
 */
const begins = '\ufdd0';
const ends = '\ufdd1';

/** A sentence with what was given in it. */
export interface Part {
  readonly given: boolean;
  readonly text: string;
}

/** Empty stays empty. */
export function mark(given: string): string {
  return given === '' ? '' : `${begins}${given}${ends}`;
}

export function isMarked(text: string): boolean {
  return text.includes(begins);
}

/** Without the signs, for places that show text as it is. */
export function unmarked(text: string): string {
  return text.replaceAll(begins, '').replaceAll(ends, '');
}

/** Our words and what was given, in their order; none is empty. */
export function partsOf(text: string): readonly Part[] {
  return text
    .split(begins)
    .flatMap((piece, index) => {
      const end = index === 0 ? 0 : piece.indexOf(ends);
      return [
        { given: true, text: piece.slice(0, end) },
        { given: false, text: piece.slice(index === 0 ? 0 : end + 1) },
      ];
    })
    .filter((part) => part.text !== '');
}
