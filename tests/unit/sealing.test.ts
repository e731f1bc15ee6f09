import { randomBytes, randomInt } from 'node:crypto';
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
import { packedContent, type ResponseContent } from '#app/use-cases/wave/response-content.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import type { AnswerValue } from '#core/questionnaire/definition.ts';
import { variables } from '#core/questionnaire/variables.ts';

const secret = Buffer.from('a secret of the server, long enough to be one');
const otherSecret = Buffer.from('another secret, of a machine that stole the file');
const response = {
  stratum: 'D01|18-24|F',
  answers: { q04_city_safe: 2, q01_problem_1: 'zażółć gęślą jaźń' },
};
const content = Buffer.from(JSON.stringify(response));

/** Every question answered at its longest, texts by chance from some letters to the last character. */
function filledIn(letters: string): ResponseContent {
  const symbols = [...letters];
  const answers = variables(cityQuestionnaire).map(
    ({ name, kind, codes, maxLength }): [string, AnswerValue] => {
      if (kind === 'multiple' || kind === 'order') return [name, codes.map(({ code }) => code)];
      if (kind === 'single') return [name, codes.at(-1)?.code ?? 1];
      const written = Array.from(
        { length: maxLength ?? 0 },
        () => symbols[randomInt(symbols.length || 1)] ?? '',
      );
      return [name, written.join('')];
    },
  );
  return {
    stratum: 'D18|75+|M',
    district: 18,
    mode: 'phone',
    phase: 'early',
    completeness: 'broke-off',
    questionnaireVersion: cityQuestionnaire.version,
    answers: Object.fromEntries(answers),
  };
}

describe('a sealed response', () => {
  const keys = makeWaveKeys(secret, '2026-2');

  it('opens with the private key of the wave and with no other', () => {
    const sealed = seal(keys.publicKey, content);
    const privateKey = unwrapWaveKey(secret, '2026-2', keys.wrappedPrivateKey);
    expect(sealOpener(privateKey, keys.publicKey)(sealed)).toEqual(content);
    const others = makeWaveKeys(secret, '2027-1');
    const otherKey = unwrapWaveKey(secret, '2027-1', others.wrappedPrivateKey);
    expect(() => sealOpener(otherKey, others.publicKey)(sealed)).toThrow();
  });

  it('invariant 4: has the same size whatever was answered, and differs each time', () => {
    const sizes = [
      '',
      'abcdefghijklmnopqrstuvwxyz',
      'aąbcćdeęfghijklłmnńoóprsśtuwyzźż',
      'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
    ]
      .flatMap((letters) => [filledIn(letters), filledIn(`${letters}${letters.toUpperCase()} ,.0123456789`)])
      .map((longest) => seal(keys.publicKey, packedContent(cityQuestionnaire, longest)).length);
    const empty = packedContent(cityQuestionnaire, { ...filledIn(''), answers: {} });
    expect(new Set([...sizes, seal(keys.publicKey, empty).length]).size).toBe(1);
    expect(seal(keys.publicKey, content).equals(seal(keys.publicKey, content))).toBe(false);
  });

  it('holds what is longer than any questionnaire in the letters of its languages', () => {
    const long = randomBytes(5000);
    const privateKey = unwrapWaveKey(secret, '2026-2', keys.wrappedPrivateKey);
    expect(sealOpener(privateKey, keys.publicKey)(seal(keys.publicKey, long))).toEqual(long);
  });

  it('is refused when a single byte was changed', () => {
    const sealed = seal(keys.publicKey, content);
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
