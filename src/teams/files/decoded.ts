const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  apos: "'",
};

/** Teams encodes what people type (docs/domain/teams.md section 4): decoded once, so that a typed entity stays one. */
export function decoded(text: string): string {
  return text.replace(/&(nbsp|amp|lt|gt|quot|#39|apos);/g, (whole, name: string) => entities[name] ?? whole);
}
