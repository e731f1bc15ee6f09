import { answersOf } from '#app/demonstration/seed/answer-model/answers-of.ts';
import { seededRandom } from '#app/demonstration/seed/random.ts';
import { seal } from '#app/sealing.server.ts';
import { bringQuestionnaire } from '#app/use-cases/fieldwork/bring-questionnaire.server.ts';
import { issueCodes } from '#app/use-cases/fieldwork/codes/issue-codes.server.ts';
import type { WavePlan } from '#app/use-cases/fieldwork/create-wave.server.ts';
import { openWave } from '#app/use-cases/fieldwork/open-wave.server.ts';
import { questionnaireOf } from '#app/use-cases/wave/questionnaire-of-wave.server.ts';
import { packedContent, webResponse } from '#app/use-cases/wave/response-content.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import type { Answers, Questionnaire } from '#core/questionnaire/definition.ts';
import { parseStratumKey } from '#core/sampling/stratum.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { aDrawnWave } from './drawn-wave.ts';
import { anAct, seededBytes } from './fieldwork.ts';

const plan = { sampleSize: 40, expectedResponseRate: 0.8 };

/** What a wave asks, and what its residents make of the answers of the demonstration's model. */
export interface AskedWave {
  questionnaire: Questionnaire;
  plan: Partial<WavePlan>;
  answered: (answers: Answers, index: number) => Answers;
}

/**
 * An open wave of Kraków's questionnaire, unless another is given; of 50 cases in each district 40 have
 * answered.
 */
export async function anAnsweredWave(
  database: FieldworkDatabase,
  rule: WavePlan['rule'] = {},
  asked: Partial<AskedWave> = {},
): Promise<string> {
  const act = anAct();
  const { questionnaire = cityQuestionnaire, answered = (answers: Answers) => answers } = asked;
  const brought = bringQuestionnaire(database, questionnaire, act);
  if (!brought.ok) throw new Error(JSON.stringify(brought));
  const questionnaireVersion = brought.version;
  const waveId = await aDrawnWave(database, { ...plan, rule, questionnaireVersion, ...asked.plan });
  const issued = issueCodes(database, waveId, act);
  if (!issued.ok) throw new Error(issued.reason);
  const opened = openWave(database, waveId, act);
  if (!opened.ok) throw new Error(opened.reason);
  const randomBytes = seededBytes('responses');
  database.transact(() => {
    issued.codes.forEach(({ caseId }, index) => {
      if (index % 5 > 0) answerFor(database, caseId, randomBytes, (answers) => answered(answers, index));
    });
  });
  return waveId;
}

function answerFor(
  database: FieldworkDatabase,
  caseId: string,
  randomBytes: (size: number) => Buffer,
  answered: (answers: Answers) => Answers,
): void {
  const answering = database.residents.case(caseId);
  const wave = answering && database.waves.wave(answering.waveId);
  if (!wave) throw new Error('answerFor requires a case');
  const { waveId } = wave;
  const { district, sex, ageBand } = parseStratumKey(answering.stratum);
  const person = { district, confirmedDistrict: district, sex, ageBand, waveId };
  const content = webResponse(questionnaireOf(database, wave), wave, answering, {
    answers: answered(answersOf(person, seededRandom(caseId))),
    orderVersion: 0,
    completeness: 'complete',
    now: wave.opensAt,
  });
  for (const kind of ['opened', 'started', 'completed'] as const) {
    database.residents.recordEvent(caseId, kind, '2026-09-05');
  }
  database.residents.setCaseStatus(caseId, 'completed');
  database.sealedResponses.add({
    waveId,
    receiptHash: randomBytes(32),
    sealed: seal(wave.publicKey, packedContent(questionnaireOf(database, wave), content)),
  });
}
