import { describe, expect, it } from 'vitest';
import { readDraft } from '#app/use-cases/wave/draft.server.ts';
import type { ResidentContext } from '#app/use-cases/wave/resident-visit.ts';
import { orderVersions } from '#core/questionnaire/interview/order.ts';
import { openTestFieldwork, testSecret } from '#tests/support/fieldwork.ts';
import { openTestWave } from '#tests/support/open-wave.ts';
import { midWave, savePage, startVisit } from '#tests/support/resident.ts';

const secret = testSecret;

async function aVisit() {
  const database = openTestFieldwork();
  const wave = openTestWave(database, { cases: 2, secret });
  const context: ResidentContext = { database, secret, now: midWave };
  const code = wave.cases[0]?.code ?? '';
  const visit = await startVisit(context, code);
  const { caseId } = visit.case;
  return {
    database,
    wave,
    context,
    code,
    visit,
    draft: () => readDraft(context, visit),
    status: () => database.residents.case(caseId)?.status,
    events: () =>
      (
        database.sqlite
          .prepare('SELECT kind, occurred_on AS day FROM case_events WHERE case_id = ? ORDER BY kind')
          .all(caseId) as { kind: string; day: string }[]
      ).map(({ kind, day }) => `${kind} ${day}`),
  };
}

describe('a draft', () => {
  it('keeps what was saved and where the resident was, for any device with the code', async () => {
    const { context, code, visit, draft } = await aVisit();
    const order = draft()?.orderVersion;
    await savePage(context, visit, 'city', { q02_district: 7, q03_tenure: 4 }, { revision: 1 });
    await savePage(context, visit, 'feeling', { q04_city_safe: 2 }, { revision: 2 });
    const elsewhere = await startVisit(context, code);
    expect(elsewhere.case.caseId).toBe(visit.case.caseId);
    expect(draft()).toMatchObject({
      answers: { q02_district: 7, q03_tenure: 4, q04_city_safe: 2 },
      page: 'problems',
      revision: 3,
      orderVersion: order,
    });
    expect(order).toBeLessThan(orderVersions);
  });

  it('starts the case with the first answer, by the day and not the minute', async () => {
    const { context, visit, status, events } = await aVisit();
    expect(status()).toBe('invited');
    expect(events()).toEqual(['opened 2026-09-20']);
    await savePage(context, visit, 'city', { q02_district: 5 }, { revision: 1 });
    expect(status()).toBe('started');
    expect(events()).toEqual(['opened 2026-09-20', 'started 2026-09-20']);
  });

  it('is not overwritten from a window that has not seen the newest answers', async () => {
    const { context, visit, draft } = await aVisit();
    await savePage(context, visit, 'city', { q02_district: 7 }, { revision: 1 });
    const before = draft();
    const late = await savePage(context, visit, 'city', { q02_district: 9 }, { revision: 1 });
    expect(late).toMatchObject({ ok: false, reason: 'stale-revision', draft: { revision: 2 } });
    expect(draft()).toEqual(before);
  });

  it('takes a page from a window that has not seen what was saved of another page', async () => {
    const { context, visit, draft } = await aVisit();
    await savePage(context, visit, 'feeling', { q04_city_safe: 2 }, { revision: 1, go: 'stay' });
    const saved = await savePage(context, visit, 'city', { q02_district: 7 }, { revision: 1 });
    expect(saved.ok).toBe(true);
    expect(draft()?.answers).toEqual({ q02_district: 7, q04_city_safe: 2 });
  });

  it('takes from a late window what says that it overwrites the newest answers, and not those after them', async () => {
    const { context, visit, draft } = await aVisit();
    const late = { writer: 'late-window', revision: 1 } as const;
    await savePage(context, visit, 'city', { q02_district: 7 }, { revision: 1 });
    const revision = draft()?.revision ?? 0;
    await savePage(context, visit, 'city', { q02_district: 8 }, { revision });
    const overwriting = { ...late, revision };
    expect((await savePage(context, visit, 'city', { q02_district: 9 }, overwriting)).ok).toBe(false);
    expect(draft()?.answers).toEqual({ q02_district: 8 });
    const again = { ...late, revision: draft()?.revision ?? 0 };
    expect((await savePage(context, visit, 'city', { q02_district: 9 }, again)).ok).toBe(true);
    expect(draft()?.answers).toEqual({ q02_district: 9 });
  });

  it('is not changed by a window that saves behind its own Next what Next has brought already', async () => {
    const { context, visit, draft } = await aVisit();
    const own = { writer: 'one-window', revision: 1 } as const;
    await savePage(context, visit, 'city', { q02_district: 7 }, { ...own, sequence: 1 });
    const moved = draft();
    const behind = { ...own, sequence: 2, go: 'stay', level: 'draft' } as const;
    expect(await savePage(context, visit, 'city', { q02_district: 7 }, behind)).toMatchObject({ ok: true });
    expect(draft()).toEqual(moved);
    const next = await savePage(context, visit, 'feeling', { q04_city_safe: 2 }, { revision: 2 });
    expect(next).toMatchObject({ ok: true, draft: { page: 'problems' } });
  });

  it('keeps the language in which a window shows the same answers from now on', async () => {
    const { context, visit, draft } = await aVisit();
    const own = { writer: 'one-window', revision: 1, go: 'stay', level: 'draft' } as const;
    await savePage(context, visit, 'city', { q02_district: 7 }, { ...own, sequence: 1 });
    await savePage(context, visit, 'city', { q02_district: 7 }, { ...own, sequence: 2, language: 'uk' });
    expect(draft()).toMatchObject({ language: 'uk', revision: 3 });
  });

  it('takes every later save of one window, and none that arrives late', async () => {
    const { context, visit, draft } = await aVisit();
    const own = { writer: 'one-window', revision: 1, go: 'stay', level: 'draft' } as const;
    await savePage(context, visit, 'city', { q03_tenure: 1 }, { ...own, sequence: 1 });
    await savePage(context, visit, 'city', { q03_tenure: 3 }, { ...own, sequence: 3 });
    const late = await savePage(context, visit, 'city', { q03_tenure: 2 }, { ...own, sequence: 2 });
    expect(late).toMatchObject({ ok: true, draft: { revision: 3 } });
    expect(draft()?.answers).toEqual({ q03_tenure: 3 });
  });

  it('is changed by a double click once', async () => {
    const { context, visit, draft } = await aVisit();
    const click = () =>
      savePage(context, visit, 'city', { q02_district: 5 }, { writer: 'one-window', revision: 1 });
    const results = await Promise.all([click(), click(), click()]);
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(draft()).toMatchObject({ page: 'feeling', revision: 2 });
  });

  it('takes the other answer of someone who went back without scripts, whose form has the same number', async () => {
    const { context, visit, draft } = await aVisit();
    const form = { writer: 'one-window', revision: 1, sequence: 1 };
    await savePage(context, visit, 'city', { q02_district: 5, q03_tenure: 1 }, form);
    const again = await savePage(context, visit, 'city', { q02_district: 5, q03_tenure: 4 }, form);
    expect(again).toMatchObject({ ok: true });
    expect(draft()?.answers).toEqual({ q02_district: 5, q03_tenure: 4 });
  });

  it('is readable neither in the file nor with another secret, and every size is the same', async () => {
    const { database, context, visit } = await aVisit();
    const size = () => database.residents.sealedDraft(visit.case.caseId)?.length;
    const empty = size();
    await savePage(
      context,
      visit,
      'city',
      { q02_district: 5, q02b_area: 'Łobzów-Południe' },
      { revision: 1 },
    );
    expect(size()).toBe(empty);
    expect(database.sqlite.serialize().includes('Łobzów')).toBe(false);
    expect(() => readDraft({ database, secret: Buffer.alloc(40, 1) }, visit)).toThrow();
  });
});

describe('a page of the questionnaire', () => {
  it('leads to the next visible page, back to the one before, and to the review after the last', async () => {
    const { context, visit } = await aVisit();
    const go = async (page: string, direction: 'next' | 'back', revision: number) => {
      const saved = await savePage(context, visit, page, {}, { go: direction, revision, level: 'draft' });
      return saved.ok ? saved.draft.page : saved.reason;
    };
    await savePage(context, visit, 'city', { q02_district: 5 }, { revision: 1 });
    expect(await go('feeling', 'next', 2)).toBe('problems');
    expect(await go('problems', 'back', 3)).toBe('feeling');
    expect(await go('city', 'back', 4)).toBe('city');
    expect(await go('about', 'next', 5)).toBe('review');
  });

  it('leads back to the review once that was reached, past what was seen, but not past what an answer has opened', async () => {
    const { context, visit, draft } = await aVisit();
    const stay = { level: 'draft', go: 'stay' } as const;
    const pages = ['city', 'feeling', 'problems', 'worry', 'experience', 'behaviour', 'places', 'services'];
    for (const page of [...pages, 'environment', 'about']) {
      const answers = page === 'city' ? { q02_district: 5 } : {};
      await savePage(context, visit, page, answers, { revision: draft()?.revision ?? 0 });
    }
    expect(draft()?.page).toBe('review');
    const next = async (page: string, answers: Record<string, unknown>) => {
      await savePage(context, visit, page, answers, { ...stay, revision: draft()?.revision ?? 0 });
      await savePage(context, visit, page, answers, { revision: draft()?.revision ?? 0 });
      return draft()?.page;
    };
    expect(await next('city', { q02_district: 6 })).toBe('review');
    expect(await next('feeling', { q04_city_safe: 2 })).toBe('review');
    expect(await next('city', { q02_district: 90 })).toBe('city');
    expect(await next('city', { q02_district: 6 })).toBe('feeling');
  });

  it('is shown again when its answers open questions that were not on it', async () => {
    const { context, visit } = await aVisit();
    await savePage(context, visit, 'city', { q02_district: 5 }, { revision: 1 });
    const without = { shown: ['q20_place_gate', 'q22_safe_place'] };
    const opened = await savePage(
      context,
      visit,
      'places',
      { q20_place_gate: 1 },
      { revision: 2, ...without },
    );
    expect(opened).toMatchObject({ ok: true, draft: { page: 'places' } });
    expect(opened.ok && opened.revealed[0]).toBe('q21_1_name');
    const named = { q21_1_name: 'Rondo Mogilskie' };
    const shown = opened.ok ? [...without.shown, ...opened.revealed] : [];
    const onward = await savePage(context, visit, 'places', named, { revision: 3, shown });
    expect(onward).toMatchObject({ ok: true, draft: { page: 'services' } });
  });

  it('insists on a required answer only when the resident goes on', async () => {
    const { context, visit, draft } = await aVisit();
    const onward = await savePage(context, visit, 'city', { q03_tenure: 2 }, { revision: 1 });
    expect(onward).toMatchObject({
      reason: 'not-accepted',
      problems: [{ variable: 'q02_district', code: 'required' }],
    });
    expect(draft()?.answers).toEqual({});
    const stay = await savePage(
      context,
      visit,
      'city',
      { q03_tenure: 2 },
      { revision: 1, go: 'stay', level: 'draft' },
    );
    expect(stay.ok).toBe(true);
  });
});

describe('someone who does not live in Kraków', () => {
  it('is thanked and screened out, and can correct a slip', async () => {
    const { context, visit, status, events } = await aVisit();
    const out = await savePage(context, visit, 'city', { q02_district: 90 }, { revision: 1 });
    expect(out).toMatchObject({ ok: true, outside: true, draft: { page: 'city' } });
    expect(status()).toBe('screened-out');
    expect(events()).toContain('screened-out 2026-09-20');
    await savePage(context, visit, 'city', { q02_district: 5 }, { revision: 2 });
    expect(status()).toBe('started');
    expect(events()).not.toContain('screened-out 2026-09-20');
  });

  it('is not screened out before pressing Continue', async () => {
    const { context, visit, status } = await aVisit();
    await savePage(context, visit, 'city', { q02_district: 90 }, { revision: 1, go: 'stay', level: 'draft' });
    expect(status()).toBe('invited');
  });
});

describe('invariant 12: bad input changes nothing', () => {
  const forged: [string, unknown, string][] = [
    ['an unknown key', { q99_forged: 1 }, 'unknown-variable'],
    ['a key of another page', { q04_city_safe: 1 }, 'unknown-variable'],
    ['a value outside the choices', { q02_district: 19 }, 'not-a-choice'],
    ['a value of another type', { q02_district: '5' }, 'wrong-type'],
    ['an answer to a question that is not asked', { q02_district: 90, q02b_area: 'Łobzów' }, 'not-asked'],
    ['the key __proto__', JSON.parse('{"__proto__":{"q02_district":5}}'), 'unknown-variable'],
    ['the key constructor', { constructor: 1 }, 'unknown-variable'],
    ['a list instead of answers', [1, 2], 'not-an-object'],
    ['a text that is too long', { q02b_area: 'x'.repeat(5000) }, 'too-long'],
  ];

  it.each(forged)('%s', async (_, submitted, code) => {
    const { database, context, visit, draft } = await aVisit();
    await savePage(context, visit, 'city', { q02_district: 90 }, { revision: 1, go: 'stay', level: 'draft' });
    const before = draft();
    const file = database.sqlite.serialize();
    const answered = await savePage(context, visit, 'city', submitted, { revision: 2 });
    expect(answered).toMatchObject({ ok: false, reason: 'not-accepted' });
    expect(
      !answered.ok && 'problems' in answered && answered.problems.map((problem) => problem.code),
    ).toContain(code);
    expect(draft()).toEqual(before);
    expect(database.sqlite.serialize().equals(file)).toBe(true);
    expect(({} as Record<string, unknown>).q02_district).toBeUndefined();
  });
});
