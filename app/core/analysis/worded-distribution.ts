import type { Distribution } from '../estimation/estimate.ts';
import type { PublishedDistribution } from '../publication/published-distribution.ts';
import type { Variable } from '../questionnaire/variables.ts';

/**
 * A question's distribution with the words of its title and answers.
 *
 * @throws when the distribution is of none of the variables
 */
export function wordedDistribution(
  { variable, domain, n, shares }: Distribution,
  variables: readonly Variable[],
): PublishedDistribution {
  const described = variables.find(({ name }) => name === variable);
  if (!described) throw new Error(`\`wordedDistribution\` requires the variable ${variable}`);
  const labels = new Map(described.codes.map(({ code, label }) => [code, label]));
  return {
    variable,
    domain,
    title: described.title,
    n,
    answers: shares.flatMap(({ code, ...figure }) => {
      const label = labels.get(code);
      return label ? [{ code, label, ...figure }] : [];
    }),
  };
}
