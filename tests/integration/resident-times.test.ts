import { describe, expect, it } from 'vitest';
import { findVisit, graceEnd } from '#app/use-cases/resident/resident-session.server.ts';
import { startQuestionnaire } from '#app/use-cases/resident/start-questionnaire.server.ts';
import { submitResponse } from '#app/use-cases/resident/submit-response.server.ts';
import type { ResidentContext } from '#app/use-cases/wave/resident-visit.ts';
import { waveMoment } from '#app/use-cases/wave/wave-moment.ts';
import { instantAt } from '#core/fieldwork/wave-time.ts';
import { openTestFieldwork, testSecret } from '#tests/support/fieldwork.ts';
import { openTestWave } from '#tests/support/open-wave.ts';
import { savePage } from '#tests/support/resident.ts';

const secret = testSecret;
const zone = 'Europe/Warsaw';
const minutes = 60_000;

const wave = { status: 'open', opensAt: 1000, closesAt: 2000, graceMinutes: 0, timeZone: zone };

describe('invariant 6: open and closed are decided by instants at request time', () => {
  it('opens at its first instant, closes at its last, and the grace period ends to the millisecond', () => {
    const graced = { ...wave, opensAt: 0, closesAt: 10 * minutes, graceMinutes: 30 };
    expect(waveMoment(graced, -1)).toBe('before');
    expect(waveMoment(graced, 0)).toBe('open');
    expect(waveMoment(graced, 10 * minutes - 1)).toBe('open');
    expect(waveMoment(graced, 10 * minutes)).toBe('grace');
    expect(waveMoment(graced, 40 * minutes - 1)).toBe('grace');
    expect(waveMoment(graced, 40 * minutes)).toBe('closed');
  });

  it('stays shut, whatever the clock says, before the manager opens it and after the manager closes it', () => {
    expect(waveMoment({ ...wave, status: 'sampled' }, 1500)).toBe('before');
    expect(waveMoment({ ...wave, status: 'closed' }, 1500)).toBe('closed');
  });

  const nights: [string, string, string, number][] = [
    ['an ordinary night', '2026-09-01', '2026-10-20', 24],
    ['the night when the hour from two to three comes twice', '2026-09-01', '2026-10-25', 25],
    ['the night when the hour from two to three is missing', '2026-02-01', '2026-03-29', 23],
  ];

  it.each(nights)('a last day that ends with %s', async (_, firstDay, lastDay, hours) => {
    const database = openTestFieldwork();
    const open = openTestWave(database, { cases: 2, secret, firstDay, lastDay, graceMinutes: 30 });
    const midnightBefore = instantAt(lastDay, '00:00', zone);
    const closesAt = midnightBefore + hours * 60 * minutes;
    const at = (now: number): ResidentContext => ({ database, secret, now });
    const start = (now: number, index: number) =>
      startQuestionnaire(at(now), {
        code: open.cases[index]?.code ?? '',
        language: 'pl',
        random: () => 0,
      });

    const inside = await start(closesAt - 1, 0);
    expect(inside.ok).toBe(true);
    expect((await start(closesAt, 1)).ok).toBe(false);

    const cookie = inside.ok ? inside.cookieValue : '';
    const inGrace = closesAt + 29 * minutes;
    const visit = findVisit(at(inGrace), cookie);
    if (!visit) throw new Error('someone inside at closing time has lost the session');
    expect(visit.moment).toBe('grace');
    const saved = await savePage(at(inGrace), visit, 'city', { q02_district: 5 }, { revision: 1 });
    expect(saved.ok).toBe(true);
    expect(graceEnd(visit)).toBe(closesAt + 30 * minutes);
    expect((await start(inGrace, 0)).ok).toBe(true);
    expect((await start(inGrace, 1)).ok).toBe(false);

    const tooLate = closesAt + 30 * minutes;
    const lateVisit = findVisit(at(tooLate), cookie);
    if (!lateVisit) throw new Error('the session of someone who was late is gone');
    expect(await savePage(at(tooLate), lateVisit, 'city', { q02_district: 6 }, { revision: 2 })).toEqual({
      ok: false,
      reason: 'wave-closed',
    });
    expect((await start(tooLate, 0)).ok).toBe(false);
    expect(await submitResponse(at(tooLate), lateVisit)).toEqual({ ok: false, reason: 'wave-closed' });
    expect(database.residents.sealedDraft(visit.case.caseId)).toBeDefined();
    expect((await submitResponse(at(tooLate - 1), visit)).ok).toBe(true);
  });

  it('an event of the night belongs to the day that the clock on the wall showed', async () => {
    const database = openTestFieldwork();
    const open = openTestWave(database, { cases: 1, secret });
    const context = { database, secret, now: instantAt('2026-10-25', '00:30', zone) };
    await startQuestionnaire(context, { code: open.cases[0]?.code ?? '', language: 'pl', random: () => 0 });
    const { day } = database.sqlite.prepare('SELECT occurred_on AS day FROM case_events').get() as {
      day: string;
    };
    expect(day).toBe('2026-10-25');
    expect(new Date(context.now).toISOString().slice(0, 10)).toBe('2026-10-24');
  });
});
