import { X509Certificate, createPrivateKey } from 'node:crypto';
import type { ConfigProblem } from './problem.js';

/** Gives a file's text; throws when it cannot be read. */
export type ReadFile = (path: string) => string;

const variable = 'MicrosoftAppCertificatePath';
const block = (label: string): RegExp => new RegExp(`-----BEGIN ${label}-----[^-]+-----END ${label}-----`);

/** What is wrong with the file that signs the bot in: it has to hold a certificate and its private key, both as PEM. */
export function certificateProblems(path: string, readFile: ReadFile): readonly ConfigProblem[] {
  const cure =
    'Name a PEM file that holds the certificate (BEGIN CERTIFICATE) and its private key (BEGIN PRIVATE KEY, without a password).';
  const problem = (found: string): readonly ConfigProblem[] => [{ variable, problem: `${path} ${found}.`, cure }];
  let text: string;
  try {
    text = readFile(path);
  } catch (error) {
    const { code = 'unknown' } = error as { readonly code?: string };
    return problem(`cannot be read (${code})`);
  }
  const certificate = block('CERTIFICATE').exec(text)?.[0];
  if (certificate === undefined) return problem('holds no certificate');
  if (text.includes('BEGIN ENCRYPTED PRIVATE KEY') || text.includes('Proc-Type: 4,ENCRYPTED'))
    return problem('holds a private key that a password protects');
  const key = block('(?:RSA |EC )?PRIVATE KEY').exec(text)?.[0];
  if (key === undefined) return problem('holds no private key');
  try {
    const own = createPrivateKey(key);
    // Entra takes no others (learn: certificate-credentials, RS256 and PS256).
    if (own.asymmetricKeyType !== 'rsa') return problem('holds a private key that is not RSA');
    const matches = new X509Certificate(certificate).checkPrivateKey(own);
    return matches ? [] : problem("holds a private key that is not the certificate's");
  } catch {
    return problem('holds a certificate or a private key that is damaged');
  }
}
