import { describe, expect, it } from 'vitest';
import { drawnPages } from '#app/server/kept-pages/drawn-pages.ts';
import { type KeptPage, keptPages } from '#app/server/kept-pages/kept-pages.ts';

const page = (letters: number): KeptPage => ({ parts: ['x'.repeat(letters)], headers: [], etag: 'W/"x"' });

describe('kept pages', () => {
  it('are found by all that they depend on, and by nothing less', () => {
    const kept = keptPages(1000);
    kept.keep('a', page(10));
    expect(kept.find('a')).toEqual(page(10));
    expect(kept.find('b')).toBeUndefined();
  });

  it('have room for so many letters: those asked for longest ago go first', () => {
    const kept = keptPages(100);
    for (const key of ['a', 'b', 'c']) kept.keep(key, page(30));
    kept.find('a');
    kept.keep('d', page(30));
    expect(['a', 'b', 'c', 'd'].filter((key) => kept.find(key))).toEqual(['a', 'c', 'd']);
    kept.keep('a', page(90));
    expect(['a', 'c', 'd'].filter((key) => kept.find(key))).toEqual(['a']);
    kept.keep('e', page(200));
    expect(['a', 'e'].filter((key) => kept.find(key))).toEqual([]);
  });
});

describe('a page that is drawn once', () => {
  const request = new Request('http://localhost/public');
  const html = (nonce: string, status = 200, headers: Record<string, string> = {}) =>
    new Response(`<script nonce="${nonce}"></script>Zażółć<script nonce="${nonce}">`, {
      status,
      headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
    });

  /** Draws it for answers with these nonces; the grounds are asked for before and after it was drawn. */
  function drawing(grounds: (string | null)[], answer = html) {
    let asked = 0;
    let drawn = 0;
    const pages = drawnPages(async () => grounds[Math.min(asked++, grounds.length - 1)] ?? null);
    const read = async (nonce: string) => {
      const { answer: given, etag } = await pages({ request, routeIds: [], nonce }, async () => {
        drawn += 1;
        return answer(nonce);
      });
      return {
        text: await given.text(),
        etag,
        type: given.headers.get('Content-Type'),
        status: given.status,
      };
    };
    return { read, times: () => drawn };
  }

  it('carries the nonce of each answer, and is the same page by its tag', async () => {
    const { read, times } = drawing(['same']);
    const [first, second] = [await read('first+nonce=='), await read('second+nonce==')];
    expect(times()).toBe(1);
    expect(first.text).toBe(await html('first+nonce==').text());
    expect(second.text).toBe(await html('second+nonce==').text());
    expect(second).toMatchObject({ etag: first.etag, type: 'text/html; charset=utf-8', status: 200 });
    expect(first.etag).toMatch(/^W\/"[\w-]{43}"$/);
  });

  it.each([
    ['what it depends on has changed', ['before', 'before', 'after'], html],
    ['it changed while it was drawn', ['before', 'after', 'before', 'before'], html],
    ['it depends on more than can be said', [null], html],
    ['it says that something failed', ['same'], (nonce: string) => html(nonce, 404)],
    ['it gives a cookie', ['same'], (nonce: string) => html(nonce, 200, { 'Set-Cookie': 'a=b' })],
    ['it is a file', ['same'], (nonce: string) => html(nonce, 200, { 'Content-Type': 'text/csv' })],
  ])('is drawn again where %s', async (_, grounds, answer) => {
    const { read, times } = drawing(grounds, answer);
    expect((await read('one')).text).toBe(await html('one').text());
    expect((await read('two')).text).toBe(await html('two').text());
    expect(times()).toBe(2);
  });
});
