import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startResidentApp } from '#tests/support/resident-app.ts';
import { pageForm, pageText, residentClient } from '#tests/support/resident-http.ts';

let resident: Awaited<ReturnType<typeof startResidentApp>>;
let used = 0;

beforeAll(async () => {
  resident = await startResidentApp({ cases: 8 });
});

afterAll(async () => {
  await resident?.app.stop();
});

function nextCode(): string {
  used += 1;
  return resident.wave.cases[used - 1]?.code ?? '';
}

const { send, enter, submit } = residentClient(() => resident.app.origin);

describe('a code whose answers were sent', () => {
  it('brings the browser that sent them to its receipt, however the code is typed', async () => {
    const code = nextCode();
    const cookie = await submit(code);
    for (const typed of [code, code.toLowerCase()]) {
      const again = await send('POST', '/s/start', [['code', typed]], { cookie });
      expect([again.status, again.headers.get('location')]).toEqual([303, '/s/receipt']);
    }
  });

  it('says to any other session what an unknown one says', async () => {
    const [sent, begun] = [nextCode(), nextCode()];
    await submit(sent);
    const unknown = await send('POST', '/s/start', [['code', sent]]);
    const expected = [422, await pageText(unknown)];
    for (const cookie of [await enter(begun), await submit(nextCode()), 's=forged']) {
      const response = await send('POST', '/s/start', [['code', sent]], { cookie });
      expect([response.status, await pageText(response)]).toEqual(expected);
    }
  });
});

describe('someone who is not of the population', () => {
  it.each(['next', 'stay'])('finds no review to send, after %s, but the end and the way back', async (go) => {
    const cookie = await enter(nextCode());
    const form = pageForm([['q02_district', '90']], { go });
    await send('POST', go === 'next' ? '/s/questionnaire/city' : '/s/draft', form, { cookie });
    const review = await send('GET', '/s/review', undefined, { cookie });
    expect([review.status, review.headers.get('location')]).toEqual([303, '/s/outside']);
    const outside = await send('GET', '/s/outside', undefined, { cookie });
    expect(outside.status).toBe(200);
    expect(await outside.text()).toContain('href="/s/questionnaire/city"');
  });
});

describe('who sends without the answer that is needed', () => {
  it('is shown its page with the reason, until it is given', async () => {
    const cookie = await enter(nextCode());
    const sent = await send('POST', '/s/review', [], { cookie });
    const path = sent.headers.get('location') ?? '';
    expect([sent.status, path]).toEqual([303, '/s/questionnaire/city?missing']);
    const page = await (await send('GET', path, undefined, { cookie })).text();
    expect(page).toContain('href="#q02_district">Wybierz odpowiedź');
    expect(page).toMatch(/<title>Błąd:/);
    expect(page).toMatch(/<select id="q02_district"[^>]*><option value="" selected="">/);

    await send('POST', '/s/questionnaire/city', pageForm([['q02_district', '5']]), { cookie });
    const mended = await (await send('GET', path, undefined, { cookie })).text();
    expect(mended).not.toContain('error-summary');
    expect(await (await send('GET', '/s/questionnaire/city', undefined, { cookie })).text()).not.toContain(
      'error-summary',
    );
  });
});
