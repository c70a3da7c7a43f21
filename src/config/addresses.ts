/** An address without what `URL` adds at its end, so that paths can be appended. */
export function withoutTrailingSlash(address: string): string {
  return address.replace(/(?<!\/)\/+$/, '');
}
