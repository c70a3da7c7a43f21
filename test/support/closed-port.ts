import { createServer, type AddressInfo } from 'node:net';

/** An address of this machine at which nobody listens. Not port 9 or the like, which `fetch` refuses without asking anybody. */
export async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return `http://127.0.0.1:${port}/`;
}
