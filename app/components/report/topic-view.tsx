import type { TopicReport } from '#app/use-cases/results/topic-report.server.ts';
import { city } from '#city/city.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import { useTranslator } from '../../i18n/context.tsx';
import type { Translator } from '../../i18n/translate.ts';
import type { ReportPaths } from '../../paths/report.ts';
import { YearNote } from '../figures/year-note.tsx';
import { WaveLine } from '../page/wave-line.tsx';
import { waveWords } from '../page/wave-words.ts';
import { AnswerShares } from './answer-shares.tsx';
import { IndicatorTable } from './indicator-table.tsx';
import { topicName } from './topic-list.tsx';

/** `XII Bieżanów-Prokocim: feeling of safety`. */
export function topicTitle(translator: Translator, report: TopicReport): string {
  return `${placeOf(translator, report)}: ${topicName(translator, report.topic)}`;
}

function placeOf({ language }: Translator, { district }: Pick<TopicReport, 'district'>): string {
  return district === null ? city.name[language] : `${district.numeral} ${district.name}`;
}

/** One topic in one place with all that is published of it: its indicators, and the answers. */
export function TopicView({ report, paths }: { report: TopicReport; paths: ReportPaths }) {
  const translator = useTranslator();
  const { t } = translator;
  const { district, wave, rule, basis, topic } = report;
  const { rows, distributions } = topic;
  const { waveId } = wave.wave;
  const place = placeOf(translator, report);
  const page = (indicator?: string) =>
    district === null
      ? paths.city({ wave: waveId, indicator })
      : paths.district(district.number, { wave: waveId, indicator });
  const domain = district === null ? 'city' : districtKey(district.number);
  return (
    <article className="district-report">
      <h1>{topicTitle(translator, report)}</h1>
      <WaveLine summary={wave} />
      <YearNote wave={wave.wave} basis={basis} />
      <p className="report-links">
        <a href={page()}>{t('results:topic.back', { place })}</a>
      </p>
      {rows.length > 0 ? (
        <section aria-labelledby="indicators-title">
          <h2 id="indicators-title">{t('results:topic.indicators')}</h2>
          {district === null ? null : <p>{t('results:district.indicators.lead')}</p>}
          <IndicatorTable
            waveId={waveId}
            rows={rows}
            topic={topicName(translator, topic)}
            place={place}
            linkOf={(indicator) => `${page(indicator)}#trend`}
            trailOf={(indicator, isOfYear) =>
              paths.figure({
                ...{ wave: waveId, domain, indicator },
                ...(isOfYear && { basis: 'rolling-year' }),
              })
            }
            rule={rule}
          />
        </section>
      ) : null}
      {distributions.length > 0 ? (
        <section className="topic-answers" aria-labelledby="answers-title">
          <h2 id="answers-title">{t('results:district.answers.title')}</h2>
          {basis.leads ? (
            <p>{t('results:district.answers.alone', { wave: waveWords(translator, wave.wave) })}</p>
          ) : null}
          {distributions.map((distribution) => (
            <AnswerShares
              key={distribution.variable}
              distribution={distribution}
              place={place}
              wave={waveWords(translator, wave.wave)}
            />
          ))}
        </section>
      ) : null}
    </article>
  );
}
