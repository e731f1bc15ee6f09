import type { Judgement, Standing } from '#core/analysis/rest-comparison.ts';
import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import { useTranslator } from '../../i18n/context.tsx';
import type { Translator } from '../../i18n/translate.ts';
import type { DifferenceEnds } from '../charts/directed-words.ts';
import { marginWords, restFigureWords } from '../charts/figure-words.ts';
import { Difference } from './difference.tsx';
import { DirectedDifference } from './directed-difference.tsx';

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
  /** What the ends of a difference are called; null where it stands with its sign. */
  ends?: DifferenceEnds | null;
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
  ends = null,
}: RestStandingProps) {
  const translator = useTranslator();
  const rest = restFigureWords(translator, kind, estimate);
  return (
    <>
      <span className={`standing standing-${judgement}`}>
        {standing === 'higher' || standing === 'lower' ? (
          <span aria-hidden="true">{standing === 'higher' ? '▲' : '▼'} </span>
        ) : null}
        {standingWords(translator, standing, kind, rule)}
      </span>
      {estimate?.versusRest ? (
        <>
          <br />
          {ends === null ? (
            <Difference {...estimate.versusRest} kind={kind} n={estimate.n} withUnit={!inColumns} />
          ) : (
            <>
              {standing === 'even' ? `${translator.t('results:difference.inSample')} ` : ''}
              <DirectedDifference {...estimate.versusRest} kind={kind} n={estimate.n} ends={ends} />
            </>
          )}
        </>
      ) : null}
      {rest !== null && !inColumns ? (
        <span className="row-base">{translator.t('results:map.restFigure', { value: rest })}</span>
      ) : null}
    </>
  );
}
