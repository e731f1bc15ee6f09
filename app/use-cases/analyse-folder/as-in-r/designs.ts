import { type SurveyDesign, surveyDesign } from '#core/estimation/variance/design.ts';
import type { RakingMargin } from '#core/sampling/raking-margin.ts';
import type { WeightKinds } from '../block.ts';
import type { AnalysisFolder } from '../folder.ts';
import type { Noting } from '../notes.ts';
import { rowsOf } from '../waves/combinations.ts';
import { designStrata } from '../waves/design-strata.ts';
import type { WaveMaterial } from '../waves/wave-material.ts';
import { numberOf } from './weight-kinds.ts';

/**
 * How a design is made: from which weights, calibrated to which margins, with the finite population factor or
 * without.
 */
interface DesignPlan {
  weights: string;
  /** A raking or `ps`; null for weights that are treated as fixed. */
  margins: string | null;
  finitePopulation: boolean;
}

/**
 * The designs in the order of the output. `strat_*` take the weights before calibration; `ps`, `*_cal` and
 * `greg*` regress on their margins; `trimcycle_fixed` treats the final weights as fixed, and so does
 * `trimmed_fixed`, where trimming has not settled.
 */
export function designPlans({ settings }: AnalysisFolder, before: string): Map<string, DesignPlan> {
  const finitePopulation = settings.finite_population_correction;
  const plans = new Map<string, DesignPlan>();
  const plan = (name: string, weights: string, margins: string | null) =>
    plans.set(name, { weights, margins, finitePopulation });
  if (finitePopulation) plan('strat_fpc', before, null);
  plans.set('strat_nofpc', { weights: before, margins: null, finitePopulation: false });
  plan('ps', 'ps', 'ps');
  for (const [position, raking] of Object.keys(settings.raking).entries()) {
    plan(`${raking}_cal`, `cal${numberOf(raking)}`, raking);
    if (position === 0) plan(`greg${numberOf(raking)}`, `greg${numberOf(raking)}`, raking);
  }
  if (settings.trim) {
    plan('trimcycle_fixed', 'trimcycle', null);
    plan('trimmed_fixed', 'trimmed', null);
  }
  return plans;
}

/** Null when the folder lacks what the design's weights need. */
export function waveDesign(
  folder: AnalysisFolder,
  material: WaveMaterial,
  weights: WeightKinds,
  { plan, name }: { plan: DesignPlan; name: string },
  note: Noting,
): SurveyDesign | null {
  const final = weights.of.get(plan.weights);
  if (!final) return null;
  const margins: readonly RakingMargin[] =
    plan.margins === null ? [] : (weights.margins.get(plan.margins) ?? []);
  const variables = folder.respondents ? [...folder.respondents.variables.values()] : [];
  const design = surveyDesign({
    stratum: material.stratumOf,
    strata: designStrata(folder.settings, material.strata),
    base: material.start,
    final,
    margins,
    classifications: variables.map((column) => rowsOf(column, material.rows).codes),
    finitePopulation: plan.finitePopulation,
  });
  for (const { from, into } of design.strata.collapsed) {
    note({
      rule: 'single-unit-stratum',
      block: 'design',
      design: name,
      wave: material.wave,
      domain: from,
      detail: { into },
    });
  }
  for (const domain of design.strata.alone)
    note({ rule: 'single-respondent-district', block: 'design', design: name, wave: material.wave, domain });
  return design;
}
