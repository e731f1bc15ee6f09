import { describe, expect, it } from 'vitest';
import { analyseWave } from '#app/use-cases/analysis/analyse-wave.server.ts';
import { publishWave } from '#app/use-cases/analysis/publish-wave.server.ts';
import { weightRun } from '#app/use-cases/analysis/weight-run.server.ts';
import { closeWave } from '#app/use-cases/fieldwork/close-wave.server.ts';
import { fieldworkDays, fieldworkProgress } from '#app/use-cases/fieldwork/fieldwork-progress.server.ts';
import { freezeWave } from '#app/use-cases/fieldwork/freeze-wave.server.ts';
import { submitResponse } from '#app/use-cases/resident/submit-response.server.ts';
import { withdrawResponse } from '#app/use-cases/resident/withdraw-response.server.ts';
import type { ResidentContext } from '#app/use-cases/wave/resident-visit.ts';
import { waveOutcomes } from '#app/use-cases/wave/wave-outcomes.ts';
import type { ExactPublication } from '#core/publication/exact-publication.ts';
import { allWarnings } from '#tests/support/accepted-warnings.ts';
import { anAct, openTestFieldwork, testSecret } from '#tests/support/fieldwork.ts';
import { openTestWave } from '#tests/support/open-wave.ts';
import { midWave, savePage, sendOneAnswer, startVisit } from '#tests/support/resident.ts';
import { storedResponses } from '#tests/support/stored-responses.ts';
import { answerAll, answerPages } from '#tests/support/whole-answers.ts';

const afterGrace = Date.UTC(2026, 9, 31, 23, 30);
/** Of ten pages: after seven 66 of 100 key questions are answered, after nine more than 80. */
const pagesOfPartial = 7;
const pagesOfComplete = 9;

/** Published counts are rounded down. */
const tens = (count: number) => Math.floor(count / 10) * 10;

/** A wave in which people stopped at every place, and sent or did not; how many of each. */
async function aWaveOfEveryKind() {
  const database = openTestFieldwork();
  const { waveId, cases } = openTestWave(database, {
    cases: 60,
    secret: testSecret,
    stratumOf: (index) => (index % 2 ? 1 : 0),
  });
  for (const { caseId } of cases) database.residents.recordEvent(caseId, 'code-issued', '2026-08-25');
  const context: ResidentContext = { database, secret: testSecret, now: midWave };
  const waiting = [...cases];
  const next = () => {
    const invited = waiting.shift();
    if (!invited) throw new Error('the wave of every kind has too few cases');
    return invited;
  };
  const times = async (count: number, act: (invited: ReturnType<typeof next>) => Promise<unknown>) => {
    for (let time = 0; time < count; time += 1) await act(next());
  };
  const send = async (pages: number, invited: ReturnType<typeof next>) => {
    const visit = await answerPages(context, invited, pages);
    const sent = await submitResponse(context, visit);
    if (!sent.ok) throw new Error(sent.reason);
    return sent.receipt;
  };
  await times(20, (invited) => answerAll(context, invited));
  await times(4, (invited) => send(pagesOfPartial, invited));
  await times(5, ({ code }) => sendOneAnswer(context, code));
  await times(3, (invited) => answerPages(context, invited, pagesOfPartial));
  await times(2, (invited) => answerPages(context, invited, pagesOfComplete));
  await times(6, (invited) => answerPages(context, invited, 1));
  await times(2, ({ code }) => startVisit(context, code));
  const sent = { complete: 20, partial: 4, brokeOff: 5 };
  const inside = { complete: 2, partial: 3, brokeOff: 6 };
  return { database, waveId, context, send, next, sent, inside };
}

function waveAt({ database, waveId }: Awaited<ReturnType<typeof aWaveOfEveryKind>>) {
  const wave = database.waves.wave(waveId);
  if (!wave) throw new Error('the wave of every kind is gone');
  return wave;
}

describe('a questionnaire that is sent', () => {
  it('with one answer is no interview: a break-off in the case, in its seal and in the rates', async () => {
    const database = openTestFieldwork();
    const { waveId, cases } = openTestWave(database, { cases: 10, secret: testSecret });
    for (const { caseId } of cases) database.residents.recordEvent(caseId, 'code-issued', '2026-08-25');
    const context = { database, secret: testSecret, now: midWave };
    for (const { code } of cases.slice(0, 5)) await sendOneAnswer(context, code);
    expect(database.residents.case(cases[0]?.caseId ?? '')?.status).toBe('broke-off');
    const city = fieldworkProgress(database, waveId, midWave)?.city;
    expect(city).toMatchObject({ completed: 0, partial: 0, brokeOff: 5, unsent: 0 });
    expect(city?.rates).toMatchObject({ RR1: 0, RR2: 0, REF1: 0.5 });
    expect(database.waveFigures.ofWave(waveId)).toMatchObject({ responses: 0, brokeOff: 5 });
  });

  it('is final: it cannot be begun again, however few answers it has', async () => {
    const database = openTestFieldwork();
    const { cases } = openTestWave(database, { cases: 1, secret: testSecret });
    const context = { database, secret: testSecret, now: midWave };
    const visit = await sendOneAnswer(context, cases[0]?.code ?? '');
    const again = await savePage(context, visit, 'city', { q02_district: 6 }, { revision: 2 });
    expect(again).toEqual({ ok: false, reason: 'already-submitted' });
    expect(await submitResponse(context, visit)).toMatchObject({ ok: true, repeated: true });
  });
});

describe('who is inside', () => {
  it('has no outcome until the close, and refuses nothing meanwhile', async () => {
    const { database, waveId, sent, inside } = await aWaveOfEveryKind();
    const city = fieldworkProgress(database, waveId, midWave)?.city;
    const unsent = inside.complete + inside.partial + inside.brokeOff;
    expect(city).toMatchObject({
      completed: sent.complete,
      partial: sent.partial,
      brokeOff: sent.brokeOff,
      unsent,
    });
    expect(city?.outcomes.R).toBe(sent.brokeOff);
    expect(city?.rates.RR2).toBeCloseTo((sent.complete + sent.partial) / 60, 12);
    const resolved = Object.values(city?.outcomes ?? {}).reduce((sum, count) => sum + count, 0);
    expect(resolved + unsent).toBe(60);
  });
});

describe('the counts of a closed wave', () => {
  it('are the same from its cases, its responses, its weights, its days and its publication', async () => {
    const wave = await aWaveOfEveryKind();
    const { database, waveId, context, send, next, sent, inside } = wave;
    const receipts = [await send(10, next()), await send(10, next()), await send(pagesOfPartial, next())];
    for (const receipt of receipts) expect(await withdrawResponse(context, receipt)).toEqual({ ok: true });
    const withdrawn = { complete: 2, partial: 1 };
    const expected = {
      complete: sent.complete + inside.complete,
      partial: sent.partial + inside.partial,
      brokeOff: sent.brokeOff + inside.brokeOff,
    };

    const closed = closeWave(database, waveId, anAct(afterGrace));
    expect(closed).toEqual({ ok: true, closed: true, ...inside });
    expect(database.waveFigures.ofWave(waveId)).toMatchObject({
      completed: expected.complete + withdrawn.complete,
      partial: expected.partial + withdrawn.partial,
      brokeOff: expected.brokeOff,
      unsent: 0,
    });
    const frozen = freezeWave(database, waveId, anAct(afterGrace, 'freeze'));
    const responses = expected.complete + expected.partial;
    expect(frozen).toMatchObject({ ok: true, responses, tooFewAnswers: sent.brokeOff });

    const stored = storedResponses(database, waveId);
    const complete = stored.filter(({ completeness }) => completeness === 'complete').length;
    expect([complete, stored.length - complete]).toEqual([expected.complete, expected.partial]);

    const progress = fieldworkProgress(database, waveId, afterGrace)?.city;
    expect(progress).toMatchObject({
      completed: expected.complete,
      partial: expected.partial,
      brokeOff: expected.brokeOff,
      unsent: 0,
    });
    const refused = expected.brokeOff + withdrawn.complete + withdrawn.partial;
    expect(progress?.outcomes).toMatchObject({ I: expected.complete, P: expected.partial, R: refused });
    const days = fieldworkDays(database, waveId);
    expect(days.reduce((sum, day) => sum + day.responses, 0)).toBe(responses + 3);

    const groups = { I: 0, P: 0 };
    for (const { group, count } of waveOutcomes(database, waveAt(wave))) {
      if (group === 'I' || group === 'P') groups[group] += count;
    }
    expect(groups).toEqual({ I: expected.complete, P: expected.partial });

    const weighed = weightRun(database, waveId, anAct());
    if (!weighed.ok) throw new Error(weighed.reason);
    expect(database.analysis.weights(weighed.runId)).toHaveLength(responses);
    expect(analyseWave(database, waveId, anAct()).ok).toBe(true);
    const published = publishWave(database, { waveId, accepted: allWarnings(database, waveId) }, anAct());
    if (!published.ok) throw new Error(published.reason);
    expect(published.document.wave.respondents).toBe(tens(responses));
    const draft = JSON.parse(database.analysis.publications(waveId)[0]?.exact ?? '{}') as ExactPublication;
    const exact = draft.outcomes.find(({ domain }) => domain === 'city');
    expect(exact).toMatchObject({ issued: 60, complete: expected.complete, partial: expected.partial });
    expect(exact?.responseRate2).toBeCloseTo(progress?.rates.RR2 ?? -1, 12);
    expect(exact?.refusalRate2).toBeCloseTo(progress?.rates.REF2 ?? -1, 12);
    const shown = published.document.outcomes.find(({ domain }) => domain === 'city');
    expect(shown).toMatchObject({ complete: tens(expected.complete), partial: tens(expected.partial) });
  });
});
