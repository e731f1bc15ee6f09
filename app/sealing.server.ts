import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * Drafts are padded to a multiple of this, and responses, which are packed, to a multiple of the other, so
 * that the size of what is stored says nothing about what was answered: every questionnaire in the letters of
 * its languages fits the first step, filled in to the last character. Two responses of the smaller size share
 * a page of the database.
 */
const paddedDraft = 4096;
const paddedResponse = 1900;

const algorithm = 'aes-256-gcm';
const nonceSize = 12;
const tagSize = 16;
const publicKeySize = 32;
const spkiHeader = Buffer.from('302a300506032b656e032100', 'hex');

export interface WaveKeys {
  publicKey: Buffer;
  /** The private key, encrypted under the server's secret; useless without it. */
  wrappedPrivateKey: Buffer;
}

const derivedKeys = new WeakMap<Buffer, Map<string, Buffer>>();

/**
 * Deriving costs more than what the key is then used for, and a secret has few purposes: derived keys are
 * kept.
 */
function derivedKey(secret: Buffer, purpose: string): Buffer {
  const known = derivedKeys.get(secret) ?? new Map<string, Buffer>();
  derivedKeys.set(secret, known);
  let key = known.get(purpose);
  if (!key) {
    key = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `poczucie/${purpose}`, 32));
    known.set(purpose, key);
  }
  return key;
}

/**
 * A keyed hash: of an access code, a token, a receipt or a place. Without the server's secret it cannot be
 * tried out.
 */
export function keyedHash(
  secret: Buffer,
  purpose: 'access-code' | 'session' | 'receipt' | 'staff-session' | 'staff-device' | 'staff-place',
  value: string,
): Buffer {
  return createHmac('sha256', derivedKey(secret, purpose)).update(value).digest();
}

/**
 * The resident's receipt, made from the access code they typed. The same code always gives the same receipt,
 * and nothing that is stored does: the database holds a keyed hash of the code and a keyed hash of the
 * receipt.
 */
export function receiptFor(secret: Buffer, waveId: string, receiptSeed: string): string {
  const digest = createHmac('sha256', derivedKey(secret, `receipt-text/${waveId}`))
    .update(receiptSeed)
    .digest();
  const text = [...digest.subarray(0, 12)].map((byte) => receiptSymbols[byte % 32] as string).join('');
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8, 12)}`;
}

const receiptSymbols = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * What a session remembers of the access code: enough to make the receipt again, not enough to be the code.
 */
export function receiptSeedOf(secret: Buffer, accessCode: string): string {
  return createHmac('sha256', derivedKey(secret, 'receipt-seed')).update(accessCode).digest('base64url');
}

export function makeWaveKeys(secret: Buffer, waveId: string): WaveKeys {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).subarray(spkiHeader.length),
    wrappedPrivateKey: encrypt(
      derivedKey(secret, `wave-key/${waveId}`),
      privateKey.export({ type: 'pkcs8', format: 'der' }),
      waveId,
    ),
  };
}

/** The wave's private key; throws when the server's secret is not the one that wrapped it. */
export function unwrapWaveKey(secret: Buffer, waveId: string, wrapped: Buffer): Buffer {
  return decrypt(derivedKey(secret, `wave-key/${waveId}`), wrapped, waveId);
}

/**
 * Encrypts to the wave's public key (ephemeral X25519, HKDF-SHA-256, AES-256-GCM); only the wave's private
 * key opens it.
 */
export function seal(publicKey: Buffer, content: Buffer): Buffer {
  const ephemeral = generateKeyPairSync('x25519');
  // As a JWK it is copied, in place of being encoded, which takes longer than to make the key.
  const ephemeralPublic = Buffer.from(ephemeral.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  const shared = diffieHellman({ privateKey: ephemeral.privateKey, publicKey: recipientKey(publicKey) });
  const key = Buffer.from(
    hkdfSync('sha256', shared, Buffer.concat([ephemeralPublic, publicKey]), 'poczucie/seal', 32),
  );
  return Buffer.concat([ephemeralPublic, encrypt(key, padResponse(content), 'sealed-response')]);
}

/** Opens the seals of one wave; its private key is read once for all of them. */
export function sealOpener(privateKeyDer: Buffer, publicKey: Buffer): (sealed: Buffer) => Buffer {
  const privateKey = createPrivateKey({ key: privateKeyDer, format: 'der', type: 'pkcs8' });
  return (sealed) => {
    const ephemeralPublic = sealed.subarray(0, publicKeySize);
    const shared = diffieHellman({ privateKey, publicKey: publicKeyObject(ephemeralPublic) });
    const salt = Buffer.concat([ephemeralPublic, publicKey]);
    const key = Buffer.from(hkdfSync('sha256', shared, salt, 'poczucie/seal', 32));
    return unpadResponse(decrypt(key, sealed.subarray(publicKeySize), 'sealed-response'));
  };
}

export function sealDraft(secret: Buffer, caseId: string, draft: unknown): Buffer {
  return encrypt(derivedKey(secret, 'draft'), padDraft(draft), caseId);
}

export function openDraft(secret: Buffer, caseId: string, sealed: Buffer): unknown {
  return unpadDraft(decrypt(derivedKey(secret, 'draft'), sealed, caseId));
}

/** Encrypts a file that is kept until it has arrived; `context` says which, and is needed to open it. */
export function sealFile(secret: Buffer, context: string, content: Buffer): Buffer {
  return encrypt(derivedKey(secret, 'kept-file'), deflateRawSync(content), context);
}

export function openFile(secret: Buffer, context: string, sealed: Buffer): Buffer {
  return inflateRawSync(decrypt(derivedKey(secret, 'kept-file'), sealed, context));
}

let lastRecipient: { publicKey: Buffer; key: KeyObject } | undefined;

/** Reading a key costs several times what sealing does, and a wave has one: the last one is kept. */
function recipientKey(publicKey: Buffer): KeyObject {
  if (!lastRecipient?.publicKey.equals(publicKey)) {
    lastRecipient = { publicKey: Buffer.from(publicKey), key: publicKeyObject(publicKey) };
  }
  return lastRecipient.key;
}

function publicKeyObject(raw: Buffer): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: raw.toString('base64url') }, format: 'jwk' });
}

/**
 * Encrypts a private key of the installation under the server's secret. `context` must be the same when it is
 * opened.
 */
export function wrapSecret(secret: Buffer, purpose: string, plain: Buffer, context: string): Buffer {
  return encrypt(derivedKey(secret, purpose), plain, context);
}

/** What `wrapSecret` encrypted; throws when the server's secret is not the one that wrapped it. */
export function unwrapSecret(secret: Buffer, purpose: string, wrapped: Buffer, context: string): Buffer {
  return decrypt(derivedKey(secret, purpose), wrapped, context);
}

function encrypt(key: Buffer, plain: Buffer, context: string): Buffer {
  const nonce = randomBytes(nonceSize);
  const cipher = createCipheriv(algorithm, key, nonce);
  cipher.setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Buffer, encrypted: Buffer, context: string): Buffer {
  const decipher = createDecipheriv(algorithm, key, encrypted.subarray(0, nonceSize));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(encrypted.subarray(encrypted.length - tagSize));
  return Buffer.concat([
    decipher.update(encrypted.subarray(nonceSize, encrypted.length - tagSize)),
    decipher.final(),
  ]);
}

function padDraft(draft: unknown): Buffer {
  const packed = deflateRawSync(Buffer.from(JSON.stringify(draft), 'utf8'));
  const padded = Buffer.alloc(Math.ceil((packed.length + 4) / paddedDraft) * paddedDraft);
  padded.writeUInt32BE(packed.length, 0);
  packed.copy(padded, 4);
  return padded;
}

function unpadDraft(padded: Buffer): unknown {
  return JSON.parse(inflateRawSync(padded.subarray(4, 4 + padded.readUInt32BE(0))).toString('utf8'));
}

/** Length, whether it is deflated (only what would not fit is, since that takes time), content, zeros. */
function padResponse(content: Buffer): Buffer {
  const isLong = content.length + 5 > paddedResponse;
  const packed = isLong ? deflateRawSync(content) : content;
  const padded = Buffer.alloc(Math.ceil((packed.length + 5) / paddedResponse) * paddedResponse);
  padded.writeUInt32BE(packed.length, 0);
  padded.writeUInt8(isLong ? 1 : 0, 4);
  packed.copy(padded, 5);
  return padded;
}

function unpadResponse(padded: Buffer): Buffer {
  const content = padded.subarray(5, 5 + padded.readUInt32BE(0));
  return padded.readUInt8(4) === 1 ? inflateRawSync(content) : content;
}
