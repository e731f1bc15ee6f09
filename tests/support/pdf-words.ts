import { inflateSync } from 'node:zlib';

/** What a PDF of ours says: its title, its language, and the words of each page in the order of drawing. */
export interface PdfWords {
  title: string;
  language: string;
  isTagged: boolean;
  pages: string[];
}

/** Reads a PDF whose fonts carry the letters of their glyphs, as every one of the platform does. */
export function readPdf(file: Uint8Array): PdfWords {
  const pdf = Buffer.from(file);
  const objects = objectsOf(pdf);
  const find = (pattern: RegExp) => [...objects.values()].filter(({ head }) => pattern.test(head));
  const [catalogue] = find(/\/Type \/Catalog/);
  const [info] = find(/\/Producer \d+ 0 R/);
  const headAt = (head: string | undefined, key: string) =>
    objects.get(Number(new RegExp(`/${key} (\\d+) 0 R`).exec(head ?? '')?.[1]))?.head ?? '';
  const pages = find(/\/Type \/Page\b(?!s)/).map(({ head }) => {
    const content = objects.get(Number(/\/Contents (\d+) 0 R/.exec(head)?.[1]))?.stream ?? '';
    const resources = objects.get(Number(/\/Resources (\d+) 0 R/.exec(head)?.[1]))?.head ?? head;
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => [
        name,
        lettersOf(objects, objects.get(Number(id))?.head ?? ''),
      ]),
    );
    return wordsOf(content, fonts);
  });
  return {
    title: textOf(headAt(info?.head, 'Title')),
    language: textOf(/\/Lang (\([^)]*\))/.exec(catalogue?.head ?? '')?.[1] ?? ''),
    isTagged: /\/Marked true/.test(headAt(catalogue?.head, 'MarkInfo')),
    pages,
  };
}

interface PdfObject {
  head: string;
  stream: string;
}

function objectsOf(pdf: Buffer): Map<number, PdfObject> {
  const whole = pdf.toString('latin1');
  return new Map(
    [...whole.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body = '']) => {
      const at = body.indexOf('\nstream\n');
      if (at < 0) return [Number(id), { head: body, stream: '' }];
      const head = body.slice(0, at);
      const raw = Buffer.from(body.slice(at + 8, body.lastIndexOf('\nendstream')), 'latin1');
      const stream = head.includes('/FlateDecode') ? inflateSync(raw) : raw;
      return [Number(id), { head, stream: stream.toString('latin1') }];
    }),
  );
}

/** The letters of each glyph, by the font's table for searching and copying. */
function lettersOf(objects: ReadonlyMap<number, PdfObject>, font: string): Map<number, string> {
  const table = objects.get(Number(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1]))?.stream ?? '';
  const letters = new Map<number, string>();
  for (const [, from = '', , list = ''] of table.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi)) {
    [...list.matchAll(/<([0-9a-f ]+)>/gi)].forEach(([, hex = ''], index) => {
      letters.set(
        Number.parseInt(from, 16) + index,
        Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      );
    });
  }
  return letters;
}

function wordsOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  const lines: string[] = [];
  let letters: ReadonlyMap<number, string> = new Map();
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map();
    else {
      const glyphs = [...(shown ?? '').matchAll(/<([0-9a-f]*)>/gi)].flatMap(([, hex = '']) =>
        (hex.match(/.{4}/g) ?? []).map((glyph) => Number.parseInt(glyph, 16)),
      );
      lines.push(glyphs.map((glyph) => letters.get(glyph) ?? '').join(''));
    }
  }
  return lines.join(' ').replace(/[\s\u00a0]+/g, ' ');
}

/** A string of a PDF, in Latin letters or in UTF-16 with its mark. */
function textOf(written: string): string {
  const bytes = Buffer.from(
    written
      .slice(1, -1)
      .replace(
        /\\([nrtbf()\\])/g,
        (_, sign: string) => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[sign] ?? sign,
      ),
    'latin1',
  );
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? bytes.subarray(2).swap16().toString('utf16le')
    : bytes.toString('latin1');
}
