import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSigningKeys, signText } from '#app/signing.server.ts';
import { canonicalJson } from '#core/digest.ts';
import {
  fingerprintOf,
  isSignatureOf,
  publicKeyPem,
  readPublicKey,
  readSignedFile,
  signedFile,
} from '#core/publication/signed-file.ts';
import { testFolder } from '#tests/support/database.ts';
import { testSecret } from '#tests/support/fieldwork.ts';
import { incoming, testKeys, testPublication } from '#tests/support/results.ts';

const { publicKey } = testKeys;

describe('a signature', () => {
  it('is of these very bytes by this very key, and of nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, other) => {
        const value = signText(testSecret, testKeys, text);
        expect(isSignatureOf(text, { publicKey, value })).toBe(true);
        expect(isSignatureOf(other, { publicKey, value })).toBe(other === text);
        const stranger = makeSigningKeys(testSecret, Buffer.alloc(32, 3)).publicKey;
        expect(isSignatureOf(text, { publicKey: stranger, value })).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  it('is that of RFC 8032, section 7.1, test 1', () => {
    const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
    const keys = makeSigningKeys(testSecret, seed);
    expect(Buffer.from(keys.publicKey, 'base64url').toString('hex')).toBe(
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    );
    expect(Buffer.from(signText(testSecret, keys, ''), 'base64url').toString('hex')).toBe(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    );
  });

  it('cannot be made with another secret', () => {
    const other = Buffer.alloc(32, 5);
    expect(() => signText(other, testKeys, 'text')).toThrow();
  });

  it('that is no signature is of nothing', () => {
    for (const value of ['', 'AAAA', '!'.repeat(86)])
      expect(isSignatureOf('text', { publicKey, value })).toBe(false);
    expect(isSignatureOf('text', { publicKey: 'short', value: 'A'.repeat(86) })).toBe(false);
  });
});

describe('the file of a publication', () => {
  it('gives back what was signed, whatever the document holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (inside) => {
        const text = canonicalJson({ format: 'poczucie-publication/3', inside });
        const signature = { publicKey, value: signText(testSecret, testKeys, text) };
        expect(readSignedFile(signedFile(text, signature))).toEqual({ ok: true, text, signature });
      }),
      { numRuns: 100 },
    );
  });
});

describe('a public key', () => {
  it('is read from its letters and from its PEM file, and nothing else is one', () => {
    expect(readPublicKey(` ${publicKey}\n`)).toBe(publicKey);
    expect(readPublicKey(publicKeyPem(publicKey))).toBe(publicKey);
    for (const text of ['', 'key.pem', publicKey.slice(1), '-----BEGIN PUBLIC KEY-----\nx'])
      expect(readPublicKey(text)).toBeNull();
    expect(fingerprintOf(publicKey)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('what the document of the file format says', () => {
  const blockOf = (language: string) =>
    new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(
      readFileSync('docs/publication-file.md', 'utf8'),
    )?.[1] ?? '';
  const folder = testFolder();
  const path = join(folder, 'publication.json');
  const { file } = incoming(testPublication());

  it('checks a file without the platform, and finds one changed figure', () => {
    const script = join(folder, 'verify.mjs');
    writeFileSync(script, blockOf('js'));
    const check = (content: string) => {
      writeFileSync(path, content);
      return execFileSync(process.execPath, [script, path, publicKey], { encoding: 'utf8' }).trim();
    };
    expect(check(file)).toBe('valid');
    expect(check(JSON.stringify(JSON.parse(file), null, 2))).toBe('valid');
    expect(check(file.replace('"number":1', '"number":2'))).toBe('NOT VALID');
  });
});
