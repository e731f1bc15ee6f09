import type { OverviewReport } from '#app/use-cases/results/overview/overview-report.server.ts';
import { districtByNumber } from '#city/city.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { marginWords } from '../charts/figure-words.ts';

interface OtherDifferencesProps {
  report: Pick<OverviewReport, 'others' | 'rule'>;
  mapPath(indicator: string): string;
}

/** The second level: clear differences of indicators that raise no flags, by topic, behind a click. */
export function OtherDifferences({ report, mapPath }: OtherDifferencesProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { others, rule } = report;
  const count = others.reduce((sum, { differences }) => sum + differences.length, 0);
  if (count === 0) return <p className="overview-others">{t('overview:others.none')}</p>;
  return (
    <details className="overview-others">
      <summary>{t('overview:others.title', { count })}</summary>
      <p>{t('overview:others.what', { margin: marginWords(translator, 'share', rule.levelMargin) })}</p>
      <dl>
        {others.map(({ topic, differences }) => (
          <div key={topic.pl}>
            <dt>{topic[language]}</dt>
            {differences.map(({ indicator, ends }) => (
              <dd key={indicator.id}>
                <a href={mapPath(indicator.id)}>{indicator.name[language]}</a>:{' '}
                {ends
                  .map(({ end, districts }) =>
                    t(`overview:others.end.${end}`, {
                      districts: districts.map((number) => districtByNumber(number).numeral).join(', '),
                    }),
                  )
                  .join('; ')}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </details>
  );
}
