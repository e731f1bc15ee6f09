import type { IndicatorDefinition } from './definition.ts';
import { behaviourIndicators } from './krakow-1/indicators/behaviour.ts';
import { environmentIndicators } from './krakow-1/indicators/environment.ts';
import { experienceIndicators } from './krakow-1/indicators/experience.ts';
import { feelingIndicators } from './krakow-1/indicators/feeling.ts';
import { indexIndicators } from './krakow-1/indicators/indices.ts';
import { problemIndicators } from './krakow-1/indicators/problems.ts';
import { serviceIndicators } from './krakow-1/indicators/services.ts';
import { worryIndicators } from './krakow-1/indicators/worry.ts';
import { krakowQuestionnaire } from './krakow-1/questionnaire.ts';

/** Everything that is published of `krakow-1`, in the order in which results show it. */
export const krakowIndicators: readonly IndicatorDefinition[] = [
  ...indexIndicators,
  ...feelingIndicators,
  ...problemIndicators,
  ...worryIndicators,
  ...experienceIndicators,
  ...behaviourIndicators,
  ...serviceIndicators,
  ...environmentIndicators,
];

/** The indicators of a questionnaire version; throws when none were defined for it. */
export function indicatorsOf(version: string): readonly IndicatorDefinition[] {
  if (version === krakowQuestionnaire.version) return krakowIndicators;
  throw new Error(`\`indicatorsOf\` requires a questionnaire with indicators, not ${version}`);
}
