import 'reflect-metadata';
import { randomBytes, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

/** A certificate and its private key, both as PEM. */
export interface KeyPair {
  readonly certificate: string;
  readonly key: string;
}

export interface Certificates {
  /** The authority's own certificate: what NODE_EXTRA_CA_CERTS names. */
  readonly authority: string;
  /** For https on `localhost` and 127.0.0.1. */
  readonly server: KeyPair;
  /** What the bot signs in with, and one of somebody else. */
  readonly bot: KeyPair;
  readonly stranger: KeyPair;
}

x509.cryptoProvider.set(webcrypto as never);

const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};
const hour = 3_600_000;

/** An own authority and what it certifies, valid for an hour before and a day after `now`. */
export async function makeCertificates(now: Date): Promise<Certificates> {
  const times = { notBefore: new Date(now.getTime() - hour), notAfter: new Date(now.getTime() + 24 * hour) };
  const keys = () => webcrypto.subtle.generateKey(rsa, true, ['sign', 'verify']);
  const serialNumber = () => randomBytes(8).toString('hex');

  const root = await keys();
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    ...times,
    serialNumber: serialNumber(),
    name: 'CN=Stand-in authority',
    keys: root,
    signingAlgorithm: rsa,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ],
  });

  const serverKeys = await keys();
  const server = await x509.X509CertificateGenerator.create({
    ...times,
    serialNumber: serialNumber(),
    subject: 'CN=localhost',
    issuer: authority.subject,
    publicKey: serverKeys.publicKey,
    signingKey: root.privateKey,
    signingAlgorithm: rsa,
    extensions: [
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
      ]),
    ],
  });

  async function selfSigned(name: string): Promise<KeyPair> {
    const own = await keys();
    const certificate = await x509.X509CertificateGenerator.createSelfSigned({
      ...times,
      serialNumber: serialNumber(),
      name,
      keys: own,
      signingAlgorithm: rsa,
    });
    return { certificate: certificate.toString('pem'), key: await pemOf(own.privateKey) };
  }

  return {
    authority: authority.toString('pem'),
    server: { certificate: server.toString('pem'), key: await pemOf(serverKeys.privateKey) },
    bot: await selfSigned('CN=bot'),
    stranger: await selfSigned('CN=stranger'),
  };
}

async function pemOf(key: webcrypto.CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}
