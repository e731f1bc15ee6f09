import { and, count, desc, eq, getTableColumns } from 'drizzle-orm';
import { inflated } from '../../deflated.ts';
import type { OpenDatabase } from '../../open.ts';
import {
  analysisRuns,
  type answerColumns,
  publications,
  responses,
  weightRuns,
} from '../schema/responses.ts';

export type ResponseRow = typeof responses.$inferSelect;
export type RespondentRow = Pick<ResponseRow, 'responseId' | 'stratum' | 'district' | 'mode'>;
/** The answers to one question, packed. */
export type AnswerColumnRow = Omit<typeof answerColumns.$inferSelect, 'waveId'>;
export type WeightRunRow = typeof weightRuns.$inferSelect;
export type AnalysisRunRow = typeof analysisRuns.$inferSelect;
export type PublicationRow = typeof publications.$inferSelect;
/** All of a publication but its documents, which are megabytes. */
export type PublicationHead = Omit<PublicationRow, 'document' | 'exact'>;

/** Responses after the freeze, and the versioned runs made of them. */
export function analysisQueries({ orm, sqlite }: OpenDatabase) {
  const { document: _document, exact: _exact, ...head } = getTableColumns(publications);
  const insertWeight = sqlite.prepare(
    'INSERT INTO weights (run_id, response_id, base, nonresponse, final) VALUES (?, ?, ?, ?, ?)',
  );
  const weightsOfRun = sqlite.prepare(
    'SELECT base, nonresponse, final FROM weights WHERE run_id = ? ORDER BY response_id',
  );
  const respondents = sqlite.prepare(`
    SELECT response_id AS responseId, stratum, district, mode
    FROM responses WHERE wave_id = ? ORDER BY response_id`);
  const columns = sqlite.prepare(
    'SELECT position, variable, packed FROM answer_columns WHERE wave_id = ? ORDER BY position',
  );
  const column = sqlite
    .prepare('SELECT packed FROM answer_columns WHERE wave_id = ? AND variable = ?')
    .pluck();
  const responseLines = sqlite
    .prepare(`
    SELECT stratum || ' ' || district || ' ' || mode || ' ' || completeness
    FROM responses WHERE wave_id = ? ORDER BY response_id`)
    .pluck();
  return {
    /**
     * The respondents of a wave in the order of their ids, which says nothing about when they came.
     */
    respondents: (waveId: string) => respondents.all(waveId) as RespondentRow[],
    /** Every question's answers, packed, in the order of `respondents`. */
    answerColumns: (waveId: string): AnswerColumnRow[] =>
      (columns.all(waveId) as AnswerColumnRow[]).map((row) => ({ ...row, packed: inflated(row.packed) })),
    /** One question's answers. */
    answerColumn(waveId: string, variable: string): Buffer | undefined {
      const packed = column.get(waveId, variable) as Buffer | undefined;
      return packed && inflated(packed);
    },
    /** What a digest of the responses says before their answers, one line each, in the same order. */
    responseLines: (waveId: string) => responseLines.iterate(waveId) as IterableIterator<string>,
    responseCount: (waveId: string): number =>
      orm.select({ n: count() }).from(responses).where(eq(responses.waveId, waveId)).get()?.n ?? 0,
    addWeightRun(
      run: Omit<WeightRunRow, 'runId'>,
      rows: Iterable<{ responseId: Buffer; base: number; nonresponse: number; final: number }>,
    ): number {
      const runId = Number(orm.insert(weightRuns).values(run).run().lastInsertRowid);
      for (const row of rows) insertWeight.run(runId, row.responseId, row.base, row.nonresponse, row.final);
      return runId;
    },
    newestWeightRun: (waveId: string): WeightRunRow | undefined =>
      orm
        .select()
        .from(weightRuns)
        .where(eq(weightRuns.waveId, waveId))
        .orderBy(desc(weightRuns.runId))
        .limit(1)
        .get(),
    /** In the order of `responses`. */
    weights: (runId: number) =>
      weightsOfRun.all(runId) as { base: number; nonresponse: number; final: number }[],
    addAnalysis: (run: Omit<AnalysisRunRow, 'runId'>): number =>
      Number(orm.insert(analysisRuns).values(run).run().lastInsertRowid),
    analysisRun: (runId: number): AnalysisRunRow | undefined =>
      orm.select().from(analysisRuns).where(eq(analysisRuns.runId, runId)).get(),
    /** The run that the newest publication of a wave was made of. */
    publishedAnalysis: (waveId: string): AnalysisRunRow | undefined =>
      orm
        .select(getTableColumns(analysisRuns))
        .from(publications)
        .innerJoin(analysisRuns, eq(analysisRuns.runId, publications.analysisRunId))
        .where(eq(publications.waveId, waveId))
        .orderBy(desc(publications.number))
        .limit(1)
        .get(),
    newestAnalysis: (waveId: string): AnalysisRunRow | undefined =>
      orm
        .select()
        .from(analysisRuns)
        .where(eq(analysisRuns.waveId, waveId))
        .orderBy(desc(analysisRuns.runId))
        .limit(1)
        .get(),
    publications: (waveId: string): PublicationRow[] =>
      orm
        .select()
        .from(publications)
        .where(eq(publications.waveId, waveId))
        .orderBy(desc(publications.number))
        .all(),
    publicationHeads: (waveId: string): PublicationHead[] =>
      orm
        .select(head)
        .from(publications)
        .where(eq(publications.waveId, waveId))
        .orderBy(desc(publications.number))
        .all(),
    publication: (waveId: string, number: number): PublicationRow | undefined =>
      orm
        .select()
        .from(publications)
        .where(and(eq(publications.waveId, waveId), eq(publications.number, number)))
        .get(),
    addPublication(row: PublicationRow): void {
      orm.insert(publications).values(row).run();
    },
  };
}
