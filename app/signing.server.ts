import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { unwrapSecret, wrapSecret } from './sealing.server.ts';

/** DER header of an Ed25519 private key (RFC 8410), before its 32 bytes of seed. */
const pkcs8Header = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicKeySize = 32;

export interface SigningKeys {
  /** 32 bytes in base64url. */
  publicKey: string;
  /** The private key, encrypted under the server's secret; useless without it. */
  wrappedPrivateKey: Buffer;
}

/** The firm's key pair for signing publications, from 32 unpredictable bytes. */
export function makeSigningKeys(secret: Buffer, seed: Buffer): SigningKeys {
  const der = Buffer.concat([pkcs8Header, seed]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const publicKey = spki.subarray(spki.length - publicKeySize).toString('base64url');
  return { publicKey, wrappedPrivateKey: wrapSecret(secret, 'publication-key', der, publicKey) };
}

/**
 * The Ed25519 signature of a text's UTF-8 bytes, in base64url; throws when the secret is not the one that
 * wrapped the key.
 */
export function signText(
  secret: Buffer,
  { publicKey, wrappedPrivateKey }: SigningKeys,
  text: string,
): string {
  const der = unwrapSecret(secret, 'publication-key', wrappedPrivateKey, publicKey);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64url');
}
