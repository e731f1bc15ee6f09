import { desc, eq, sql } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import { educationMargins, frames, jobs, questionnaires, strata, waves } from '../schema/waves.ts';

export type WaveRow = typeof waves.$inferSelect;
export type WaveStatus = WaveRow['status'];
export type QuestionnaireRow = typeof questionnaires.$inferSelect;
export type StratumRow = typeof strata.$inferSelect;

export function waveQueries({ orm }: OpenDatabase) {
  const byId = orm
    .select()
    .from(waves)
    .where(eq(waves.waveId, sql.placeholder('waveId')))
    .prepare();
  const questionnaireByVersion = orm
    .select()
    .from(questionnaires)
    .where(eq(questionnaires.version, sql.placeholder('version')))
    .prepare();
  const digestByVersion = orm
    .select({ sha256: questionnaires.sha256 })
    .from(questionnaires)
    .where(eq(questionnaires.version, sql.placeholder('version')))
    .prepare();
  return {
    wave: (waveId: string): WaveRow | undefined => byId.get({ waveId }),
    newestFirst: (): WaveRow[] => orm.select().from(waves).orderBy(desc(waves.waveId)).all(),
    addWave(wave: WaveRow): void {
      orm.insert(waves).values(wave).run();
    },
    updateWave(waveId: string, change: Partial<WaveRow>): void {
      orm.update(waves).set(change).where(eq(waves.waveId, waveId)).run();
    },
    /** With what belongs to a wave that has no cases; frames must have no people any more. */
    deleteWave(waveId: string): void {
      for (const table of [jobs, frames, educationMargins, strata, waves]) {
        orm.delete(table).where(eq(table.waveId, waveId)).run();
      }
    },
    questionnaire: (version: string): QuestionnaireRow | undefined => questionnaireByVersion.get({ version }),
    /** Enough to recognise a definition that was read before: the definition itself takes long to read. */
    questionnaireDigest: (version: string): string | undefined => digestByVersion.get({ version })?.sha256,
    questionnaires: (): Omit<QuestionnaireRow, 'definition'>[] =>
      orm
        .select({
          version: questionnaires.version,
          status: questionnaires.status,
          sha256: questionnaires.sha256,
          importedAt: questionnaires.importedAt,
        })
        .from(questionnaires)
        .orderBy(desc(questionnaires.importedAt))
        .all(),
    putQuestionnaire(questionnaire: QuestionnaireRow): void {
      orm
        .insert(questionnaires)
        .values(questionnaire)
        .onConflictDoUpdate({ target: questionnaires.version, set: questionnaire })
        .run();
    },
    freezeQuestionnaire(version: string): void {
      orm.update(questionnaires).set({ status: 'frozen' }).where(eq(questionnaires.version, version)).run();
    },
    educationMargins: (waveId: string) =>
      orm.select().from(educationMargins).where(eq(educationMargins.waveId, waveId)).all(),
    putEducationMargins(waveId: string, populations: readonly number[]): void {
      orm.delete(educationMargins).where(eq(educationMargins.waveId, waveId)).run();
      const rows = populations.map((population, index) => ({ waveId, education: index + 1, population }));
      orm.insert(educationMargins).values(rows).run();
    },
    strata: (waveId: string): StratumRow[] =>
      orm.select().from(strata).where(eq(strata.waveId, waveId)).orderBy(strata.stratum).all(),
    addStrata(rows: readonly StratumRow[]): void {
      for (const row of rows) orm.insert(strata).values(row).run();
    },
  };
}
