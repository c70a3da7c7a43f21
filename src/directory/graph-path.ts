/** Encodes one part of a Graph path or query. Lone surrogates, which cannot be encoded, become U+FFFD. */
export function encodePart(text: string): string {
  return encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'));
}

/** A string literal of an OData filter, encoded: quotes are doubled. */
export function literal(text: string): string {
  return encodePart(`'${text.replaceAll("'", "''")}'`);
}

/**
 * A `$search` clause, encoded: quotes and backslashes inside are escaped (graph/search-query-parameter). Undefined when the
 * text has no letter and no digit, and so no word that could be searched for.
 */
export function searchClause(property: 'displayName', text: string): string | undefined {
  return /[\p{L}\p{N}]/u.test(text) ? encodePart(`"${property}:${text.replace(/[\\"]/g, '\\$&')}"`) : undefined;
}
