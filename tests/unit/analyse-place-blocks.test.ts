import { expect, it } from 'vitest';
import type { FolderAnalysis, OutputTable } from '#app/use-cases/analyse-folder/block.ts';
import { aaporBlock } from '#app/use-cases/analyse-folder/blocks/aapor.ts';
import { dbscanBlock } from '#app/use-cases/analyse-folder/blocks/places/dbscan.ts';
import { hexBlock } from '#app/use-cases/analyse-folder/blocks/places/hex.ts';
import { kdeBlock } from '#app/use-cases/analyse-folder/blocks/places/kde.ts';
import { placeTestBlock } from '#app/use-cases/analyse-folder/blocks/places/place-test.ts';
import { sampleBlock } from '#app/use-cases/analyse-folder/blocks/sample.ts';
import type { DispositionTable, PinTable } from '#app/use-cases/analyse-folder/folder.ts';
import type { AnalysisNote } from '#app/use-cases/analyse-folder/notes.ts';

const places = {
  width: 1000,
  height: 800,
  hex_circumradius: 120,
  publish_min_respondents: 5,
  kde_bandwidth: 150,
  dbscan: { eps: 80, min_points: 3 },
  test: { min_pairs: 10, min_unsafe_respondents: 5, q: 0.05 },
};

/** What the blocks of places and outcomes use of an analysis. */
function analysisOf(folder: { pins?: PinTable; dispositions?: DispositionTable }) {
  const notes: AnalysisNote[] = [];
  const settings = { district: 'district', waves: [1], places };
  const note = (one: AnalysisNote) => notes.push(one);
  return { notes, analysis: { folder, settings, note } as unknown as FolderAnalysis };
}

function pinTable(points: readonly { x: number; y: number; unsafe: boolean }[]): PinTable {
  return {
    rows: points.length,
    pinId: points.map((_, index) => `P${index}`),
    respondent: points.map((_, index) => `R${index}`),
    unsafe: Uint8Array.from(points, ({ unsafe }) => Number(unsafe)),
    x: Float64Array.from(points, ({ x }) => x),
    y: Float64Array.from(points, ({ y }) => y),
    weight: new Float64Array(points.length).fill(1),
  };
}

const column = ({ columns, rows }: OutputTable, name: string) =>
  rows.map((row) => row[columns.indexOf(name)]);

it('Gi* of a map that is the same everywhere is NA, and the report says why', () => {
  const { analysis, notes } = analysisOf({ pins: pinTable([]) });
  const [table] = hexBlock(analysis) as [OutputTable];
  expect(new Set(column(table, 'gistar_excess_ring1'))).toEqual(new Set([null]));
  expect(notes).toContainEqual({ rule: 'no-spread', block: 'hex', item: 'gistar_excess_ring1' });
});

it('a wave without pins has no clusters, no density and no flagged hexagon', () => {
  const { analysis } = analysisOf({ pins: pinTable([]) });
  expect(dbscanBlock(analysis).map(({ rows }) => rows)).toEqual([[], []]);
  expect(new Set(column(kdeBlock(analysis)[0] as OutputTable, 'gauss'))).toEqual(new Set([0]));
  expect(new Set(column(placeTestBlock(analysis)[0] as OutputTable, 'flag'))).toEqual(new Set([0]));
});

it('a window that has too few pairs for the test has empty cells', () => {
  const { analysis } = analysisOf({ pins: pinTable([{ x: 500, y: 400, unsafe: true }]) });
  const [table] = placeTestBlock(analysis) as [OutputTable];
  expect(column(table, 'M')).toContain(1);
  expect(new Set([...column(table, 'p'), ...column(table, 'q_bh')])).toEqual(new Set(['']));
});

it('rates of a district without cases are NA, and the report says why', () => {
  const { analysis, notes } = analysisOf({
    dispositions: {
      rows: 2,
      caseId: ['A', 'B'],
      wave: Int32Array.of(1, 1),
      variables: new Map([['district', { levels: ['D01', 'D02'], codes: Int32Array.of(0, 0) }]]),
      stratum: { levels: ['D01'], codes: Int32Array.of(0, 0) },
      outcome: ['I', 'NE'],
    },
  });
  const [table] = aaporBlock(analysis) as [OutputTable];
  const figureOf = (domain: string, stat: string) =>
    table.rows.find((row) => row[2] === domain && row[5] === stat)?.[6];
  expect([figureOf('D01', 'e'), figureOf('D01', 'RR1'), figureOf('city', 'NE')]).toEqual([0.5, 1, 1]);
  expect([figureOf('D02', 'I'), figureOf('D02', 'RR1')]).toEqual([0, null]);
  expect(notes).toContainEqual({ rule: 'no-cases', block: 'aapor', wave: 1, domain: 'D02' });
});

it('a folder that lacks pins, cases or a frame has none of these parts', () => {
  const { analysis } = analysisOf({});
  for (const block of [hexBlock, dbscanBlock, kdeBlock, placeTestBlock, aaporBlock, sampleBlock]) {
    expect(block(analysis)).toEqual([]);
  }
});
