import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repeatedKey } from '#core/text/repeated-key.ts';

describe('the key that stands twice in one object', () => {
  it.each([
    ['{"a":1,"a":1}', 'a'],
    ['{"a":{"b":[{"c":1,"d":":","c":2}]}}', 'c'],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['{ "a b" : 1 , "a b" : 2 }', 'a b'],
    ['{"":1,"":2}', ''],
    ['{"a\\"{":1,"b":[],"a\\"{":2}', 'a"{'],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
  ])('of %s is “%s”', (text, key) => {
    expect(repeatedKey(text)).toBe(key);
  });

  it('is in none of what a program wrote, however deep or indented, whatever its texts look like', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ noUnicodeString: false }),
        fc.constantFrom(undefined, 2),
        (value, indent) => {
          expect(repeatedKey(JSON.stringify(value, null, indent))).toBeNull();
        },
      ),
    );
    expect(repeatedKey('[{"a":1},{"a":2},{"b":{"a":3},"a":4}]')).toBeNull();
    expect(repeatedKey('{"a":"a","b":"a","c":"\\"a\\":1,"}')).toBeNull();
  });

  it('is found wherever it is put among the others', () => {
    const keys = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(keys, fc.nat(), (names, at) => {
        const twice = names[at % names.length] as string;
        const members = [...names, twice].map((key) => `${JSON.stringify(key)}:{"x":[]}`);
        expect(repeatedKey(`{${members.join(',')}}`)).toBe(twice);
      }),
    );
  });

  it('is looked for in a text of any length', () => {
    const long = JSON.stringify({ text: 'ż"\\ '.repeat(3_000_000), more: 1 });
    expect(repeatedKey(long)).toBeNull();
    expect(repeatedKey(`${long.slice(0, -1)},"more":2}`)).toBe('more');
  });
});
