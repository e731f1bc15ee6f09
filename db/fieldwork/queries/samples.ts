import type { OpenDatabase } from '../../open.ts';

export interface DrawnCaseRow {
  caseId: string;
  unitId: string;
  stratum: string;
  district: number;
  rank: number;
  replicate: number;
  selectionProbability: number;
}

export interface ReplicateRow {
  /** 0 is the main sample. */
  replicate: number;
  cases: number;
  released: number;
}

/**
 * Writing and reading a drawn sample. Statements are plain SQL: a draw writes hundreds of thousands of rows.
 */
export function sampleQueries({ sqlite }: OpenDatabase) {
  const insertCase = sqlite.prepare(
    `INSERT INTO cases (case_id, wave_id, stratum, district, draw_rank, replicate,
       selection_probability, released, status)
     VALUES (@caseId, @waveId, @stratum, @district, @rank, @replicate,
       @selectionProbability, @replicate = 0, 'drawn')`,
  );
  const copyIdentity = sqlite.prepare(
    `INSERT INTO identities (case_id, unit_id, given_name, family_name, street, house_number, flat_number, postcode,
       locality, phone, language)
     SELECT @caseId, unit_id, given_name, family_name, street, house_number, flat_number, postcode, locality, phone,
       language FROM frame_units WHERE frame_id = @frameId AND unit_id = @unitId`,
  );
  const someCases = `SELECT case_id FROM cases WHERE wave_id = @waveId LIMIT @atMost`;
  const deleteIdentities = sqlite.prepare(`DELETE FROM identities WHERE case_id IN (${someCases})`);
  const deleteCases = sqlite.prepare(`DELETE FROM cases WHERE case_id IN (${someCases})`);
  const deleteStrata = sqlite.prepare('DELETE FROM strata WHERE wave_id = ?');
  const replicates = sqlite.prepare(
    `SELECT replicate, sum(cases) AS cases, sum(released * cases) AS released
     FROM case_counts WHERE wave_id = ? GROUP BY replicate HAVING sum(cases) > 0 ORDER BY replicate`,
  );
  const reserves = sqlite.prepare(
    `SELECT district, sum(cases) AS cases FROM case_counts WHERE wave_id = ? AND released = 0
     GROUP BY district HAVING sum(cases) > 0`,
  );
  const release = sqlite.prepare('UPDATE cases SET released = 1 WHERE wave_id = ? AND replicate = ?');
  const setProbabilities = sqlite.prepare(
    `UPDATE cases SET selection_probability = issued.size * 1.0 / issued.population
     FROM (SELECT strata.stratum, strata.population, count(*) AS size
           FROM cases JOIN strata ON strata.wave_id = cases.wave_id AND strata.stratum = cases.stratum
           WHERE cases.wave_id = @waveId AND cases.released = 1
           GROUP BY strata.stratum) AS issued
     WHERE cases.wave_id = @waveId AND cases.released = 1 AND cases.stratum = issued.stratum`,
  );

  return {
    /** Adds a drawn person with name and address from the frame; only the main sample is released. */
    addCase(waveId: string, frameId: number, { unitId, ...row }: DrawnCaseRow): void {
      insertCase.run({ waveId, ...row });
      const { changes } = copyIdentity.run({ caseId: row.caseId, frameId, unitId });
      if (changes !== 1) throw new Error('addCase requires a unit of the frame');
    },
    /** Deletes up to so many cases of a draw that was broken off; returns how many it deleted. */
    deleteCases(waveId: string, atMost: number): number {
      deleteIdentities.run({ waveId, atMost });
      return deleteCases.run({ waveId, atMost }).changes;
    },
    deleteStrata(waveId: string): void {
      deleteStrata.run(waveId);
    },
    /** The main sample and each reserve replicate with its size. */
    replicates: (waveId: string): ReplicateRow[] => replicates.all(waveId) as ReplicateRow[],
    /** Cases that are not released yet, by district. */
    reserves: (waveId: string): Map<number, number> =>
      new Map(
        (reserves.all(waveId) as { district: number; cases: number }[]).map(({ district, cases }) => [
          district,
          cases,
        ]),
      ),
    /**
     * Releases a replicate; in each stratum the probability of the released is then their number by its
     * population.
     */
    release(waveId: string, replicate: number): number {
      const { changes } = release.run(waveId, replicate);
      setProbabilities.run({ waveId });
      return changes;
    },
  };
}
