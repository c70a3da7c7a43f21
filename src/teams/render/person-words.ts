import type { Person } from '../../directory/model.js';
import { withoutControls } from './escape.js';
import type { Pen } from './pen.js';

/** What to call a person in a place that renders markdown: the name, else the sign-in address. */
export function personName(pen: Pen, { displayName, userPrincipalName }: Person): string {
  const name = pen.given(displayName ?? userPrincipalName ?? '');
  return name === '' ? pen.plain('unknownName') : name;
}

/** The same for places that show text as it is. */
export function plainName(pen: Pen, { displayName, userPrincipalName }: Person): string {
  return withoutControls(displayName ?? userPrincipalName ?? '') || pen.plain('unknownName');
}
