import type { PublishedWave } from '../fieldwork/published-wave.ts';
import type { Mode } from '../mode.ts';
import type { ExactParallelSample, ExactPublication } from '../publication/exact-publication.ts';
import type {
  PublishedModeEffect,
  PublishedParallelSample,
} from '../publication/published-parallel-sample.ts';
import { hiddenCells } from './cell-suppression/hidden-cells.ts';
import { estimateKey } from './cell-suppression/linked-groups.ts';
import type { ReplacedFigures, ReplacedPublication } from './cell-suppression/primary.ts';
import { publishableModes } from './people-counts.ts';
import { roundBase, roundTo } from './rounding.ts';

interface Surroundings {
  exact: Pick<ExactPublication, 'indicators'>;
  /** Whether the wave's own figure is public. */
  isShown: (indicator: string, domain: string) => boolean;
  replaced: ReplacedPublication | null;
}

/**
 * A parallel sample as it may be shown. Its effect and the wave's figure together give the sample's own
 * figure, so an effect is shown only where both may be: the sample's figures are hidden by the rules of any
 * publication, the one that this corrects included.
 */
export function publishableParallelSample(
  sample: ExactParallelSample,
  { exact, isShown, replaced }: Surroundings,
): PublishedParallelSample {
  const { estimates, distributions, effects, ...rest } = sample;
  const asked = new Set(estimates.map(({ indicator }) => indicator));
  const indicators = exact.indicators.filter(({ id }) => asked.has(id));
  const figures = { indicators, estimates, distributions };
  const { reasons } = hiddenCells(figures, replacedFigures(sample, replaced));
  const shown = indicators.filter(({ id }) => isShown(id, 'city') && !reasons.has(estimateKey(id, 'city')));
  return {
    ...rest,
    modes: publishableModes(sample),
    respondents: roundBase(sample.respondents),
    designEffect: roundTo(sample.designEffect, 2),
    effects: shown.flatMap(({ id, kind }) =>
      effects.filter(({ indicator }) => indicator === id).map((effect) => roundEffect(effect, kind)),
    ),
  };
}

/** The sample in the same mode that the corrected publication told of, or null. */
function replacedFigures(
  sample: ExactParallelSample,
  replaced: ReplacedPublication | null,
): ReplacedFigures | null {
  const exacts = replaced?.exact.parallelSamples ?? [];
  const index = exacts.findIndex((other) => mainMode(other) === mainMode(sample));
  const [exact, published] = [exacts[index], replaced?.published.parallelSamples?.[index]];
  if (!exact || !published) return null;
  const shown = new Set(published.effects.map(({ indicator }) => indicator));
  const estimates = exact.estimates.map(({ indicator, domain, reason }) => ({
    indicator,
    domain,
    reason,
    quality: shown.has(indicator) ? ('good' as const) : ('suppressed' as const),
  }));
  return { exact, published: { estimates, distributions: [] } };
}

/**
 * The mode that most of the respondents answered in.
 *
 * @throws when the wave has no modes
 */
export function mainMode({ modes }: Pick<PublishedWave, 'modes'>): Mode {
  const [most] = [...modes].sort((a, b) => b.share - a.share);
  if (!most) throw new Error('`mainMode` requires a mode');
  return most.mode;
}

function roundEffect(
  { indicator, difference, standardError, lower, upper, n }: PublishedModeEffect,
  kind: 'share' | 'mean',
): PublishedModeEffect {
  const decimals = kind === 'share' ? 3 : 1;
  return {
    indicator,
    difference: roundTo(difference, decimals),
    standardError: roundTo(standardError, decimals + 1),
    lower: roundTo(lower, decimals),
    upper: roundTo(upper, decimals),
    n: { to: roundBase(n.to), from: roundBase(n.from) },
  };
}
