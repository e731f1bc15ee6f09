import type { FigureMade } from '#app/use-cases/results/figure-report.server.ts';
import { districtByNumber } from '#city/city.ts';
import type { PublishedMethod } from '#core/publication/published-method.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import { Formula } from '../method/formula.tsx';
import { formulas } from '../method/formulas.ts';
import { MarginFits } from '../method/margin-fits.tsx';
import { Facts } from './facts.tsx';
import { MethodLink } from './trail-link.tsx';

interface WeightsTrailProps {
  made: FigureMade;
  /** The district in words; null for the city. */
  place: string | null;
}

/** The weights behind a figure, down to how well each margin was reached. */
export function WeightsTrail({ made, place }: WeightsTrailProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { weighting } = made.method;
  const factors = made.weights ? factorsOf(made.weights) : cityFactors(weighting);
  const number = (value: number, decimals = 2) => formatNumber(language, value, decimals);
  const { trimming } = weighting;
  return (
    <section aria-labelledby="trail-weights">
      <h2 id="trail-weights">{t('method:figure.weights.title')}</h2>
      <Formula tex={formulas.baseWeight} words={t('method:weights.formula')} />
      <p>{t('method:figure.weights.where', { place: place ?? t('method:figure.weights.wholeCity') })}</p>
      <Facts
        facts={[
          ...factors.ranges.map(
            ([name, { smallest, largest }]) =>
              [
                t(`method:figure.weights.${name}`),
                t('method:figure.weights.range', {
                  smallest: number(smallest),
                  largest: number(largest),
                }),
              ] as const,
          ),
          [t('method:figure.weights.designEffect'), number(factors.designEffect)],
          [t('method:figure.weights.effectiveN'), number(factors.effectiveN, 0)],
          [t('method:figure.weights.iterations'), number(weighting.iterations, 0)],
          [
            t('method:figure.weights.trimmed'),
            t('method:figure.weights.trimmedShare', {
              before: formatShare(language, weighting.trimmedShare, 2),
              after: formatShare(language, trimming.outsideAfter, 2),
              lower: number(trimming.lower, 1),
              upper: number(trimming.upper, 1),
              cycles: number(trimming.cycles, 0),
            }),
          ],
        ]}
      />
      <MarginFits fits={weighting.fits} />
      <Merges merges={weighting.merges} />
      <Warnings weighting={weighting} />
      <p>
        <MethodLink section="method-weights" />
      </p>
    </section>
  );
}

type Weighting = PublishedMethod['weighting'];
type Ranges = NonNullable<FigureMade['weights']>;

function factorsOf({ designEffect, effectiveN, ...weights }: Ranges) {
  const ranges = (['base', 'nonresponse', 'fit'] as const).map((name) => [name, weights[name]] as const);
  return { ranges, designEffect, effectiveN };
}

/** The city's ranges are those of all its districts. */
function cityFactors({ districts, designEffect, effectiveN }: Weighting) {
  const ranges = (['base', 'nonresponse', 'fit'] as const).map(
    (name) =>
      [
        name,
        {
          smallest: Math.min(...districts.map((district) => district[name].smallest)),
          largest: Math.max(...districts.map((district) => district[name].largest)),
        },
      ] as const,
  );
  return { ranges, designEffect, effectiveN };
}

function Merges({ merges }: Pick<Weighting, 'merges'>) {
  const { t, has } = useTranslator();
  if (merges.length === 0) return <p>{t('method:figure.weights.noMerges')}</p>;
  return (
    <details>
      <summary>{t('method:figure.weights.merges', { count: merges.length })}</summary>
      <ul>
        {merges.map(({ from, into, reason }) => (
          <li key={`${from} ${into} ${reason}`}>
            {has(`method:figure.weights.merge.${reason}`)
              ? t(`method:figure.weights.merge.${reason}`, { from: cellWords(from), into: cellWords(into) })
              : `${cellWords(from)} → ${cellWords(into)}: ${reason}`}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** `D01|18-24+D01|25-34` as `I (18–24, 25–34)`; a cell of another form as the publication carries it. */
export function cellWords(key: string): string {
  const cells = key.split(/\+(?=D\d)/).map((cell) => /^D(\d\d)\|([^|]+)$/.exec(cell));
  const [first] = cells;
  if (!first || cells.some((cell) => cell?.[1] !== first[1])) return key;
  const ages = cells.map((cell) => cell?.[2]?.replace('-', '–'));
  return `${districtByNumber(Number(first[1])).numeral} (${ages.join(', ')})`;
}

function Warnings({ weighting: { warnings, accepted } }: { weighting: Weighting }) {
  const translator = useTranslator();
  const { t } = translator;
  if (warnings.length === 0) return <p>{t('method:figure.weights.noWarnings')}</p>;
  return (
    <>
      <p>{t('method:figure.weights.warnings')}:</p>
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>{warningWords(translator, warning)}</li>
        ))}
      </ul>
      {accepted ? <p>{t('method:figure.weights.accepted')}</p> : null}
    </>
  );
}

/**
 * `large-district-design-effect:7` in words; a warning without words is shown as the publication carries it.
 */
function warningWords({ t, has }: Translator, warning: string): string {
  const [code = '', district] = warning.split(':');
  const key = `method:figure.weights.warning.${code}`;
  if (!has(key)) return warning;
  const number = Number(district);
  return t(key, { place: number > 0 ? districtByNumber(number).name : '' });
}
