import { hash } from 'node:crypto';

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal digits. */
export function sha256Of(text: string): string {
  return hash('sha256', text);
}

/** JSON whose keys are sorted, for hashing. Throws for a number that JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`\`canonicalJson\` requires finite numbers, not ${value}`);
    return String(value);
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += `${text === '' ? '' : ','}${canonicalJson(item)}`;
    return `[${text}]`;
  }
  const entries = value as Record<string, unknown>;
  for (const key of Object.keys(entries).sort()) {
    const item = entries[key];
    if (item !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(item)}`;
  }
  return `{${text}}`;
}
