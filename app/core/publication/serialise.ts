import { createHash } from 'node:crypto';
import type { SuppressedPublication } from '../disclosure/suppress.ts';

export interface SerialisedPublication {
  /** The document as JSON with sorted keys and no spaces: equal documents give equal bytes. */
  text: string;
  /** SHA-256 of the text, in hexadecimal digits. */
  sha256: string;
}

/** The bytes that are stored, carried to the city and hashed. */
export function serialisePublication(document: SuppressedPublication): SerialisedPublication {
  const text = canonicalJson(document);
  return { text, sha256: sha256Of(text) };
}

export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** JSON whose keys are sorted, for hashing. Throws for a number that JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new Error('`canonicalJson` requires finite numbers');
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
  return `{${entries.join(',')}}`;
}
