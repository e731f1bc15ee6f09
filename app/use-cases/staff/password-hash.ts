import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** OWASP's second choice for scrypt: as costly to guess as its first, in a quarter of the memory. */
const cost = { N: 2 ** 15, r: 8, p: 3 } as const;
const keyLength = 32;
const saltLength = 16;

/** `scrypt$N$r$p$salt$key`: a later, higher cost leaves older hashes readable. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltLength);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** False for another password, and for what is no hash of this kind. */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  const [kind, N, r, p, salt = '', expected = ''] = hash.split('$');
  const parameters = { N: Number(N), r: Number(r), p: Number(p) };
  if (kind !== 'scrypt' || !Object.values(parameters).every((value) => Number.isInteger(value) && value > 0))
    return false;
  const wanted = Buffer.from(expected, 'base64url');
  if (wanted.length !== keyLength) return false;
  const key = await derive(password, Buffer.from(salt, 'base64url'), parameters);
  return timingSafeEqual(key, wanted);
}

/** One password is one sequence of bytes, however the keyboard puts its letters together. */
function derive(
  password: string,
  salt: Buffer,
  { N, r, p }: { N: number; r: number; p: number },
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, keyLength, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
