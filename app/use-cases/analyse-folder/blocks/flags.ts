import { type Difference, studentTail } from '#core/estimation/difference.ts';
import { conservativeBurden } from '#core/flagging/burden.ts';
import { adjustOver } from '#core/flagging/district-test.ts';
import type { FlagKind } from '#core/flagging/flag.ts';
import { type EarlierWave, indexFigures } from '#core/flagging/wave-figures.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import { type FlagEvidence, flagEvidence } from '../as-in-r/flag-evidence.ts';
import { type FlagSettings, flagFiguresOf, flagRuleOf } from '../as-in-r/flag-figures.ts';
import type { Block, FolderAnalysis, OutputCell } from '../block.ts';
import { gapNameOf } from '../waves/wave-figures.ts';

const columns = [
  ...['wave', 'item', 'district', 'n', 'est', 'se_est', 'degf', 'diff', 'se', 'df', 'gap', 'gap_se'],
  ...['p_level0', 'p_levelD', 'p_abs', 'p_gap', 'q_level0', 'q_levelD', 'q_abs', 'q_gap'],
  ...['chg', 'chg_se', 'chg_df', 'rel', 'rel_se', 'rel_df', 'q_chg', 'q_rel'],
  ...['deterioration', 'level', 'absolute', 'gapflag', 'burden90'],
];

/**
 * The district rule in every wave, each against the wave before it, with the evidence of every test. An empty
 * cell is something that was not tested: a flag that is neither raised nor denied.
 */
export const flagsBlock: Block = (analysis) => {
  const { flags } = analysis.settings;
  if (!flags) return [];
  const rule = flagRuleOf(flags);
  const figures = analysis.waves.flatMap((wave) => {
    const found = wave.figures(flags.design);
    return found ? [flagFiguresOf(wave.wave, found, rule)] : [];
  });
  const rows = figures.flatMap((now, index) => rowsOf(analysis, flags, now, figures[index - 1] ?? null));
  if (rows.length === 0) return [];
  const concerned = figures.flatMap((now) => concernedRows(analysis, now));
  return [
    { name: 'flags', columns, rows },
    { name: 'concerned', columns: ['wave', 'item', 'district', 'base_share', 'people90'], rows: concerned },
  ];
};

/**
 * How many people of each district stand at least above the rest: of those whom the item is about. `burden90`
 * counts all residents, as the reference does.
 */
function concernedRows(analysis: FolderAnalysis, now: EarlierWave): OutputCell[][] {
  const populations = populationsOf(analysis);
  const { contrast, estimate } = indexFigures(now);
  const { items } = analysis.settings.flags ?? { items: [] };
  return items.flatMap((item) =>
    analysis.districts.flatMap((district, index): OutputCell[][] => {
      const domain = districtKey(index + 1);
      const baseShare = estimate(item, domain)?.baseShare;
      if (baseShare === undefined) return [];
      const population = populations.get(district.name);
      const concerned = population === undefined ? undefined : population * baseShare;
      const people = burdenOf(contrast('vs-rest', item, domain) ?? null, concerned);
      return [[Number(now.waveId), item, district.name, baseShare, people ?? '']];
    }),
  );
}

function rowsOf(
  analysis: FolderAnalysis,
  flags: FlagSettings,
  now: EarlierWave,
  before: EarlierWave | null,
): OutputCell[][] {
  const numbers = analysis.districts.map((_, position) => position + 1);
  const evidence = flagEvidence(now, before, gapNameOf(analysis) ?? '', numbers, now.rule);
  const levels = [
    tailsOf(evidence, 'level', ({ versusRest }) => versusRest, 0),
    tailsOf(evidence, 'level', ({ versusRest }) => versusRest, flags.level_margin),
    tailsOf(evidence, 'absolute', ({ estimate }) => estimate, flags.absolute_threshold),
    tailsOf(evidence, 'gap', ({ gapVersusRest }) => gapVersusRest, 0),
  ];
  const changes = [
    tailsOf(evidence, 'deterioration', ({ change }) => change, 0),
    tailsOf(evidence, 'deterioration', ({ relativeChange }) => relativeChange, 0),
  ];
  const populations = populationsOf(analysis);
  return evidence.map((member): OutputCell[] => {
    const { item, n, estimate, versusRest, gapVersusRest, change, relativeChange } = member;
    const domain = analysis.districts[member.district - 1]?.name ?? '';
    const hasBase = n >= flags.min_n;
    if (!hasBase) {
      analysis.note({ rule: 'below-minimum', block: 'flags', wave: now.waveId, domain, item });
    }
    return [
      ...[Number(now.waveId), item, domain, n],
      ...cellsOf(estimate),
      ...cellsOf(versusRest),
      ...cellsOf(gapVersusRest).slice(0, 2),
      ...levels.map((tails) => tails.get(member)?.p),
      ...levels.map((tails) => tails.get(member)?.q),
      ...cellsOf(change),
      ...cellsOf(relativeChange),
      ...changes.map((tails) => tails.get(member)?.q),
      alertOf(member, 'deterioration'),
      (hasBase && member.test('level')?.severity) || 'insufficient',
      alertOf(member, 'absolute', hasBase),
      alertOf(member, 'gap', hasBase),
      burdenOf(versusRest, populations.get(domain)),
    ].map((cell) => cell ?? '');
  });
}

/** p and q of every member of one kind's family: those that have what is tested. */
function tailsOf(
  evidence: readonly FlagEvidence[],
  kind: FlagKind,
  differenceOf: (member: FlagEvidence) => Difference | null,
  margin: number,
): Map<FlagEvidence, { p: number; q: number }> {
  const family = evidence.flatMap((member) => {
    const difference = differenceOf(member);
    return difference && member.test(kind) ? [{ member, p: studentTail(difference, margin) }] : [];
  });
  const q = adjustOver(family, ({ p }) => p);
  return new Map(family.map(({ member, p }, position) => [member, { p, q: q[position] as number }]));
}

function cellsOf(difference: Difference | null): (number | undefined)[] {
  return [difference?.difference, difference?.standardError, difference?.degreesOfFreedom];
}

function alertOf(member: FlagEvidence, kind: FlagKind, hasBase = true): number | undefined {
  const test = member.test(kind);
  return test ? Number(hasBase && test.severity === 'alert') : undefined;
}

function burdenOf(versusRest: Difference | null, population: number | undefined): number | undefined {
  return versusRest && population !== undefined ? conservativeBurden(versusRest, population) : undefined;
}

function populationsOf({ folder, settings }: FolderAnalysis): Map<string, number> {
  const at = settings.strata.indexOf(settings.district);
  const names = folder.levels.get(settings.district) ?? [];
  const populations = new Map<string, number>();
  for (const { levels, population } of folder.population ?? []) {
    const name = names[levels[at] as number] ?? '';
    populations.set(name, (populations.get(name) ?? 0) + population);
  }
  return populations;
}
