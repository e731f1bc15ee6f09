import { createHash } from 'node:crypto';
import { keyedHash } from '#app/sealing.server.ts';
import { createWave } from '#app/use-cases/fieldwork/create-wave.server.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { makeAccessCode } from '#core/sampling/access-code.ts';
import { stratumKey } from '#core/sampling/stratum.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { CaseStatus } from '#db/fieldwork/queries/resident.ts';
import { accessCodes, cases, identities } from '#db/fieldwork/schema/cases.ts';
import { strata } from '#db/fieldwork/schema/waves.ts';
import { anAct, seededBytes } from './fieldwork.ts';

export interface InvitedCase {
  caseId: string;
  code: string;
  stratum: string;
}

export interface OpenWave {
  waveId: string;
  cases: InvitedCase[];
}

export interface OpenWaveOptions {
  cases?: number;
  year?: number;
  firstDay?: string;
  lastDay?: string;
  graceMinutes?: number;
  secret: Buffer;
  /** Which of two strata of district 5 a case is in. */
  stratumOf?: (index: number) => 0 | 1;
}

/** The strata that test cases are in. */
export const testStrata = [stratumKey(5, '35-44', 'F'), stratumKey(5, '65-74', 'M')] as const;

/**
 * An open autumn wave, of 2026 unless said otherwise, that asks Kraków's questionnaire, with invited cases
 * and their codes.
 */
export function openTestWave(database: FieldworkDatabase, options: OpenWaveOptions): OpenWave {
  const {
    cases: wanted = 3,
    year = 2026,
    secret,
    firstDay = '2026-09-01',
    lastDay = '2026-10-31',
    graceMinutes,
  } = options;
  putKrakowQuestionnaire(database);
  const made = createWave(
    database,
    {
      year,
      season: 'autumn',
      questionnaireVersion: 'krakow-1',
      firstDay,
      lastDay,
      graceMinutes,
    },
    { ...anAct(), secret },
  );
  if (!made.ok) throw new Error(`openTestWave could not make a wave: ${made.reason}`);
  const { waveId } = made;
  database.waves.updateWave(waveId, { status: 'open' });
  for (const [index, stratum] of testStrata.entries()) {
    const people = { ageBand: index ? '65-74' : '35-44', sex: index ? 'M' : 'F' } as const;
    const sizes = { population: 5000, mainSize: wanted, replicateSize: 0 };
    database.orm
      .insert(strata)
      .values({ waveId, stratum, district: 5, ...people, ...sizes })
      .run();
  }
  const codeBytes = seededBytes('codes');
  const invited = Array.from({ length: wanted }, (_, index): InvitedCase => {
    const stratum = testStrata[options.stratumOf?.(index) ?? 0];
    const invitedCase = {
      caseId: `C${String(index + 1).padStart(6, '0')}`,
      code: makeAccessCode(codeBytes),
      stratum,
    };
    addCase(database, waveId, invitedCase, index + 1);
    issueCode(database, waveId, invitedCase, secret);
    return invitedCase;
  });
  return { waveId, cases: invited };
}

export function putKrakowQuestionnaire(database: FieldworkDatabase): void {
  const definition = JSON.stringify(cityQuestionnaire);
  const sha256 = createHash('sha256').update(definition).digest('hex');
  database.waves.putQuestionnaire({
    version: 'krakow-1',
    status: 'frozen',
    definition,
    sha256,
    importedAt: 0,
  });
}

export function issueCode(
  database: FieldworkDatabase,
  waveId: string,
  { caseId, code }: Pick<InvitedCase, 'caseId' | 'code'>,
  secret: Buffer,
  status: 'active' | 'revoked' = 'active',
): void {
  const codeHash = keyedHash(secret, 'access-code', code);
  database.orm.insert(accessCodes).values({ codeHash, caseId, waveId, status, issuedOn: '2026-08-25' }).run();
}

function addCase(
  database: FieldworkDatabase,
  waveId: string,
  { caseId, stratum }: InvitedCase,
  drawRank: number,
): void {
  const drawn = { drawRank, replicate: 0, selectionProbability: 0.1, released: true };
  const status: CaseStatus = 'invited';
  database.orm
    .insert(cases)
    .values({ caseId, waveId, stratum, district: 5, status, ...drawn })
    .run();
  const address = {
    street: 'Łęgowa',
    houseNumber: '1',
    flatNumber: '',
    postcode: '30-001',
    locality: 'Kraków',
  };
  database.orm
    .insert(identities)
    .values({
      caseId,
      unitId: `R${caseId}`,
      givenName: 'Żaneta',
      familyName: 'Gżegżółka',
      ...address,
      phone: '',
      language: 'pl',
    })
    .run();
}
