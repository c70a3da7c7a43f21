const loopbackHosts = ['127.0.0.1', '[::1]', '::1', 'localhost'];

/** True for the host of a loopback address, with or without brackets, without port. */
export function isLoopback(host: string): boolean {
  return loopbackHosts.includes(host.toLowerCase());
}
