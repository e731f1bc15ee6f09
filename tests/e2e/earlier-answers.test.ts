import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replaceCode } from '#app/use-cases/fieldwork/codes/issue-codes.server.ts';
import { savedDraft } from '#app/use-cases/wave/draft.server.ts';
import { makeAccessCode } from '#core/sampling/access-code.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { dumpOf } from '#tests/support/dump.ts';
import { anAct, seededBytes, testSecret } from '#tests/support/fieldwork.ts';
import { startResidentApp } from '#tests/support/resident-app.ts';
import { pageForm, residentClient, type Sending } from '#tests/support/resident-http.ts';
import { withFieldwork } from '#tests/support/running-app.ts';

let resident: Awaited<ReturnType<typeof startResidentApp>>;
let used = 0;

beforeAll(async () => {
  resident = await startResidentApp({ cases: 16 });
});

afterAll(async () => {
  await resident?.app.stop();
});

const { send, enter } = residentClient(() => resident.app.origin);
const inDatabase = <T>(read: (database: FieldworkDatabase) => T) =>
  withFieldwork(resident.app.dataFolder, read);
const dump = () => inDatabase(dumpOf);

/** What the resident wrote with the first letter, and nobody with another one may see. */
const written = 'Osiedle Tajne';

/** A letter, answers begun with it, and the letter that replaced it. */
async function replacedLetter() {
  used += 1;
  const { caseId, code } = resident.wave.cases[used - 1] ?? { caseId: '', code: '' };
  const first = await enter(code);
  await send(
    'POST',
    '/s/questionnaire/city',
    pageForm([
      ['q02_district', '7'],
      ['q02b_area', written],
    ]),
    { cookie: first },
  );
  const newCode = await inDatabase((database) => {
    const replaced = replaceCode(database, caseId, anAct(Date.now(), `replaced ${used}`));
    if (!replaced.ok) throw new Error(replaced.reason);
    return replaced.issued.code;
  });
  const draft = () => inDatabase((database) => savedDraft(database, testSecret, caseId)?.draft);
  const status = () => inDatabase((database) => database.residents.case(caseId)?.status);
  return { caseId, code, newCode, first, draft, status };
}

const decide = (fields: Record<string, string>, sending: Sending) =>
  send('POST', '/s/earlier', Object.entries(fields), sending);

describe('answers that were begun with a letter since replaced', () => {
  it('are not shown to who comes with the new one: every way leads to the question what to do with them', async () => {
    const { newCode } = await replacedLetter();
    const started = await send('POST', '/s/start', [['code', newCode]]);
    expect(started.headers.get('location')).toBe('/s/earlier');
    const cookie = (started.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    for (const path of ['/s/questionnaire/city', '/s/questionnaire/feeling', '/s/review', '/s/outside']) {
      const page = await send('GET', path, undefined, { cookie });
      expect([path, page.headers.get('location')]).toEqual([path, '/s/earlier']);
      expect(await page.text()).not.toContain(written);
    }
    const page = await send('GET', '/s/earlier', undefined, { cookie });
    const text = await page.text();
    expect(page.status).toBe(200);
    for (const hidden of [written, 'Grzegórzki', 'q02', '"7"']) expect(text).not.toContain(hidden);
    expect(await (await send('GET', '/s', undefined, { cookie })).text()).toContain('href="/s/earlier"');
  });

  it('are neither changed nor sent from a page that a window with the new letter makes up', async () => {
    const { newCode, draft, status } = await replacedLetter();
    const before = await draft();
    const cookie = await enter(newCode);
    const forged = pageForm([['q02_district', '9']], { revision: '99' });
    await send('POST', '/s/questionnaire/city', forged, { cookie });
    await send('POST', '/s/draft', forged, { cookie });
    await send('POST', '/s/review', [], { cookie });
    expect(await draft()).toEqual(before);
    expect(await status()).toBe('started');
  });

  it('open to who types the code of the earlier letter, and belong to the new one from then on', async () => {
    const { code, newCode, first } = await replacedLetter();
    const cookie = await enter(newCode);
    const typed = ` ${code.slice(0, 6).toLowerCase()} ${code.slice(6)}`;
    const opened = await decide({ decision: 'open', 'earlier-code': typed }, { cookie });
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/s/questionnaire/feeling']);
    const page = await send('GET', '/s/questionnaire/city', undefined, { cookie });
    expect(await page.text()).toContain(written);
    expect((await send('POST', '/s/start', [['code', code]])).status).toBe(422);
    const shut = await send('GET', '/s/questionnaire/city', undefined, { cookie: first });
    expect(shut.headers.get('location')).toBe('/s/start?no-visit');
    const again = await send('POST', '/s/start', [['code', newCode]]);
    expect(again.headers.get('location')).toBe('/s/questionnaire/feeling');
    expect((await send('GET', '/s/earlier', undefined, { cookie })).headers.get('location')).toBe(
      '/s/questionnaire/feeling',
    );
  });

  it('stay shut for another code, a mistyped one and none, with a reason and unchanged', async () => {
    const { newCode } = await replacedLetter();
    const other = await replacedLetter();
    const cookie = await enter(newCode);
    const before = await dump();
    const tries: [string, string][] = [
      [makeAccessCode(seededBytes('no letter')), 'The answers were not begun with this code'],
      [newCode, 'The answers were not begun with this code'],
      [other.code, 'The answers were not begun with this code'],
      ['BCDF', 'There is a mistake in this code'],
      ['', 'Enter the code from the earlier letter'],
    ];
    for (const [typed, reason] of tries) {
      const refused = await decide({ decision: 'open', 'earlier-code': typed }, { cookie, language: 'en' });
      expect(refused.status).toBe(422);
      const text = await refused.text();
      expect(text).toContain(reason);
      expect(text).toContain('aria-invalid="true"');
      expect(text).not.toContain(written);
    }
    expect(await dump()).toEqual(before);
  });

  it('are deleted unseen when the person begins afresh, and only after the box is ticked', async () => {
    const { code, newCode, draft, status } = await replacedLetter();
    const cookie = await enter(newCode);
    const unticked = await decide({ decision: 'afresh' }, { cookie, language: 'uk' });
    expect(unticked.status).toBe(422);
    expect(await unticked.text()).toContain('Поставте позначку');
    expect((await draft())?.answers).toHaveProperty('q02b_area', written);
    const afresh = await decide({ decision: 'afresh', confirm: 'yes' }, { cookie });
    expect(afresh.headers.get('location')).toBe('/s/questionnaire/city');
    expect((await draft())?.answers).toEqual({});
    expect(await status()).toBe('invited');
    expect(await (await send('GET', '/s/questionnaire/city', undefined, { cookie })).text()).not.toContain(
      written,
    );
    await send('POST', '/s/questionnaire/city', pageForm([['q02_district', '3']]), { cookie });
    const late = await decide({ decision: 'afresh', confirm: 'yes' }, { cookie });
    expect(late.headers.get('location')).toBe('/s/questionnaire/feeling');
    expect((await draft())?.answers).toEqual({ q02_district: 3 });
    expect(code).not.toBe(newCode);
  });

  it('are asked about in the language of the page', async () => {
    const { newCode } = await replacedLetter();
    const cookie = await enter(newCode);
    const titles = {
      pl: 'Ankieta była już rozpoczęta',
      en: 'Answers were begun earlier',
      uk: 'Анкету вже було розпочато',
    };
    for (const [language, title] of Object.entries(titles)) {
      const page = await send('GET', '/s/earlier', undefined, { cookie, language: language as 'pl' });
      const text = await page.text();
      expect(text).toContain(`<h1>${title}</h1>`);
      expect(page.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('invariant 3: are left as they are by reading, however often', async () => {
    const { newCode } = await replacedLetter();
    const cookie = await enter(newCode);
    const before = await dump();
    for (let time = 0; time < 3; time += 1) await send('GET', '/s/earlier', undefined, { cookie });
    expect(await dump()).toEqual(before);
  });
});

describe('a new letter', () => {
  it('asks nothing when nothing was answered with the earlier one', async () => {
    used += 1;
    const { caseId, code } = resident.wave.cases[used - 1] ?? { caseId: '', code: '' };
    await enter(code);
    const newCode = await inDatabase((database) => {
      const replaced = replaceCode(database, caseId, anAct(Date.now(), 'opened only'));
      return replaced.ok ? replaced.issued.code : '';
    });
    const started = await send('POST', '/s/start', [['code', newCode]]);
    expect(started.headers.get('location')).toBe('/s/questionnaire/city');
  });

  it('shows the question about earlier answers to nobody without a session, and to nobody without such answers', async () => {
    expect((await send('GET', '/s/earlier')).headers.get('location')).toBe('/s/start?no-visit');
    used += 1;
    const cookie = await enter(resident.wave.cases[used - 1]?.code ?? '');
    expect((await send('GET', '/s/earlier', undefined, { cookie })).headers.get('location')).toBe(
      '/s/questionnaire/city',
    );
  });
});

describe('what is sent with few answers', () => {
  it('is said before sending, and confirmed after it as what it is', async () => {
    used += 1;
    const cookie = await enter(resident.wave.cases[used - 1]?.code ?? '');
    await send('POST', '/s/questionnaire/city', pageForm([['q02_district', '5']]), { cookie });
    const review = await (await send('GET', '/s/review', undefined, { cookie, language: 'en' })).text();
    expect(review).toContain('Few questions are answered so far');
    expect(review).toContain('less than 50%');
    expect((await send('POST', '/s/review', [], { cookie })).headers.get('location')).toBe('/s/receipt');
    const receipt = await (await send('GET', '/s/receipt', undefined, { cookie, language: 'en' })).text();
    expect(receipt).toContain('your answers have arrived');
    expect(receipt).toContain('these answers will not be used in the results');
    expect(receipt).toMatch(/class="receipt-code">[0-9A-Z-]{14}</);
  });
});
