import { describe, expect, it } from 'vitest';
import {
  handOverFieldworkReport,
  makeFieldworkReport,
} from '#app/use-cases/analysis/hand-over-fieldwork-report.server.ts';
import { issueCodes } from '#app/use-cases/fieldwork/codes/issue-codes.server.ts';
import { openWave } from '#app/use-cases/results/open-wave/open-wave.server.ts';
import { receiveFieldworkReport } from '#app/use-cases/results/open-wave/receive-fieldwork-report.server.ts';
import { withResultsQueries } from '#db/results/database.ts';
import { openTestDatabase } from '#tests/support/database.ts';
import { aDrawnWave } from '#tests/support/drawn-wave.ts';
import { anAct, openTestFieldwork } from '#tests/support/fieldwork.ts';
import { receiveTrusted, testPublication } from '#tests/support/results.ts';

const secret = Buffer.alloc(32, 7);
const actOn = (day: number) => ({ ...anAct(), secret, now: Date.UTC(2026, 8, day, 10) });

async function aWaveInTheField() {
  const fieldwork = openTestFieldwork();
  const waveId = await aDrawnWave(fieldwork);
  const issued = issueCodes(fieldwork, waveId, anAct());
  if (!issued.ok) throw new Error(issued.reason);
  fieldwork.waves.updateWave(waveId, { status: 'open' });
  const inDistrict5 = issued.codes
    .map(({ caseId }) => caseId)
    .filter((caseId) => fieldwork.residents.case(caseId)?.district === 5);
  const answer = (cases: readonly string[]) => {
    for (const caseId of cases) fieldwork.residents.recordEvent(caseId, 'completed', '2026-09-03');
  };
  return { fieldwork, waveId, inDistrict5, answer, results: withResultsQueries(openTestDatabase('results')) };
}

describe('the report of a wave in the field', () => {
  it('brings city hall the responses of every district and what they could show', async () => {
    const { fieldwork, results, waveId, inDistrict5, answer } = await aWaveInTheField();
    answer(inDistrict5.slice(0, 4));
    expect(handOverFieldworkReport(fieldwork, results, waveId, actOn(10))).toMatchObject({ ok: true });
    const open = openWave(results);
    expect(open?.responses).toBe(4);
    expect(open?.districts.map(({ responses }) => responses)[4]).toBe(4);
    expect(open?.districts).toHaveLength(18);
    expect(open?.report).toMatchObject({ waveId, target: 6, asOf: '2026-09-10' });
    expect(open?.districts[4]?.limits.isSufficient).toBe(false);
  });

  it('holds counts of districts and nothing else: no case, no day of a person, no answer', async () => {
    const { fieldwork, waveId, inDistrict5, answer } = await aWaveInTheField();
    answer(inDistrict5);
    const made = makeFieldworkReport(fieldwork, waveId, actOn(10));
    const file = made.ok ? made.file : '';
    expect(Object.keys(JSON.parse(file)).sort()).toEqual(['format', 'report', 'signature']);
    expect(Object.keys(JSON.parse(file).report).sort()).toEqual(
      [
        'answersUntil',
        'asOf',
        'districts',
        'format',
        'questionnaireVersion',
        'season',
        'synthetic',
        'target',
        'waveId',
        'year',
      ].sort(),
    );
    for (const caseId of inDistrict5) expect(file).not.toContain(caseId);
  });

  it('is taken only from a firm whose key is pinned, as it was signed', async () => {
    const { fieldwork, results, waveId, inDistrict5, answer } = await aWaveInTheField();
    answer(inDistrict5.slice(0, 4));
    const made = makeFieldworkReport(fieldwork, waveId, actOn(10));
    if (!made.ok) throw new Error(made.reason);
    expect(receiveFieldworkReport(results, made.file, actOn(10))).toMatchObject({ reason: 'unknown-signer' });
    handOverFieldworkReport(fieldwork, results, waveId, actOn(10));
    const altered = made.file.replace('"responses":4', '"responses":5');
    expect(altered).not.toBe(made.file);
    expect(receiveFieldworkReport(results, altered, actOn(10))).toMatchObject({ reason: 'altered' });
    for (const [file, reason] of [
      ['no json', 'not-json'],
      ['{}', 'not-a-report'],
      [made.file.replace('"target":6', '"target":6,"more":1'), 'not-a-report'],
      [made.file.replace('"target":6', '"target":6,"target":6'), 'repeated-key'],
    ] as const)
      expect(receiveFieldworkReport(results, file, actOn(10))).toMatchObject({ reason });
    expect(openWave(results)?.responses).toBe(4);
  });

  it('of a later day follows the earlier one, and never the other way round', async () => {
    const { fieldwork, results, waveId, inDistrict5, answer } = await aWaveInTheField();
    answer(inDistrict5.slice(0, 1));
    const early = makeFieldworkReport(fieldwork, waveId, actOn(9));
    handOverFieldworkReport(fieldwork, results, waveId, actOn(10));
    answer(inDistrict5.slice(1, 3));
    handOverFieldworkReport(fieldwork, results, waveId, actOn(11));
    expect(openWave(results)?.days).toEqual([
      { asOf: '2026-09-10', responses: 1 },
      { asOf: '2026-09-11', responses: 3 },
    ]);
    const late = early.ok ? receiveFieldworkReport(results, early.file, actOn(12)) : null;
    expect(late).toMatchObject({ ok: false, reason: 'older-report' });
  });

  it('is not made of a wave that nobody can answer yet, and goes when the wave has results', async () => {
    const { fieldwork, results, waveId } = await aWaveInTheField();
    fieldwork.waves.updateWave(waveId, { status: 'sampled' });
    expect(makeFieldworkReport(fieldwork, waveId, actOn(10))).toEqual({ ok: false, reason: 'not-in-field' });
    fieldwork.waves.updateWave(waveId, { status: 'open' });
    handOverFieldworkReport(fieldwork, results, waveId, actOn(10));
    expect(openWave(results)).not.toBeNull();
    const document = testPublication();
    receiveTrusted(results, document, { actor: 'test', now: Date.UTC(2026, 11, 1) });
    const isOfWave = document.wave.waveId === waveId;
    expect(openWave(results) === null).toBe(isOfWave);
  });
});
