import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseJson } from '#core/text/json.ts';

describe('JSON', () => {
  it('is read with a byte order mark before it', () => {
    const text = readFileSync('tests/support/microdata/mapping-bom.json', 'utf8');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(parseJson(text)).toMatchObject({ ok: true });
    expect(parseJson('\ufeff{"a":1}')).toEqual({ ok: true, value: { a: 1 } });
  });

  it('that is none says in which line', () => {
    const lineOf = (text: string) => {
      const parsed = parseJson(text);
      return parsed.ok ? null : parsed.line;
    };
    expect(lineOf('{\n"a": 1,\n"b": }')).toBe(3);
    expect(lineOf(`{\n"a": }\n${'"b": 1,\n'.repeat(40)}}`)).toBe(2);
    expect(lineOf('{\n"a": 1,\n}')).toBe(3);
    expect(lineOf('[1,\n2\n')).toBe(3);
    expect(lineOf('plain text')).toBe(1);
  });
});
