import type {
  HeadlineTrend,
  OverviewReport,
} from '#app/use-cases/results/overview/overview-report.server.ts';
import { isBeyondMargin } from '#core/analysis/rest-comparison.ts';
import { useTranslator } from '../../i18n/context.tsx';
import type { Translator } from '../../i18n/translate.ts';
import { estimateWords, marginWords } from '../charts/figure-words.ts';
import { trendSeries } from '../charts/trend-series.ts';
import { Figure } from '../figures/figure.tsx';
import { waveWords } from '../page/wave-words.ts';
import { sizeWords, whenWords } from './overview-words.ts';
import { SmallMultiple } from './small-multiple.tsx';

/** Waves that the words of a picture name, the newest; the page that it leads to has them all. */
const wavesSaid = 4;

interface HeadlineMultiplesProps {
  report: Pick<OverviewReport, 'headlines' | 'summary' | 'rule' | 'basis'>;
  linkOf(indicator: string): string;
}

/** The headline indicators of the whole city side by side: the figure, what its test says, and the waves. */
export function HeadlineMultiples({ report, linkOf }: HeadlineMultiplesProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { headlines, summary, rule, basis } = report;
  if (headlines.length === 0) return null;
  return (
    <section className="overview-headlines" aria-labelledby="headlines-title">
      <h2 id="headlines-title">{t('overview:headlines.title')}</h2>
      <ul className="multiples">
        {headlines.map((headline) => {
          const { indicator, city, points } = headline;
          const name = indicator.name[language];
          return (
            <li key={indicator.id}>
              <h3>
                <a href={linkOf(indicator.id)}>{name}</a>
              </h3>
              <p>
                {city ? <Figure estimate={city} kind={indicator.kind} /> : null}{' '}
                <span className="soft">{changeWords(translator, headline, report)}</span>
              </p>
              <SmallMultiple
                series={trendSeries(points, indicator.kind, rule.maximumModeShift)}
                kind={indicator.kind}
                season={summary.wave.season}
                words={t('overview:headlines.picture', {
                  name,
                  points: points
                    .slice(-wavesSaid)
                    .map(({ wave, estimate }) =>
                      t('overview:headlines.point', {
                        wave: waveWords(translator, wave),
                        value: estimateWords(translator, indicator.kind, estimate),
                      }),
                    )
                    .join('; '),
                })}
              />
              <p className="row-base">
                {t('results:trend.note.baseOnly', { base: indicator.base[language] })}
              </p>
            </li>
          );
        })}
      </ul>
      <p className="source-note">
        {t('overview:headlines.marks')} {basis.leads ? t('overview:headlines.year') : ''}
      </p>
    </section>
  );
}

function changeWords(
  translator: Translator,
  { indicator, city }: HeadlineTrend,
  { rule, basis }: Pick<OverviewReport, 'rule' | 'basis'>,
): string {
  const { t } = translator;
  if (!city?.change) return t('overview:headlines.noChange');
  const { difference, against } = city.change;
  if (!isBeyondMargin(city.change, rule)) {
    const margin = marginWords(translator, indicator.kind, rule.changeMargin);
    return t('overview:headlines.unclear', { margin });
  }
  const isWorse = difference > 0 === (indicator.direction === 'high-is-bad');
  return t(`overview:headlines.${isWorse ? 'worse' : 'better'}`, {
    value: sizeWords(translator, indicator.kind, difference, city.n),
    when: whenWords(translator, against, basis.leads),
  });
}
