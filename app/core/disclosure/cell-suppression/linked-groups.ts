import { minimumBase, smallestWidth } from '../../estimation/intervals/minimum-base.ts';
import type { ExactEstimate, ExactPublication } from '../../publication/exact-publication.ts';
import type { PublishedDistribution } from '../../publication/published-distribution.ts';
import type { PublishedIndicator } from '../../publication/published-indicator.ts';
import { type DomainSum, domainSums } from './domain-sums.ts';
import type { Equation, LinkedCell, LinkedTable } from './linked-table.ts';

/** Figures that sums tie together: one question's answers and the indicators made of it, in all domains. */
export interface LinkedGroup {
  indicators: PublishedIndicator[];
  estimates: ExactEstimate[];
  distributions: PublishedDistribution[];
}

/** The name of an indicator's cell among those that may be hidden. */
export function estimateKey(indicator: string, domain: string): string {
  return `estimate ${indicator} ${domain}`;
}

/** The name of the cell of one answer of a distribution among those that may be hidden. */
export function answerKey(variable: string, domain: string, code: number): string {
  return `answer ${variable} ${domain} ${code}`;
}

/**
 * Every figure of an exact publication with those that could be worked out from it: an indicator made of one
 * question stands with that question's distributions, every other indicator alone. Groups share no sum, so
 * that each is protected by itself.
 */
export function linkedGroups(
  exact: Pick<ExactPublication, 'indicators' | 'estimates' | 'distributions'>,
): LinkedGroup[] {
  const groups = new Map<string, LinkedGroup>();
  const groupOf = (name: string): LinkedGroup => {
    const group = groups.get(name) ?? { indicators: [], estimates: [], distributions: [] };
    groups.set(name, group);
    return group;
  };
  const groupNames = new Map<string, string>();
  for (const indicator of exact.indicators) {
    const name = indicator.derivedFrom
      ? `variable ${indicator.derivedFrom.variable}`
      : `indicator ${indicator.id}`;
    groupNames.set(indicator.id, name);
    groupOf(name).indicators.push(indicator);
  }
  for (const estimate of exact.estimates) {
    groupOf(groupNames.get(estimate.indicator) ?? `indicator ${estimate.indicator}`).estimates.push(estimate);
  }
  for (const distribution of exact.distributions) {
    groupOf(`variable ${distribution.variable}`).distributions.push(distribution);
  }
  return [...groups.values()];
}

/**
 * The group as cells and sums; `hidden` says which cells are suppressed so far, `sumsOf` which sums tie its
 * domains.
 */
export function linkedTable(
  group: LinkedGroup,
  hidden: (key: string) => boolean,
  sumsOf: (domains: readonly string[]) => readonly DomainSum[] = domainSums,
): LinkedTable {
  const cells: LinkedCell[] = [];
  const equations: Equation[] = [];
  const indexOf = new Map<string, number>();
  const addCell = (cell: Omit<LinkedCell, 'requiredWidth'>): number => {
    const requiredWidth = Math.min(smallestWidth, cell.size);
    indexOf.set(cell.key, cells.push({ ...cell, requiredWidth }) - 1);
    return cells.length - 1;
  };
  const addEquation = (terms: readonly (readonly [key: string, coefficient: number])[]): void => {
    equations.push(
      terms.flatMap(([key, coefficient]) => {
        const cell = indexOf.get(key);
        return cell === undefined || coefficient === 0 ? [] : [{ cell, coefficient }];
      }),
    );
  };

  for (const { indicator, domain, value, n } of group.estimates) {
    if (value === null || n === null) continue;
    const key = estimateKey(indicator, domain);
    const scale = group.indicators.find(({ id }) => id === indicator)?.kind === 'mean' ? 100 : 1;
    addCell({
      key,
      content: (value / scale) * n,
      size: n,
      hidden: hidden(key),
      loss: lossOf(domain, 'estimate', n),
    });
  }
  for (const { variable, domain, n, answers } of group.distributions) {
    for (const { code, share } of answers) {
      const key = answerKey(variable, domain, code);
      const size = n ?? 0;
      addCell({
        key,
        content: (share ?? 0) * size,
        size,
        hidden: hidden(key),
        loss: lossOf(domain, 'answer', size),
      });
    }
  }

  for (const { variable, domain, answers } of group.distributions) {
    addEquation(answers.map(({ code }) => [answerKey(variable, domain, code), 1]));
    for (const { id, derivedFrom } of group.indicators) {
      const estimate = cells[indexOf.get(estimateKey(id, domain)) ?? -1];
      if (!derivedFrom || !estimate) continue;
      // A share p of one sum in another is no sum; near the true p, its movement in people is this one.
      const share = estimate.content / estimate.size;
      const weightOf = (code: number): number => (derivedFrom.codes.includes(code) ? 1 - share : -share);
      const terms = derivedFrom.baseCodes.map(
        (code) => [answerKey(variable, domain, code), weightOf(code)] as const,
      );
      addEquation([...terms, [estimate.key, -1]]);
    }
  }

  for (const { domains, keyOf } of measures(group)) {
    for (const { whole, parts } of sumsOf(domains)) {
      const total = cells[indexOf.get(keyOf(whole)) ?? -1];
      const terms = parts.flatMap((part) => cells[indexOf.get(keyOf(part)) ?? -1] ?? []);
      if (!total || terms.length === 0) continue;
      const remainder = total.size - terms.reduce((sum, cell) => sum + cell.size, 0);
      if (remainder < 0) continue;
      const keys = parts.map(keyOf);
      if (remainder > 0) {
        const key = `remainder ${total.key} ${parts.join(' ')}`;
        const rest = total.content - terms.reduce((sum, cell) => sum + cell.content, 0);
        const content = Math.min(Math.max(rest, 0), remainder);
        const index = addCell({ key, content, size: remainder, hidden: true, loss: 0 });
        if (remainder >= minimumBase) (cells[index] as LinkedCell).requiredWidth = 0;
        keys.push(key);
      }
      addEquation([...keys.map((part) => [part, 1] as const), [total.key, -1]]);
    }
  }
  return { cells, equations };
}

/** Each figure that adds up over domains: an indicator, and each answer of a distribution. */
function measures(group: LinkedGroup): { domains: string[]; keyOf: (domain: string) => string }[] {
  const ofIndicators = [...new Set(group.estimates.map(({ indicator }) => indicator))].map((indicator) => ({
    domains: group.estimates
      .filter((estimate) => estimate.indicator === indicator)
      .map(({ domain }) => domain),
    keyOf: (domain: string) => estimateKey(indicator, domain),
  }));
  const variable = group.distributions[0]?.variable ?? '';
  const codes = new Set(group.distributions.flatMap(({ answers }) => answers.map(({ code }) => code)));
  const ofAnswers = [...codes].map((code) => ({
    domains: group.distributions.map(({ domain }) => domain),
    keyOf: (domain: string) => answerKey(variable, domain, code),
  }));
  return [...ofIndicators, ...ofAnswers];
}

/**
 * What a figure is worth to its readers, as weights: one answer of a distribution least, the city's figure
 * most, and of two alike the one about more people.
 */
function lossOf(domain: string, kind: 'estimate' | 'answer', size: number): number {
  const worth = domain === 'city' ? 100 : domain.includes('|') ? 3 : 10;
  return (kind === 'answer' ? worth / 10 : worth) * (1 + size / 100_000);
}
