import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { analysedCase, expectSameRows } from '#tests/support/analysed-reference.ts';

it('gives the hexagons of R: pins, people, what may be shown and Gi*', () => {
  expectSameRows(analysedCase('case-A').rows('hex'), 'case-A/spatial/expected_hex.csv', { keys: ['hex'] });
});

it.each([
  ['dbscan', ['pin_id', 'cluster', 'core']],
  ['dbscan_summary', ['cluster', 'n_pins', 'n_core', 'n_resp']],
  ['kde', ['gx', 'gy']],
  ['place_test', ['hex', 'M', 'U', 'k_resp_unsafe', 'flag']],
])('gives the %s of R', (name, keys) => {
  expectSameRows(analysedCase('case-A').rows(name), `case-A/spatial/expected_${name}.csv`, { keys });
});

it.each(['allocation', 'sample'])('gives the %s of the reference draw, unit by unit', (name) => {
  const rows = analysedCase('case-A').rows(name);
  const keys = Object.keys(rows[0] ?? {});
  expectSameRows(rows, `case-A/sampling/expected_${name}.csv`, { keys });
});

it('gives the outcome rates of R', () => {
  expectSameRows(analysedCase('case-A').rows('aapor'), 'case-A/expected_aapor.csv');
});

it('says in its report that hexagons, clusters and densities must not decide what is flagged', () => {
  const report = readFileSync(join(analysedCase('case-A').output, 'report.json'), 'utf8');
  expect(report).toContain('display-only');
  expect(report).toContain('must not decide what is flagged');
});
