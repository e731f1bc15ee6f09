import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { waves } from '#app/use-cases/results/published/published-results.server.ts';
import { openResults, type ResultsDatabase } from '#db/results/database.ts';
import { testFolder } from '#tests/support/database.ts';
import { aProposal, step } from '#tests/support/intervention-city.ts';
import { receiveTrusted, testCorrection, testPublication } from '#tests/support/results.ts';

const act = { actor: 'test', now: Date.UTC(2026, 5, 30) };
const first = testPublication();

const acts: [name: string, act: (database: ResultsDatabase) => unknown][] = [
  ['a publication arrives', (database) => receiveTrusted(database, first, act)],
  ['a correction arrives', (database) => receiveTrusted(database, testCorrection(first), act)],
  ['an intervention is proposed', (database) => aProposal(database, { day: '2026-07-01' })],
  [
    'it is dropped',
    (database) => {
      const [row] = database.interventions.all();
      return row && step(database, row.interventionId, 'dropped', '2026-07-02', 'no money');
    },
  ],
];

describe('the state of the results', () => {
  it.each(['this process', 'another'])(
    'is another one after every act of %s, and the same while it is read',
    (who) => {
      const file = join(testFolder(), 'results.sqlite');
      const [reader, other] = [openResults(file), openResults(file)];
      const actor = who === 'another' ? other : reader;
      const seen = new Set([reader.state()]);
      for (const [name, perform] of acts) {
        perform(actor);
        const state = reader.state();
        expect(seen.has(state), name).toBe(false);
        seen.add(state);
        waves(reader);
        waves(other);
        expect(reader.state(), name).toBe(state);
      }
      for (const database of [reader, other]) database.close();
    },
  );
});
