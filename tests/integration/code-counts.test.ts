import { expect, it } from 'vitest';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import { stepFacts } from '#app/routes/fieldwork/step-facts.server.ts';
import { waveStanding } from '#app/use-cases/fieldwork/wave-standing.server.ts';
import { startQuestionnaire } from '#app/use-cases/resident/start-questionnaire.server.ts';
import { codeCounts } from '#app/use-cases/wave/code-standing.ts';
import { openTestFieldwork, testSecret } from '#tests/support/fieldwork.ts';
import { openTestWave } from '#tests/support/open-wave.ts';
import { midWave } from '#tests/support/resident.ts';
import { answerAll } from '#tests/support/whole-answers.ts';

/** Seven people with codes: one answered, one moved away, one code was revoked. */
async function aWaveInTheField() {
  const database = openTestFieldwork();
  const { waveId, cases } = openTestWave(database, { cases: 7, secret: testSecret });
  const [answered, away, revoked] = cases;
  if (!answered || !away || !revoked) throw new Error('the test wave has too few cases');
  const context = { database, secret: testSecret, now: midWave };
  await answerAll(context, answered);
  database.residents.setCaseStatus(away.caseId, 'ineligible');
  database.codes.revokeActive(revoked.caseId);
  const opens = async (code: string) =>
    (await startQuestionnaire(context, { code, language: 'pl', random: () => 0 })).ok;
  return { database, waveId, cases, opens };
}

it('a code of a completed case is counted as used and not as open, and opens nothing', async () => {
  const { database, waveId, cases, opens } = await aWaveInTheField();
  const counts = codeCounts(database.waveFigures.codesByCase(waveId));
  expect(counts).toEqual({ issued: 6, used: 1, open: 4, shut: 1 });
  let opened = 0;
  for (const { code } of cases) if (await opens(code)) opened += 1;
  expect(opened).toBe(counts.open);
});

it('the page of an open wave says how many codes were issued, used and are still open', async () => {
  const { database, waveId } = await aWaveInTheField();
  const wave = database.waves.wave(waveId);
  if (!wave) throw new Error('the test wave is there');
  const factsIn = (language: 'pl' | 'en') =>
    stepFacts(serverTranslator(language), database, wave, waveStanding(database, wave, midWave)).codes;
  expect(factsIn('pl').slice(0, 2)).toEqual([
    'Kody wydane: 6, wykorzystane: 1, nadal otwarte: 4.',
    'Kody zamknięte: 1 (osób, które się wyprowadziły lub zmarły, i tych, które wycofały odpowiedzi).',
  ]);
  expect(factsIn('en')[0]).toBe('Codes issued: 6, used: 1, still open: 4.');
});

it('codes of a wave that is not open are said to be unused', async () => {
  const { database, waveId } = await aWaveInTheField();
  database.waves.updateWave(waveId, { status: 'closed' });
  const wave = database.waves.wave(waveId);
  if (!wave) throw new Error('the test wave is there');
  const standing = waveStanding(database, wave, midWave);
  expect(stepFacts(serverTranslator('en'), database, wave, standing).codes[0]).toBe(
    'Codes issued: 6, used: 1, not used: 4.',
  );
});
