import type { FigureMade, FigureReport } from '#app/use-cases/results/figure-report.server.ts';
import { city } from '#city/city.ts';
import { useTranslator } from '../../i18n/context.tsx';
import type { Translator } from '../../i18n/translate.ts';
import { publicPaths } from '../../paths/public.ts';
import type { ReportPaths } from '../../paths/report.ts';
import { ResultSentence } from '../figures/result-sentence.tsx';
import { yearWords } from '../figures/year-note.tsx';
import { groupWords } from '../flags/group-words.ts';
import { PublicationFacts } from '../method/publication-facts.tsx';
import { waveWords } from '../page/wave-words.ts';
import { FlagTests, RestComparison } from './comparison-trail.tsx';
import { PrecisionTrail } from './precision-trail.tsx';
import { QuestionTrail } from './question-trail.tsx';
import { MethodLink } from './trail-link.tsx';
import { TwoWavesTrail } from './two-waves-trail.tsx';
import { WeightsTrail } from './weights-trail.tsx';

/** `III Prądnik Czerwony, women`, or the city. */
export function placeWords(
  translator: Translator,
  { district, group }: Pick<FigureReport, 'district' | 'group'>,
) {
  const place = district ? `${district.numeral} ${district.name}` : city.name[translator.language];
  return group === null ? place : `${place}: ${groupWords(translator, group)}`;
}

interface FigureTrailProps {
  report: FigureReport;
  paths: ReportPaths;
}

/**
 * How one figure was made, from the question to the digest of the publication; of a hidden figure only why it
 * is hidden.
 */
export function FigureTrail({ report, paths }: FigureTrailProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { name, wave, district, pooledWith } = report;
  const place = placeWords(translator, report);
  const choice = { wave: wave.waveId };
  return (
    <article className="method-page figure-trail">
      <p className="way-back">
        <a href={district ? paths.district(district.number, choice) : paths.city(choice)}>
          {t('method:figure.toReport', { place: placeWords(translator, { district, group: null }) })}
        </a>
      </p>
      <h1>{report.hidden ? t('method:figure.hidden') : t('method:figure.title')}</h1>
      <p className="lead">
        <strong>{name[language]}</strong>
        <br />
        {t('method:figure.where', {
          place,
          wave:
            pooledWith === null
              ? waveWords(translator, wave)
              : yearWords(translator, wave.waveId, pooledWith),
        })}
      </p>
      {report.hidden ? (
        <>
          <p className="notice">{t(`results:figure.reason.${report.hidden}`)}</p>
          <p>
            <a href={publicPaths.method('method-protect')}>{t('method:figure.hiddenWhy')}</a>
          </p>
        </>
      ) : (
        <Made report={report} made={report.made} paths={paths} />
      )}
    </article>
  );
}

function Made({ report, made, paths }: { report: FigureReport; made: FigureMade; paths: ReportPaths }) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { indicator, estimate, method, parts } = made;
  const { waveId } = report.wave;
  const figure = { wave: waveId, domain: report.domain, indicator: indicator.id };
  return (
    <>
      <ResultSentence indicator={indicator} estimate={estimate} />
      <QuestionTrail made={made} />
      <PrecisionTrail
        made={made}
        waveId={waveId}
        yearPath={paths.figure({ ...figure, basis: 'rolling-year' })}
      />
      {report.pooledWith === null ? (
        <WeightsTrail
          made={made}
          place={report.district ? placeWords(translator, { ...report, group: null }) : null}
        />
      ) : (
        <TwoWavesTrail made={made} linkOf={(wave) => paths.figure({ ...figure, wave })} />
      )}
      <RestComparison made={made} place={report} waveId={waveId} />
      <FlagTests made={made} place={report} waveId={waveId} />
      <section aria-labelledby="trail-protection">
        <h2 id="trail-protection">{t('method:figure.protection.title')}</h2>
        <p>
          {t(`method:figure.protection.${report.pooledWith === null ? 'rule' : 'ruleYear'}`, {
            n: method.suppression.minimumN,
            answers: made.minimumAnswers,
          })}{' '}
          <MethodLink section="method-protect" />
        </p>
      </section>
      <section aria-labelledby="trail-check">
        <h2 id="trail-check">{t('method:figure.check.title')}</h2>
        <PublicationFacts publicationId={made.publicationId} sha256={made.sha256} method={method} />
        <p>
          <MethodLink section="method-check" />
        </p>
      </section>
      {parts.length > 0 ? (
        <section aria-labelledby="trail-parts">
          <h2 id="trail-parts">{t('method:figure.parts')}</h2>
          <ul>
            {parts.map((domain) => (
              <li key={domain}>
                <a href={paths.figure({ ...figure, domain })}>
                  {groupWords(translator, domain)}
                  <span className="visually-hidden">: {indicator.name[language]}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
