import { type RaoScottTest, raoScott } from '#core/estimation/variance/rao-scott.ts';
import { pairsOfWaves } from '../as-in-r/comparisons.ts';
import { stackWaves } from '../as-in-r/stacked-waves.ts';
import type { Block, FolderAnalysis, OutputCell, WaveAnalysis } from '../block.ts';
import type { Domain } from '../domains.ts';
import { longRows, longTable, type RowKey } from '../long-table.ts';

/** The second variable of an association that means: did the answers change between waves? */
const betweenWaves = 'wave';

/**
 * Rao and Scott's tests of the associations of the settings: within each wave in the city, between waves in
 * every district too.
 */
export const raoScottBlock: Block = (analysis) => {
  const [designName] = analysis.comparedDesigns;
  if (designName === undefined) return [];
  const pairs = associationsOf(analysis);
  const rows = [
    ...analysis.waves.flatMap((wave) => {
      const design = wave.design(designName);
      if (!design) return [];
      return pairs
        .filter(([, second]) => second !== betweenWaves)
        .flatMap(([first, second]) => {
          const test = raoScott(
            design,
            levelsOf(analysis, [wave], first),
            levelsOf(analysis, [wave], second),
          );
          const item = `${first}*${second}`;
          return rowsOf(analysis, { design: designName, wave: wave.wave, domain: 'city', item }, test);
        });
    }),
    ...changeRows(
      analysis,
      designName,
      pairs.flatMap(([first, second]) => (second === betweenWaves ? [first] : [])),
    ),
  ];
  return longTable('raoscott', rows);
};

function changeRows(analysis: FolderAnalysis, designName: string, items: readonly string[]): OutputCell[][] {
  return pairsOfWaves(analysis).flatMap((waves) => {
    const stacked = stackWaves(analysis, waves);
    if (!stacked) return [];
    const waveOf = Int32Array.from(waves.flatMap(({ respondents }, index) => Array(respondents).fill(index)));
    return items.flatMap((item) => {
      const levels = levelsOf(analysis, waves, item);
      return [analysis.city, ...analysis.districts].flatMap((domain) => {
        const inside = waves.flatMap((wave) => isInside(wave, domain));
        const own = levels.map((level, i) => (inside[i] ? level : -1));
        const where = {
          design: `stacked_${designName}`,
          wave: stacked.wave,
          domain: domain.name,
          item: `${item}*${betweenWaves}`,
        };
        return rowsOf(analysis, where, raoScott(stacked.design, own, waveOf));
      });
    });
  });
}

/**
 * What is tested when the settings name nothing: who feels unsafe, where people became victims, and whether
 * it changed.
 */
const usualAssociations = [
  ['unsafe_dark', 'sex'],
  ['q2_dark5', 'sex'],
  ['q1_safe5', 'age'],
  ['victim12', 'district'],
  ['q1_safe5', 'district'],
  ['q2_dark5', betweenWaves],
] as const;

/** The pairs of the settings, or those of the usual ones whose variables the folder has. */
function associationsOf({ settings, folder }: FolderAnalysis): readonly (readonly [string, string])[] {
  if (settings.associations) return settings.associations;
  const known = new Set([betweenWaves, ...Object.keys(settings.items), ...folder.levels.keys()]);
  return usualAssociations.filter((pair) => pair.every((name) => known.has(name)));
}

/**
 * Codes of a variable, or of an item in the order of its answers, of one wave after the other; −1 where the
 * answer is missing.
 */
function levelsOf({ settings }: FolderAnalysis, waves: readonly WaveAnalysis[], name: string): Int32Array {
  if (!(name in settings.items)) {
    return Int32Array.from(waves.flatMap((wave) => [...wave.variable(name).codes]));
  }
  const values = waves.flatMap((wave) => [...wave.item(name)]);
  const answers = [...new Set(values)].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const position = new Map(answers.map((value, index) => [value, index]));
  return Int32Array.from(values, (value) => position.get(value) ?? -1);
}

function isInside(wave: WaveAnalysis, { where }: Domain): boolean[] {
  const conditions = Object.entries(where).map(([name, level]) => {
    const { codes, levels } = wave.variable(name);
    return { codes, code: levels.indexOf(level) };
  });
  return Array.from({ length: wave.respondents }, (_, i) =>
    conditions.every(({ codes, code }) => codes[i] === code),
  );
}

function rowsOf(
  analysis: FolderAnalysis,
  where: RowKey & { design: string; item: string },
  test: RaoScottTest | null,
): OutputCell[][] {
  if (!test) analysis.note({ rule: 'no-association', block: 'raoscott', ...where });
  return [
    ...longRows({ ...where, method: 'F' }, [
      ['stat', test?.f],
      ['ndf', test?.numeratorDegreesOfFreedom],
      ['ddf', test?.denominatorDegreesOfFreedom],
      ['p', test?.p],
    ]),
    ...longRows({ ...where, method: 'Chisq' }, [
      ['stat', test?.chiSquare],
      ['df', test?.degreesOfFreedom],
      ['p', test?.firstOrderP],
    ]),
  ];
}
