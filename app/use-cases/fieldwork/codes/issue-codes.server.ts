import { dayIn } from '#core/fieldwork/wave-time.ts';
import type { FramePerson } from '#core/frame/frame-person.ts';
import { makeAccessCode } from '#core/sampling/access-code.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { IdentityRow } from '#db/fieldwork/queries/codes.ts';
import type { CaseRow } from '#db/fieldwork/queries/resident.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import { keyedHash } from '../../../sealing.server.ts';
import { entryOf, type Outcome, type StaffAct } from '../../staff-act.ts';
import { entitledToCode, invitable } from '../../wave/code-standing.ts';
import { isFieldworkOver } from '../../wave/wave-moment.ts';

/** A code with all that a letter needs. It exists here and on paper; the database keeps its keyed hash. */
export interface IssuedCode
  extends Pick<
    FramePerson,
    | 'givenName'
    | 'familyName'
    | 'street'
    | 'houseNumber'
    | 'flatNumber'
    | 'postcode'
    | 'locality'
    | 'language'
  > {
  caseId: string;
  code: string;
}

type SecretAct = StaffAct & { secret: Buffer };

type WaveRefusal = 'unknown-wave' | 'not-drawn' | 'wave-closed' | 'fieldwork-over';

export type IssueRefusal = WaveRefusal | 'nobody-without-code';

/**
 * Makes a code for every released case that may still answer and has none, in one transaction: a code that
 * was stored and not handed out would lock its person out. The first code freezes the wave's questionnaire.
 */
export function issueCodes(
  database: FieldworkDatabase,
  waveId: string,
  act: SecretAct,
): Outcome<{ codes: IssuedCode[] }, IssueRefusal> {
  return issueCodesTo(database, waveId, act, () => database.codes.peopleWithoutCode(waveId, invitable));
}

/** The same for some of them: `choose` is asked once nothing speaks against issuing. */
export function issueCodesTo(
  database: FieldworkDatabase,
  waveId: string,
  act: SecretAct,
  choose: () => IdentityRow[],
): Outcome<{ codes: IssuedCode[] }, IssueRefusal> {
  return database.transact(() => {
    const wave = database.waves.wave(waveId);
    const refusal = refusalOf(wave, act.now);
    if (!wave || refusal) return { ok: false, reason: refusal ?? 'unknown-wave' };
    const people = choose();
    if (people.length === 0) return { ok: false, reason: 'nobody-without-code' };
    database.waves.freezeQuestionnaire(wave.questionnaireVersion);
    const codes = people.map((person) => storeCode(database, wave, person, act));
    database.audit.record(entryOf(act, 'codes-issued', waveId, { codes: codes.length }));
    return { ok: true, codes };
  });
}

/** Takes a case's code back; whoever is inside with it is outside at once. */
export function revokeCode(
  database: FieldworkDatabase,
  caseId: string,
  act: StaffAct,
): Outcome<object, 'unknown-case' | 'no-code'> {
  return database.transact(() => {
    const { wave } = caseAndWave(database, caseId);
    if (!wave) return { ok: false, reason: 'unknown-case' };
    if (!takeCodeBack(database, caseId, wave, act)) return { ok: false, reason: 'no-code' };
    database.audit.record(entryOf(act, 'code-revoked', wave.waveId, { caseId }));
    return { ok: true };
  });
}

/** A new code for someone who lost the letter or fears that another person saw it; the draft is kept. */
export function replaceCode(
  database: FieldworkDatabase,
  caseId: string,
  act: SecretAct,
): Outcome<
  { issued: IssuedCode },
  'unknown-case' | 'not-released' | 'case-finished' | 'identity-destroyed' | WaveRefusal
> {
  return database.transact(() => {
    const { residentCase, wave } = caseAndWave(database, caseId);
    if (!residentCase || !wave) return { ok: false, reason: 'unknown-case' };
    const refusal = refusalOf(wave, act.now);
    if (refusal) return { ok: false, reason: refusal };
    if (!residentCase.released) return { ok: false, reason: 'not-released' };
    const person = database.codes.identity(caseId);
    if (!person) return { ok: false, reason: 'identity-destroyed' };
    if (!entitledToCode.includes(residentCase.status)) return { ok: false, reason: 'case-finished' };
    takeCodeBack(database, caseId, wave, act);
    database.waves.freezeQuestionnaire(wave.questionnaireVersion);
    const issued = storeCode(database, wave, person, act);
    database.audit.record(entryOf(act, 'code-replaced', wave.waveId, { caseId }));
    return { ok: true, issued };
  });
}

function refusalOf(wave: WaveRow | undefined, now: number): WaveRefusal | null {
  if (!wave) return 'unknown-wave';
  if (wave.status === 'planned') return 'not-drawn';
  if (wave.status !== 'sampled' && wave.status !== 'open') return 'wave-closed';
  return isFieldworkOver(wave, now) ? 'fieldwork-over' : null;
}

function caseAndWave(
  database: FieldworkDatabase,
  caseId: string,
): { residentCase?: CaseRow; wave?: WaveRow } {
  const residentCase = database.residents.case(caseId);
  return residentCase ? { residentCase, wave: database.waves.wave(residentCase.waveId) } : {};
}

/** Revokes the active code of a case, and ends its sessions; false when there is none. */
export function takeCodeBack(
  database: FieldworkDatabase,
  caseId: string,
  wave: Pick<WaveRow, 'timeZone'>,
  act: StaffAct,
): boolean {
  const revoked = database.codes.revokeActive(caseId);
  if (revoked) {
    database.residents.endSessionsOfCase(caseId);
    database.residents.recordEvent(caseId, 'code-revoked', dayIn(act.now, wave.timeZone));
  }
  return revoked;
}

function storeCode(
  database: FieldworkDatabase,
  { waveId, timeZone }: WaveRow,
  { phone: _, ...person }: IdentityRow,
  { now, secret, randomBytes }: SecretAct,
): IssuedCode {
  const code = makeAccessCode(randomBytes);
  const issuedOn = dayIn(now, timeZone);
  const codeHash = keyedHash(secret, 'access-code', code);
  database.codes.addCode({ codeHash, caseId: person.caseId, waveId, issuedOn });
  database.residents.recordEvent(person.caseId, 'code-issued', issuedOn);
  return { ...person, code };
}
