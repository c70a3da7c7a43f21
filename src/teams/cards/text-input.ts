import { typeable } from './escape.js';
import type { CardData } from './templates.js';

/** The field `text` as `cards/parts/text-input.json` takes it: with what was typed so far; without a label it is left out. */
export function textInput(label: string, text: string, maximum: number): CardData {
  return {
    textLabel: label,
    text: typeable(text)
      .slice(0, maximum)
      .replace(/[\ud800-\udbff]$/, ''),
    textLength: maximum,
  };
}

/** For cards that ask for nothing here. */
export const noTextInput = textInput('', '', 1);
