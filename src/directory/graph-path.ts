/** Encodes one part of a Graph path or query. Lone surrogates, which cannot be encoded, become U+FFFD. */
export function encodePart(text: string): string {
  return encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'));
}

/** A string literal of an OData filter, encoded: quotes are doubled. */
export function literal(text: string): string {
  return encodePart(`'${text.replaceAll("'", "''")}'`);
}
