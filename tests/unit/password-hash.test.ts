import { scryptSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from '#app/use-cases/staff/password-hash.ts';

describe('a stored password', () => {
  it('is opened by itself only, and stands in no two hashes alike', async () => {
    const [one, two] = await Promise.all([
      hashPassword('Zażółć gęślą jaźń'),
      hashPassword('Zażółć gęślą jaźń'),
    ]);
    expect(one).not.toBe(two);
    expect(await verifyPassword(one, 'Zażółć gęślą jaźń')).toBe(true);
    expect(await verifyPassword(two, 'Zażółć gęślą jaźń')).toBe(true);
    expect(await verifyPassword(one, 'Zażółć gęślą jazń')).toBe(false);
    expect(await verifyPassword(one, '')).toBe(false);
  });

  it('is the same however the keyboard puts its letters together', async () => {
    const hash = await hashPassword('zażółć gęślą'.normalize('NFC'));
    expect(await verifyPassword(hash, 'zażółć gęślą'.normalize('NFD'))).toBe(true);
  });

  it('costs what OWASP asks for: N = 2^15, r = 8, p = 3, a salt of 16 bytes', async () => {
    const [kind, N, r, p, salt = '', key] = (await hashPassword('correct horse battery')).split('$');
    expect([kind, N, r, p]).toEqual(['scrypt', '32768', '8', '3']);
    expect(Buffer.from(salt, 'base64url')).toHaveLength(16);
    const again = scryptSync('correct horse battery', Buffer.from(salt, 'base64url'), 32, {
      ...{ N: 32_768, r: 8, p: 3 },
      maxmem: 2 ** 27,
    });
    expect(again.toString('base64url')).toBe(key);
  });

  it.each(['', 'salt:key', 'scrypt$0$8$3$AAAA$AAAA', 'scrypt$32768$8$3$AAAA$', 'bcrypt$32768$8$3$AAAA$AAAA'])(
    'that is no hash of this kind (%s) is opened by nothing',
    async (hash) => {
      expect(await verifyPassword(hash, '')).toBe(false);
    },
  );
});
