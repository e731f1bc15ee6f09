import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyedHash } from '#app/sealing.server.ts';
import { savedDraft } from '#app/use-cases/wave/draft.server.ts';
import { makeAccessCode } from '#core/sampling/access-code.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { dumpOf } from '#tests/support/dump.ts';
import { seededBytes, testSecret } from '#tests/support/fieldwork.ts';
import { issueCode } from '#tests/support/open-wave.ts';
import { startResidentApp } from '#tests/support/resident-app.ts';
import { type Fields, pageForm, pageText, residentClient } from '#tests/support/resident-http.ts';
import { withFieldwork } from '#tests/support/running-app.ts';

let resident: Awaited<ReturnType<typeof startResidentApp>>;
let used = 0;

beforeAll(async () => {
  resident = await startResidentApp({ cases: 24 });
});

afterAll(async () => {
  await resident?.app.stop();
});

function nextCase() {
  used += 1;
  const invited = resident.wave.cases[used - 1];
  if (!invited) throw new Error('nextCase requires more cases in the wave');
  return invited;
}

const { send, enter, submit } = residentClient(() => resident.app.origin);
const dump = () => withFieldwork(resident.app.dataFolder, dumpOf);

/** As if the code had come with a letter years ago. */
function moveToEndedWave({ sqlite }: FieldworkDatabase, code: string): void {
  sqlite.exec(`CREATE TEMP TABLE ended AS SELECT * FROM waves;
    UPDATE ended SET wave_id = '2020-2', opens_at = 1, closes_at = 2;
    INSERT INTO waves SELECT * FROM ended`);
  const hash = keyedHash(testSecret, 'access-code', code);
  sqlite.prepare("UPDATE access_codes SET wave_id = '2020-2' WHERE code_hash = ?").run(hash);
}

describe('the way to take sent answers back', () => {
  it.each(['/', '/s', '/s/privacy', '/s/closed'])('is named under %s', async (path) => {
    const page = await (await fetch(resident.app.origin + path)).text();
    expect(page).toContain('href="/s/withdraw">Wycofanie odpowiedzi</a>');
  });

  it('is not put before who is answering', async () => {
    const cookie = await enter(nextCase().code);
    const page = await send('GET', '/s/questionnaire/city', undefined, { cookie });
    expect(page.status).toBe(200);
    expect(await page.text()).not.toContain('href="/s/withdraw"');
  });
});

describe('invariant 12: codes that do not open the questionnaire', () => {
  it('unknown, used, revoked and expired ones get the identical page', async () => {
    const usedCode = nextCase();
    await submit(usedCode.code);
    const revoked = makeAccessCode(seededBytes('a revoked code'));
    const expired = nextCase();
    await withFieldwork(resident.app.dataFolder, (database) => {
      issueCode(
        database,
        resident.wave.waveId,
        { caseId: nextCase().caseId, code: revoked },
        testSecret,
        'revoked',
      );
      moveToEndedWave(database, expired.code);
    });
    const before = await dump();
    const codes = [makeAccessCode(seededBytes('unknown')), usedCode.code, revoked, expired.code];
    const pages = await Promise.all(
      codes.map(async (code) => {
        const response = await send('POST', '/s/start', [['code', code]], { language: 'uk' });
        const headers = [...response.headers.keys()].filter((name) => name !== 'date').sort();
        return { status: response.status, headers, page: await pageText(response) };
      }),
    );
    expect(pages[0]?.status).toBe(422);
    expect(pages[0]?.page).toContain('Цей код зараз не відкриває анкету');
    for (const page of pages) expect(page).toEqual(pages[0]);
    expect(await dump()).toEqual(before);
  });

  it('a mistyped one says so, keeps what was typed and asks no database', async () => {
    const response = await send('POST', '/s/start', [['code', 'BCDF-GHJK <b>']], { language: 'en' });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain('value="BCDF-GHJK &lt;b&gt;"');
    expect(page).toContain('aria-invalid="true"');
    expect(page).toContain('There is a mistake in this code');
  });

  it('an empty field asks for the code', async () => {
    const response = await send('POST', '/s/start', [['code', ' ']], { language: 'en' });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain('Enter the code from the letter.');
    expect(page).not.toContain('There is a mistake in this code');
  });
});

describe('invariant 12: a form that our pages do not send', () => {
  const forged: [string, Fields, Record<string, string>][] = [
    ['an unknown key', [['q99_forged', '1']], {}],
    ['a key of another page', [['q04_city_safe', '1']], {}],
    ['a value outside the choices', [['q02_district', '77']], {}],
    ['a value that is no number', [['q02_district', 'five']], {}],
    [
      'the key __proto__',
      [
        ['__proto__', '1'],
        ['q02_district', '5'],
      ],
      {},
    ],
    ['the key __proto__[polluted]', [['__proto__[polluted]', '1']], {}],
    ['a page that there is not', [['q02_district', '5']], { page: '../../etc' }],
    ['a page other than the address', [['q02_district', '5']], { page: 'about' }],
    ['a revision that is no number', [['q02_district', '5']], { revision: 'NaN' }],
    ['a direction that there is not', [['q02_district', '5']], { go: 'submit' }],
  ];

  it.each(forged)(
    '%s is refused in the reader’s language and changes nothing',
    async (_, answers, change) => {
      const cookie = await enter(nextCase().code);
      const before = await dump();
      const form = pageForm(answers, change);
      const page = await send('POST', '/s/questionnaire/city', form, { cookie, language: 'uk' });
      expect(page.status).toBe(400);
      expect(await page.text()).toContain('<html lang="uk"');
      const saved = await send('POST', '/s/draft', form, { cookie });
      expect([400, 422]).toContain(saved.status);
      expect(await dump()).toEqual(before);
    },
  );

  it('an answer to a question that was not asked is refused the same way', async () => {
    const cookie = await enter(nextCase().code);
    const before = await dump();
    const form = pageForm([['q21_1_name', 'Planty']], { page: 'places' });
    const page = await send('POST', '/s/questionnaire/places', form, { cookie, language: 'uk' });
    expect(page.status).toBe(400);
    expect(await page.text()).toMatch(/<html lang="uk"[\s\S]*Нічого не змінено/);
    expect((await send('POST', '/s/draft', form, { cookie })).status).toBe(422);
    expect(await dump()).toEqual(before);
  });
});

describe('invariant 12: what comes too late or too large', () => {
  it('what a slip has closed is kept, so that correcting it brings it back', async () => {
    const { caseId, code } = nextCase();
    const cookie = await enter(code);
    const form = pageForm([
      ['q02_district', '90'],
      ['q02b_area', 'Łobzów'],
    ]);
    expect((await send('POST', '/s/questionnaire/city', form, { cookie })).headers.get('location')).toBe(
      '/s/outside',
    );
    const draft = await withFieldwork(resident.app.dataFolder, (database) =>
      savedDraft(database, testSecret, caseId),
    );
    expect(draft?.draft.answers).toEqual({ q02_district: 90, q02b_area: 'Łobzów' });
  });

  it('a window of an older revision gets 409 with both versions to choose from, and overwrites nothing', async () => {
    const cookie = await enter(nextCase().code);
    await send('POST', '/s/questionnaire/city', pageForm([['q02_district', '7']]), { cookie });
    const before = await dump();
    const late = pageForm([['q02_district', '9']], { writer: 'a-late-window' });
    const page = await send('POST', '/s/questionnaire/city', late, { cookie, language: 'en' });
    expect(page.status).toBe(409);
    expect(await page.text()).toContain('Nothing was overwritten');
    expect((await send('POST', '/s/draft', late, { cookie })).status).toBe(409);
    expect(await dump()).toEqual(before);
  });

  it('a page whose answer is refused changes its language all the same', async () => {
    const cookie = await enter(nextCase().code);
    const tooMany = pageForm([['q02b_area', 'x'.repeat(5000)]], { language: 'uk' });
    const page = await send('POST', '/s/questionnaire/city', tooMany, { cookie, language: 'pl' });
    expect(page.status).toBe(422);
    expect(page.headers.get('set-cookie')).toContain('language=');
    expect(await page.text()).toContain('<html lang="uk"');
  });

  it('a tab left open after sending is shown the receipt, and a second submit is the same receipt', async () => {
    const cookie = await submit(nextCase().code);
    const receipt = await pageText(await send('GET', '/s/receipt', undefined, { cookie }));
    const before = await dump();
    const late = pageForm([['q02_district', '9']], { writer: 'a-late-window', revision: '2' });
    const page = await send('POST', '/s/questionnaire/city', late, { cookie });
    expect([page.status, page.headers.get('location')]).toEqual([303, '/s/receipt']);
    expect((await send('POST', '/s/draft', late, { cookie })).status).toBe(410);
    const again = await send('POST', '/s/review', [], { cookie });
    expect([again.status, again.headers.get('location')]).toEqual([303, '/s/receipt']);
    expect(await pageText(await send('GET', '/s/receipt', undefined, { cookie }))).toBe(receipt);
    expect(await dump()).toEqual(before);
  });

  it('without a session nothing can be saved, and the page leads to the start', async () => {
    const before = await dump();
    const form = pageForm([['q02_district', '5']]);
    const page = await send('POST', '/s/questionnaire/city', form);
    expect([page.status, page.headers.get('location')]).toEqual([303, '/s/start?no-visit']);
    expect((await send('POST', '/s/draft', form)).status).toBe(401);
    expect(await dump()).toEqual(before);
  });

  it('more than 64 KiB is refused in the reader’s language and changes nothing', async () => {
    const cookie = await enter(nextCase().code);
    const before = await dump();
    const form = pageForm([['q02b_area', 'x'.repeat(70_000)]]);
    const page = await send('POST', '/s/questionnaire/city', form, { cookie, language: 'uk' });
    expect(page.status).toBe(413);
    expect(await page.text()).toMatch(/<html lang="uk"[\s\S]*Нічого не/);
    expect((await send('POST', '/s/draft', form, { cookie })).status).toBe(413);
    expect(await dump()).toEqual(before);
  });
});

describe('invariant 3: GET changes nothing', () => {
  const paths = [
    '/',
    '/s',
    '/s/start',
    '/s/privacy',
    '/s/closed',
    '/s/withdraw',
    '/s/outside',
    '/s/review',
    '/s/receipt',
    '/s/draft',
    '/s/leave',
    '/locale',
    '/s/questionnaire/city',
    '/s/questionnaire/city?go=next&page=city&revision=1&q02_district=7',
    '/s/questionnaire/about',
    '/s/questionnaire/no-such-page',
    '/s/start.data?code=',
    '/s/review.data',
    '/s/receipt.data',
  ];

  it('whatever is fetched, how often, with which session and by which link scanner', async () => {
    const begun = nextCase();
    const sessions = [undefined, await enter(begun.code), await submit(nextCase().code), 's=forged'];
    const before = await dump();
    for (const cookie of sessions) {
      for (const path of [...paths, `/s/start?code=${begun.code}`, `/s/review?code=${begun.code}`]) {
        for (const method of ['GET', 'GET', 'HEAD']) {
          const response = await send(method, path, undefined, { cookie });
          expect(response.status, `${method} ${path}`).toBeLessThan(500);
          expect(response.headers.get('set-cookie'), `${method} ${path}`).toBeNull();
        }
      }
    }
    expect(await dump()).toEqual(before);
  });
});
