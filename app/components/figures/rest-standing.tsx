import { type Judgement, restOf, type Standing } from '#core/analysis/rest-comparison.ts';
import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import { useTranslator } from '../../i18n/context.tsx';
import type { Translator } from '../../i18n/translate.ts';
import { marginWords, valueWords } from '../charts/figure-words.ts';
import { Difference } from './difference.tsx';

type Kind = 'share' | 'mean';

/** Where a district stands against the rest of the city, in words that its test bears out. */
export function standingWords(
  translator: Translator,
  standing: Standing,
  kind: Kind,
  { levelMargin }: Pick<FlagRuleSettings, 'levelMargin'>,
): string {
  return translator.t(`results:map.standing.${standing}`, {
    margin: marginWords(translator, kind, levelMargin),
  });
}

/**
 * The figure of the rest of the city, with as many decimals as the district's; nothing where it is not shown.
 */
export function restFigureWords(
  translator: Translator,
  kind: Kind,
  estimate: PublishedEstimate | null,
): string | null {
  const rest = estimate && restOf(estimate);
  return typeof rest === 'number' ? valueWords(translator, kind, rest, estimate?.n ?? 0) : null;
}

/**
 * Which comparisons the q behind a standing was corrected for: `standingOf` asks the level flag where an
 * indicator can raise one.
 */
export function comparedFamilyWords(
  { t }: Translator,
  indicator: string,
  { headlineIndicators }: Pick<FlagRuleSettings, 'headlineIndicators'>,
): string {
  return t(`results:map.comparedFamily.${headlineIndicators.includes(indicator) ? 'headline' : 'indicator'}`);
}

interface RestStandingProps {
  standing: Standing;
  judgement: Judgement;
  estimate: PublishedEstimate | null;
  kind: Kind;
  rule: Pick<FlagRuleSettings, 'levelMargin'>;
  /** Whether a column of its own holds the rest's figure and another names the unit. */
  inColumns?: boolean;
}

/**
 * What the test says of the difference from the rest of the city, the rest's own figure, and the difference
 * with its interval.
 */
export function RestStanding({
  standing,
  judgement,
  estimate,
  kind,
  rule,
  inColumns = false,
}: RestStandingProps) {
  const translator = useTranslator();
  const rest = restFigureWords(translator, kind, estimate);
  return (
    <>
      <span className={`standing standing-${judgement}`}>
        {standingWords(translator, standing, kind, rule)}
      </span>
      {estimate?.versusRest ? (
        <>
          <br />
          <Difference {...estimate.versusRest} kind={kind} n={estimate.n} withUnit={!inColumns} />
        </>
      ) : null}
      {rest !== null && !inColumns ? (
        <span className="row-base">{translator.t('results:map.restFigure', { value: rest })}</span>
      ) : null}
    </>
  );
}
