import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawSample } from '#core/sampling/draw.ts';
import { referenceRows } from '#tests/support/reference.ts';

interface DrawConfiguration {
  seed: string;
  n_district: number;
  n_rep: number;
}

/**
 * The reference was drawn in Python. Its strata (`D03|65+|F`) have other age bands than ours; the bands are
 * renamed here one to one, in the same order, so that ties by key fall alike.
 */
const renamed: Record<string, string> = {
  '16-29': '18-24',
  '30-44': '25-34',
  '45-64': '35-44',
  '65+': '45-54',
};
const ourKey = (key: string) => key.replace(/\|([^|]+)\|/, (_, band: string) => `|${renamed[band] ?? band}|`);

const configuration = JSON.parse(
  readFileSync('tests/validation/reference/case-A/sampling/config.json', 'utf8'),
) as DrawConfiguration;
const frame = referenceRows('case-A/sampling/frame.csv').map((row) => ({
  unitId: row.unit_id ?? '',
  stratum: ourKey(row.stratum ?? ''),
}));
const parameters = {
  seed: configuration.seed,
  mainPerDistrict: configuration.n_district,
  replicatePerDistrict: configuration.n_rep,
  reserveReplicates: 2,
  minimumPerStratum: 2,
};

describe('the draw of the reference frame', () => {
  const sample = drawSample(frame, parameters);

  it('allocates as the reference does, stratum by stratum', () => {
    const expected = referenceRows('case-A/sampling/expected_allocation.csv').map((row) => [
      ourKey(row.stratum ?? ''),
      Number(row.N),
      Number(row.n_main),
      Number(row.n_rep),
    ]);
    const drawn = sample.strata.map((stratum) => [
      stratum.key,
      stratum.population,
      stratum.mainSize,
      stratum.replicateSize,
    ]);
    expect(drawn).toEqual(expected);
  });

  it('draws the same people in the same order with the same random numbers', () => {
    const role = ['main', 'R1', 'R2'];
    const expected = referenceRows('case-A/sampling/expected_sample.csv').map((row) =>
      [row.unit_id, ourKey(row.stratum ?? ''), row.rank, row.role, row.hmac_sha256].join(' '),
    );
    const drawn = sample.cases.map((drawnCase) =>
      [drawnCase.unitId, drawnCase.stratum, drawnCase.rank, role[drawnCase.replicate], drawnCase.hmac].join(
        ' ',
      ),
    );
    expect(drawn.sort()).toEqual(expected.sort());
  });

  it('invariant 9: is the same whatever the order of the frame', () => {
    const reversed = drawSample([...frame].reverse(), parameters);
    expect(reversed).toEqual(sample);
    const another = drawSample(frame, { ...parameters, seed: 'another wave' });
    expect(another.cases.map(({ unitId }) => unitId)).not.toEqual(sample.cases.map(({ unitId }) => unitId));
  });
});
