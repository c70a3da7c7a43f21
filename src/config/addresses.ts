const loopbackHosts = ['127.0.0.1', '[::1]', '::1', 'localhost'];

/** True for the host of a loopback address, with or without brackets. */
export function isLoopback(host: string): boolean {
  return loopbackHosts.includes(host.toLowerCase());
}

/** An address without what `URL` adds at its end, so that paths can be appended. */
export function withoutTrailingSlash(address: string): string {
  return address.replace(/\/+$/, '');
}
