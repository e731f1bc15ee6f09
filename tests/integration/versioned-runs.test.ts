import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyseWave } from '#app/use-cases/analysis/analyse-wave.server.ts';
import { publicationFileOf } from '#app/use-cases/analysis/hand-over-publication.server.ts';
import { publishWave } from '#app/use-cases/analysis/publish-wave.server.ts';
import { weightRun } from '#app/use-cases/analysis/weight-run.server.ts';
import { closeWave } from '#app/use-cases/fieldwork/close-wave.server.ts';
import { decideRule } from '#app/use-cases/fieldwork/decide-rule.server.ts';
import { freezeWave } from '#app/use-cases/fieldwork/freeze-wave.server.ts';
import { settingsOf } from '#app/use-cases/wave/wave-settings.ts';
import { defaultFlagRule } from '#city/flag-rule.ts';
import { flagRuleWith } from '#core/flagging/rule-version.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { readPublication } from '#core/publication/read.ts';
import { type FieldworkDatabase, openFieldwork } from '#db/fieldwork/database.ts';
import { allWarnings } from '#tests/support/accepted-warnings.ts';
import { anAnsweredWave } from '#tests/support/answered-wave.ts';
import { testFolder } from '#tests/support/database.ts';
import { anAct, aPlannedWave, openTestFieldwork } from '#tests/support/fieldwork.ts';
import { changeFirstAnswer } from '#tests/support/stored-responses.ts';

const afterGrace = Date.UTC(2026, 9, 31, 23, 30);
const act = (minutes: number) => anAct(afterGrace + minutes * 60_000);

/**
 * Forty people a district are enough to be flagged by this rule, with a threshold that any city exceeds, and
 * not by the default one.
 */
const lenient = {
  minimumN: 30,
  minimumEffectiveN: 0,
  levelMargin: 0.01,
  absoluteThreshold: { hood_dark_unsafe: 0.05 },
};

let database: FieldworkDatabase;
let waveId: string;

/** One frozen wave for all tests, which follow it from its first weights to its correction. */
beforeAll(async () => {
  database = openFieldwork(join(testFolder(), 'fieldwork.sqlite'));
  waveId = await anAnsweredWave(database, lenient);
  closeWave(database, waveId, act(0));
  freezeWave(database, waveId, act(1));
}, 120_000);

afterAll(() => database?.close());

function weighAndAnalyse(database: FieldworkDatabase, waveId: string, minutes: number) {
  const weighed = weightRun(database, waveId, act(minutes));
  const analysed = analyseWave(database, waveId, act(minutes + 1));
  if (!weighed.ok || !analysed.ok) throw new Error('weighAndAnalyse requires a frozen wave');
  const [weights, analysis] = [
    database.analysis.newestWeightRun(waveId),
    database.analysis.newestAnalysis(waveId),
  ];
  if (!weights || !analysis) throw new Error('weighAndAnalyse left no runs');
  return { weights, analysis };
}

function publish(database: FieldworkDatabase, waveId: string, correctionNote: string | null = null) {
  const published = publishWave(
    database,
    { waveId, correctionNote, accepted: allWarnings(database, waveId) },
    act(30),
  );
  if (!published.ok) throw new Error(published.reason);
  return published;
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('a run of the method', { timeout: 120_000 }, () => {
  it('made twice of the same input gives the same bytes, digest for digest', () => {
    const first = weighAndAnalyse(database, waveId, 2);
    const second = weighAndAnalyse(database, waveId, 10);
    expect(second.weights.runId).not.toBe(first.weights.runId);
    for (const name of ['inputSha256', 'outputSha256', 'parameters', 'report', 'methodVersion'] as const)
      expect(second.weights[name], name).toBe(first.weights[name]);
    expect(database.analysis.weights(second.weights.runId)).toEqual(
      database.analysis.weights(first.weights.runId),
    );
    for (const name of ['inputSha256', 'outputSha256', 'parameters', 'analysis', 'methodVersion'] as const)
      expect(second.analysis[name], name).toBe(first.analysis[name]);
    expect(first.analysis.outputSha256).toBe(sha256(first.analysis.analysis));
    for (const digest of [first.weights.outputSha256, first.analysis.inputSha256])
      expect(digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('of another input has another digest', () => {
    const [first] = [database.analysis.newestAnalysis(waveId)];
    changeFirstAnswer(database, waveId, 'q05_district_safe', [4, 1]);
    const second = weighAndAnalyse(database, waveId, 20);
    expect(second.weights.outputSha256).toBe(database.analysis.newestWeightRun(waveId)?.outputSha256);
    expect(second.analysis.inputSha256).not.toBe(first?.inputSha256);
    expect(second.analysis.outputSha256).not.toBe(first?.outputSha256);
  });

  it('is named by the publication, and can be neither changed nor deleted', () => {
    const [weights, analysis] = [
      database.analysis.newestWeightRun(waveId),
      database.analysis.newestAnalysis(waveId),
    ];
    const { document, text } = publish(database, waveId);
    const named = (run: typeof weights | typeof analysis) => ({
      run: run?.runId,
      inputSha256: run?.inputSha256,
      outputSha256: run?.outputSha256,
    });
    expect(document.method.runs).toEqual({ weights: named(weights), analysis: named(analysis) });
    expect(document.method.rule).toEqual(flagRuleWith(defaultFlagRule, lenient));
    expect(readPublication(text)).toMatchObject({ ok: true });
    for (const table of ['weight_runs', 'weights', 'analysis_runs', 'publications']) {
      const key = table === 'publications' ? 'publication_id' : 'run_id';
      const refused = /never changes|is never deleted/;
      expect(() => database.sqlite.exec(`UPDATE ${table} SET ${key} = ${key}`), table).toThrow(refused);
      expect(() => database.sqlite.exec(`DELETE FROM ${table}`), table).toThrow(refused);
    }
  });

  it('made for a correction leaves published flags as they were, and keeps the rule', () => {
    const first = database.analysis.publications(waveId)[0];
    const published = JSON.parse(first?.document ?? '{}') as PublicationDocument;
    expect(published.flags.some(({ severity }) => severity !== 'insufficient')).toBe(true);
    expect(analyseWave(database, waveId, act(40)).ok).toBe(true);
    const { method } = publish(database, waveId, 'a mistake in a label').document;
    expect(method.rule).toEqual(published.method.rule);
    const stored = database.analysis.publications(waveId).find(({ number }) => number === 1);
    expect(stored).toEqual(first);
    expect(stored && sha256(publicationFileOf(stored))).toBe(first?.sha256);
    expect(method.runs?.analysis.run).not.toBe(published.method.runs?.analysis.run);
    expect(method.runs?.analysis.outputSha256).toBe(published.method.runs?.analysis.outputSha256);
  });
});

describe('stored weights', { timeout: 120_000 }, () => {
  it.each(['base', 'nonresponse', 'final'])(
    'are compared in the %s weight too before they are analysed: one that differs in the last bit is refused',
    (column) => {
      database.sqlite.exec('BEGIN; DROP TRIGGER weights_are_never_changed');
      const changed = database.sqlite
        .prepare(
          `UPDATE weights SET ${column} = ${column} * (1 + 2.3e-16)
           WHERE run_id = ? AND response_id = (SELECT max(response_id) FROM weights)`,
        )
        .run(database.analysis.newestWeightRun(waveId)?.runId);
      const analysed = analyseWave(database, waveId, act(50));
      database.sqlite.exec('ROLLBACK');
      expect(changed.changes).toBe(1);
      expect(analysed).toEqual({ ok: false, reason: 'weights-not-reproduced' });
    },
  );
});

describe('the rule of a wave', { timeout: 120_000 }, () => {
  it('is decided until the wave opens, each decision with its version in the audit', () => {
    const database = openTestFieldwork();
    const waveId = aPlannedWave(database);
    const ruleNow = () => {
      const wave = database.waves.wave(waveId);
      return wave && settingsOf(wave).rule;
    };
    expect(ruleNow()).toEqual(defaultFlagRule);
    expect(decideRule(database, '2031-1', {}, act(0))).toEqual({ ok: false, reason: 'unknown-wave' });
    expect(decideRule(database, waveId, { levelMargin: 2 }, act(0))).toEqual({
      ok: false,
      reason: 'senseless-threshold',
      detail: { threshold: 'levelMargin' },
    });
    expect(ruleNow()).toEqual(defaultFlagRule);
    const decided = decideRule(database, waveId, { levelMargin: 0.05 }, act(0));
    expect(decided).toEqual({ ok: true, rule: flagRuleWith(defaultFlagRule, { levelMargin: 0.05 }) });
    expect(ruleNow()).toEqual(flagRuleWith(defaultFlagRule, { levelMargin: 0.05 }));
    expect(decideRule(database, waveId, { gapMargin: 0.1 }, act(1)).ok).toBe(true);
    expect(ruleNow()).toEqual(flagRuleWith(defaultFlagRule, { levelMargin: 0.05, gapMargin: 0.1 }));
    expect(database.audit.ofSubject(waveId, 1)[0]).toMatchObject({
      act: 'wave-rule-decided',
      detail: {
        before: flagRuleWith(defaultFlagRule, { levelMargin: 0.05 }).version,
        version: ruleNow()?.version,
      },
    });
  });

  it('stays as it was once the wave has opened, for the use case and for the database', () => {
    for (const status of ['open', 'closed', 'frozen', 'weighted', 'published'] as const) {
      database.waves.updateWave(waveId, { status });
      const decided = decideRule(database, waveId, { levelMargin: 0.2 }, act(0));
      expect(decided, status).toEqual({ ok: false, reason: 'rule-fixed' });
      expect(() => database.waves.updateWave(waveId, { settings: '{}' }), status).toThrow('never changes');
    }
    const wave = database.waves.wave(waveId);
    expect(wave && settingsOf(wave).rule).toEqual(flagRuleWith(defaultFlagRule, lenient));
  });
});
