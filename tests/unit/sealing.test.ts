import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  keyedHash,
  makeWaveKeys,
  openDraft,
  receiptFor,
  receiptSeedOf,
  seal,
  sealDraft,
  sealOpener,
  unwrapWaveKey,
} from '#app/sealing.server.ts';

const secret = Buffer.from('a secret of the server, long enough to be one');
const otherSecret = Buffer.from('another secret, of a machine that stole the file');
const response = {
  stratum: 'D01|18-24|F',
  answers: { q04_city_safe: 2, q01_problem_1: 'zażółć gęślą jaźń' },
};

describe('a sealed response', () => {
  const keys = makeWaveKeys(secret, '2026-2');

  it('opens with the private key of the wave and with no other', () => {
    const sealed = seal(keys.publicKey, response);
    const privateKey = unwrapWaveKey(secret, '2026-2', keys.wrappedPrivateKey);
    expect(sealOpener(privateKey, keys.publicKey)(sealed)).toEqual(response);
    const others = makeWaveKeys(secret, '2027-1');
    const otherKey = unwrapWaveKey(secret, '2027-1', others.wrappedPrivateKey);
    expect(() => sealOpener(otherKey, others.publicKey)(sealed)).toThrow();
  });

  it('invariant 4: has the same size whatever was answered, and differs each time', () => {
    const empty = seal(keys.publicKey, { stratum: 'D01|18-24|F', answers: {} });
    const longest = seal(keys.publicKey, {
      stratum: 'D01|18-24|F',
      answers: { end_comment: randomBytes(1400).toString('hex') },
    });
    expect(empty.length).toBe(longest.length);
    expect(seal(keys.publicKey, response).equals(seal(keys.publicKey, response))).toBe(false);
  });

  it('is refused when a single byte was changed', () => {
    const sealed = seal(keys.publicKey, response);
    sealed.writeUInt8(sealed.readUInt8(200) ^ 1, 200);
    const privateKey = unwrapWaveKey(secret, '2026-2', keys.wrappedPrivateKey);
    expect(() => sealOpener(privateKey, keys.publicKey)(sealed)).toThrow();
  });

  it('stays closed when the secret of the server is not the one that wrapped the key', () => {
    expect(() => unwrapWaveKey(otherSecret, '2026-2', keys.wrappedPrivateKey)).toThrow();
    expect(() => unwrapWaveKey(secret, '2027-1', keys.wrappedPrivateKey)).toThrow();
  });
});

describe('a draft at rest', () => {
  it('opens for its own case under the secret of the server only', () => {
    const sealed = sealDraft(secret, 'K26B-0000001', response);
    expect(openDraft(secret, 'K26B-0000001', sealed)).toEqual(response);
    expect(() => openDraft(secret, 'K26B-0000002', sealed)).toThrow();
    expect(() => openDraft(otherSecret, 'K26B-0000001', sealed)).toThrow();
    expect(sealed.includes('zażółć')).toBe(false);
  });
});

describe('a receipt', () => {
  it('invariant 2: is the same each time for the same code and another for another code or wave', () => {
    const seed = receiptSeedOf(secret, 'BCDFGHJKLMNPX');
    expect(receiptFor(secret, '2026-2', seed)).toBe(receiptFor(secret, '2026-2', seed));
    expect(receiptFor(secret, '2026-2', seed)).toMatch(
      /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/,
    );
    expect(receiptFor(secret, '2027-1', seed)).not.toBe(receiptFor(secret, '2026-2', seed));
    expect(receiptFor(secret, '2026-2', receiptSeedOf(secret, 'BCDFGHJKLMNPZ'))).not.toBe(
      receiptFor(secret, '2026-2', seed),
    );
  });

  it('invariant 13: neither hash nor seed contains the code', () => {
    const code = 'BCDFGHJKLMNPX';
    expect(keyedHash(secret, 'access-code', code).toString('latin1')).not.toContain(code);
    expect(receiptSeedOf(secret, code)).not.toContain(code);
    expect(keyedHash(otherSecret, 'access-code', code)).not.toEqual(keyedHash(secret, 'access-code', code));
  });
});
