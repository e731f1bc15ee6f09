import { describe, expect, it } from 'vitest';
import { putComparison } from '#app/use-cases/results/interventions/comparison.server.ts';
import { changeIntervention } from '#app/use-cases/results/interventions/plan-intervention.server.ts';
import { register } from '#app/use-cases/results/interventions/register.server.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import {
  aProposal,
  askAndHear,
  cityAct,
  current,
  freeze,
  publishWave,
  step,
  typedPlan,
} from '#tests/support/intervention-city.ts';
import { openTestResults } from '#tests/support/results.ts';

/** A city that knows one wave. */
function aCity(): ResultsDatabase {
  const database = openTestResults();
  publishWave(database, '2024-2');
  return database;
}

describe('the comparison of an intervention', () => {
  const put = (database: ResultsDatabase, interventionId: string, areas: string[], isFinal = true) =>
    putComparison(
      database,
      { interventionId, revision: current(database, interventionId).revision, areas, freeze: isFinal },
      cityAct('2025-03-03'),
    );

  it.each([
    ['comparison-own', ['D03', 'D04']],
    ['comparison-few', ['D04']],
    ['comparison-unknown', ['D04', 'D19']],
  ])('invariant 12: is refused as %s', (reason, areas) => {
    const database = aCity();
    const { interventionId } = aProposal(database);
    expect(put(database, interventionId, areas)).toMatchObject({ ok: false, reason });
    expect(database.interventions.comparisonOf(interventionId)).toEqual([]);
  });

  it('needs an aim to be frozen', () => {
    const database = aCity();
    const { interventionId } = aProposal(database, { aimIndicator: '', aimSize: '' });
    expect(put(database, interventionId, ['D04', 'D05'])).toMatchObject({ reason: 'aim-missing' });
  });

  it('may be chosen anew until it is frozen, and keeps which publications were known then', () => {
    const database = aCity();
    const { interventionId } = aProposal(database);
    expect(put(database, interventionId, ['D07', 'D09'], false)).toEqual({ ok: true });
    expect(freeze(database, interventionId)).toEqual({ ok: true });
    const areas = database.interventions.comparisonOf(interventionId).map(({ area }) => area);
    expect(areas).toEqual(['D04', 'D05', 'D06', 'D08']);
    expect(database.interventions.knownAtFreeze(interventionId)).toEqual(['2024-2.1']);
    publishWave(database, '2025-1');
    expect(database.interventions.knownAtFreeze(interventionId)).toEqual(['2024-2.1']);
    expect(put(database, interventionId, ['D09', 'D10'])).toMatchObject({ reason: 'comparison-frozen' });
  });

  it('invariant 19: is frozen before a result of the intervention is known, and nobody changes it after, by the page or past it', () => {
    const database = aCity();
    const late = aProposal(database).interventionId;
    const { interventionId } = aProposal(database);
    expect(freeze(database, interventionId)).toEqual({ ok: true });
    publishWave(database, '2025-1');
    publishWave(database, '2025-2');
    expect(freeze(database, late)).toMatchObject({
      reason: 'result-known',
      detail: { publicationId: '2025-2.1' },
    });
    const refusedBySql = (sql: string, because: string) =>
      expect(() => database.sqlite.exec(sql), sql).toThrow(because);
    database.interventions.putComparison(late, [
      { area: 'D04', areaKind: 'district', name: 'D04' },
      { area: 'D05', areaKind: 'district', name: 'D05' },
    ]);
    refusedBySql(
      `INSERT INTO intervention_freezes VALUES ('${late}', 1, 'x', 'x')`,
      'before the result is known',
    );
    const frozen = 'a frozen comparison never changes';
    refusedBySql(
      `INSERT INTO intervention_comparisons VALUES ('${interventionId}', 'D09', 'district', 'D09')`,
      frozen,
    );
    refusedBySql(`DELETE FROM intervention_comparisons WHERE intervention_id = '${interventionId}'`, frozen);
    refusedBySql(`UPDATE intervention_comparisons SET area = 'D09'`, 'chosen anew, not changed');
    refusedBySql(`DELETE FROM intervention_freezes`, frozen);
    refusedBySql(`UPDATE intervention_freezes SET at = 1`, frozen);
    for (const change of [
      'district = 9',
      `aim_indicator = 'other'`,
      'aim_size = 1',
      `starts_on = '2025-12-01'`,
      `starts_on = '2025-05-01'`,
    ]) {
      refusedBySql(`UPDATE interventions SET ${change} WHERE intervention_id = '${interventionId}'`, frozen);
    }
    refusedBySql(`DELETE FROM intervention_known_publications`, 'what was known stays');
    refusedBySql(
      `INSERT INTO intervention_known_publications VALUES ('${interventionId}', '2025-2.1')`,
      'what had arrived',
    );
    const { revision } = current(database, interventionId);
    const typed = typedPlan({ where: 'D09', startsOn: '2025-12-01', title: 'Inaczej' });
    expect(changeIntervention(database, { interventionId, revision, typed }, cityAct('2025-12-02'))).toEqual({
      ok: false,
      reason: 'frozen',
      fields: ['where', 'startsOn'],
    });
    expect(current(database, interventionId).title).toBe('Nowe latarnie');
  });

  it('lets the start slip while no result of it is known', () => {
    const database = aCity();
    const { interventionId } = aProposal(database);
    freeze(database, interventionId);
    const { revision } = current(database, interventionId);
    const typed = typedPlan({ startsOn: '2025-08-01' });
    expect(changeIntervention(database, { interventionId, revision, typed }, cityAct('2025-06-02'))).toEqual({
      ok: true,
      changed: ['startsOn'],
    });
  });
});

describe('whether it helped', () => {
  const sentenceOf = (database: ResultsDatabase) =>
    register(database, new URLSearchParams()).lines.map(({ effect }) => effect?.effect.verdict ?? null);

  it('is too early to say before a wave, then told against the comparison, and not told without one', () => {
    const database = aCity();
    const helped = aProposal(database).interventionId;
    const same = aProposal(database, { where: 'D10' }).interventionId;
    aProposal(database, { where: 'D11' });
    expect(freeze(database, helped)).toEqual({ ok: true });
    expect(freeze(database, same)).toEqual({ ok: true });
    const before = (district: number) => (district === 3 ? 34 : 20);
    publishWave(database, '2025-1', before);
    expect(sentenceOf(database)).toEqual(['too-early', 'too-early', null]);
    publishWave(database, '2025-2', () => 20);
    publishWave(database, '2026-1', () => 20);
    expect(sentenceOf(database)).toEqual(['helped', 'cannot-tell', null]);
    const [line] = register(database, new URLSearchParams()).lines;
    expect(line?.effect?.effect.estimate).toMatchObject({
      size: expect.closeTo(-0.14, 5),
      baseline: 'unseen',
      waves: { before: ['2025-1'], after: ['2026-1'] },
      comparedWith: ['D04', 'D05', 'D06', 'D08'],
    });
  });

  it('is not asked of what was dropped', () => {
    const database = aCity();
    const { interventionId } = aProposal(database);
    freeze(database, interventionId);
    step(database, interventionId, 'dropped', '2025-03-10', 'Brak środków');
    publishWave(database, '2025-2');
    expect(sentenceOf(database)).toEqual([null]);
  });
});

describe('the database of city hall', () => {
  it('takes no status but by steps that follow each other, with a council heard', () => {
    const database = aCity();
    const { interventionId } = aProposal(database);
    const refused = (sql: string, because: string) =>
      expect(() => database.sqlite.exec(sql), sql).toThrow(because);
    const stepSql = (position: number, status: string, day: string, reason = '') =>
      `INSERT INTO intervention_steps VALUES ('${interventionId}', ${position}, '${status}', '${day}', '${reason}', 1, 'x', 'x')`;
    refused(`UPDATE interventions SET status = 'decided'`, 'changes by a step');
    refused(`UPDATE interventions SET decided_on = '2025-03-01'`, 'changes by a step');
    refused(stepSql(2, 'decided', '2025-03-01'), 'follow each other');
    refused(stepSql(2, 'dropped', '2025-02-01', 'r'), 'follow each other');
    refused(stepSql(2, 'consulted', '2025-03-01'), 'every council asked');
    refused(stepSql(2, 'dropped', '2025-03-01'), 'for a reason');
    refused(`UPDATE intervention_steps SET reason = 'x'`, 'stays');
    refused(`UPDATE intervention_acts SET act = 'x'`, 'stays done');
    refused(`DELETE FROM intervention_acts`, 'stays done');
    refused(`UPDATE interventions SET proposed_on = '2024-01-01'`, 'what it was proposed as');
    refused(`UPDATE interventions SET ends_on = '2025-06-30'`, 'CHECK');
    refused(`UPDATE interventions SET district = NULL`, 'CHECK');
    refused(`UPDATE interventions SET cost = -1`, 'CHECK');
    const consultation = (sent: string, due: string, proposed = '2025-02-03') =>
      `INSERT INTO consultations (consultation_id, subject, subject_id, title, district, proposed_on, sent_on,
         due_on, sent_at, sent_by, sent_by_name)
       VALUES ('c', 'intervention', '${interventionId}', 't', 3, '${proposed}', '${sent}', '${due}', 1, 'x', 'x')`;
    refused(consultation('2025-02-02', '2025-03-01'), 'CHECK');
    refused(consultation('2025-02-02', '2025-03-01', '2025-01-01'), 'knows the day of its proposal');
    refused(consultation('2025-02-10', '2025-02-09'), 'CHECK');
    askAndHear(database, interventionId);
    refused(`UPDATE consultations SET opinion = 'against'`, 'never changes');
    refused(`DELETE FROM consultations`, 'never deleted');
    expect(database.interventions.stepsOf(interventionId)).toHaveLength(1);
  });
});
