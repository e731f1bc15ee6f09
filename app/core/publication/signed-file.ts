import { createHash, createPublicKey, verify } from 'node:crypto';
import { canonicalJson } from '../digest.ts';
import { repeatedKey } from '../text/repeated-key.ts';

/** The signature of a publication by the firm that made it. */
export interface PublicationSignature {
  /** The firm's public key: 32 bytes in base64url. */
  publicKey: string;
  /** Ed25519 (RFC 8032) over the UTF-8 bytes of the document's canonical JSON: 64 bytes in base64url. */
  value: string;
}

/** The file that carries a publication, read and not yet believed. */
export type ReadSignedFile =
  | { ok: true; text: string; signature: PublicationSignature }
  | { ok: false; reason: 'not-json' | 'newer-format' | 'not-signed' | 'not-a-publication' }
  | { ok: false; reason: 'repeated-key'; detail: { key: string } };

/** Formats that this version of the platform writes and reads; a later one is read by a later version. */
const fileFormat = { name: 'poczucie-signed-publication', version: 1 };
const documentFormat = { name: 'poczucie-publication', version: 3 };

/** DER header of an Ed25519 public key (RFC 8410), before its 32 bytes. */
const spkiHeader = Buffer.from('302a300506032b6570032100', 'hex');
const encoded = (bytes: number) => new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((bytes * 4) / 3)}}$`);

/**
 * The file that carries a publication: one line of JSON with sorted keys, the document in it byte for byte as
 * it was signed.
 *
 * @param text  the document's canonical JSON
 */
export function signedFile(text: string, { publicKey, value }: PublicationSignature): string {
  const format = `${fileFormat.name}/${fileFormat.version}`;
  const signature = canonicalJson({ algorithm: 'Ed25519', publicKey, value });
  return `{"format":"${format}","publication":${text},"signature":${signature}}`;
}

/**
 * Reads what `signedFile` wrote, also where it was indented on the way: the document is made canonical again.
 */
export function readSignedFile(source: string): ReadSignedFile {
  let file: unknown;
  try {
    file = JSON.parse(source);
  } catch {
    return { ok: false, reason: 'not-json' };
  }
  const key = repeatedKey(source);
  if (key !== null) return { ok: false, reason: 'repeated-key', detail: { key } };
  if (!isRecord(file)) return { ok: false, reason: 'not-a-publication' };
  if (versionOf(file, documentFormat.name) !== null) {
    return { ok: false, reason: isNewer(file, documentFormat) ? 'newer-format' : 'not-signed' };
  }
  if (isNewer(file, fileFormat)) return { ok: false, reason: 'newer-format' };
  const { publication, signature, ...rest } = file;
  const isOurs = versionOf(file, fileFormat.name) === fileFormat.version && isRecord(publication);
  if (!isOurs || Object.keys(rest).length !== 1) return { ok: false, reason: 'not-a-publication' };
  if (isNewer(publication, documentFormat)) return { ok: false, reason: 'newer-format' };
  if (!isSignature(signature)) return { ok: false, reason: 'not-signed' };
  const { publicKey, value } = signature;
  return { ok: true, text: canonicalJson(publication), signature: { publicKey, value } };
}

/** Whether the holder of the public key's private half signed these very bytes. */
export function isSignatureOf(text: string, { publicKey, value }: PublicationSignature): boolean {
  try {
    return verify(
      null,
      Buffer.from(text, 'utf8'),
      publicKeyObject(publicKey),
      Buffer.from(value, 'base64url'),
    );
  } catch {
    return false;
  }
}

/** SHA-256 of the public key's DER form, in hexadecimal digits: what two people compare by telephone. */
export function fingerprintOf(publicKey: string): string {
  return createHash('sha256').update(publicKeyDer(publicKey)).digest('hex');
}

/** The public key as a PEM file, as openssl reads it. */
export function publicKeyPem(publicKey: string): string {
  return String(publicKeyObject(publicKey).export({ type: 'spki', format: 'pem' }));
}

/** The public key in a PEM file or in the 43 letters of base64url; null when it is neither. */
export function readPublicKey(source: string): string | null {
  const text = source.trim();
  if (encoded(32).test(text)) return text;
  if (!text.includes('-----BEGIN PUBLIC KEY-----')) return null;
  try {
    const der = createPublicKey(text).export({ type: 'spki', format: 'der' });
    const isEd25519 =
      der.length === spkiHeader.length + 32 && der.subarray(0, spkiHeader.length).equals(spkiHeader);
    return isEd25519 ? der.subarray(spkiHeader.length).toString('base64url') : null;
  } catch {
    return null;
  }
}

function publicKeyDer(publicKey: string): Buffer {
  return Buffer.concat([spkiHeader, Buffer.from(publicKey, 'base64url')]);
}

function publicKeyObject(publicKey: string) {
  return createPublicKey({ key: publicKeyDer(publicKey), format: 'der', type: 'spki' });
}

interface Format {
  name: string;
  version: number;
}

function isNewer(file: Record<string, unknown>, { name, version }: Format): boolean {
  return (versionOf(file, name) ?? 0) > version;
}

function versionOf({ format }: Record<string, unknown>, name: string): number | null {
  const [found, version = ''] = typeof format === 'string' ? format.split('/') : [];
  return found === name && /^\d{1,6}$/.test(version) ? Number(version) : null;
}

function isSignature(value: unknown): value is PublicationSignature & { algorithm: 'Ed25519' } {
  if (!isRecord(value) || Object.keys(value).length !== 3 || value.algorithm !== 'Ed25519') return false;
  const { publicKey, value: signed } = value;
  return (
    typeof publicKey === 'string' &&
    encoded(32).test(publicKey) &&
    typeof signed === 'string' &&
    encoded(64).test(signed)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
