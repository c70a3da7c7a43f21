/**
 * adaptivecards-templating names this type from the sources of `adaptivecards`, which compile under other rules than ours;
 * tsconfig's `paths` leads it here.
 */
export type IAdaptiveCard = object;
