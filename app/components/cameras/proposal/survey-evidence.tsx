import type { SurveyEvidence } from '#app/use-cases/results/cameras/survey-links.server.ts';
import { useTranslator } from '../../../i18n/context.tsx';
import { formatNumber, formatQ } from '../../../i18n/format.ts';
import { resultsPaths } from '../../../paths/results.ts';
import { marginWords } from '../../charts/figure-words.ts';
import { Figure } from '../../figures/figure.tsx';
import { FlagMark } from '../../flags/flag-mark.tsx';
import { peopleWords } from '../../map/people-words.ts';
import { waveWords } from '../../page/wave-words.ts';
import { flagWords } from './flag-words.ts';

/** What the linked publication says, with base, margin and number of people: a flag, or a place. */
export function SurveyEvidenceView({
  survey: { summary, publicationId, flag, place, reasons, fixes },
}: {
  survey: SurveyEvidence;
}) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { waveId } = summary.wave;
  const source = t('cameras:survey.source', {
    wave: waveWords(translator, summary.wave),
    publication: publicationId,
  });
  const firstOf = (words: SurveyEvidence['reasons']) =>
    words
      .slice(0, 3)
      .map((each) => each[language])
      .join('; ');
  const people = (count: number | null) => peopleWords(translator, count, t('results:places.few'));
  return (
    <div className="survey-evidence">
      {flag ? (
        <>
          <p>
            <FlagMark flag={flag.flag} />{' '}
            <a href={resultsPaths.district(flag.flag.district, { wave: waveId })}>
              {flagWords(translator, flag.flag, flag.indicator.name[language])}
            </a>
          </p>
          {flag.estimate ? (
            <p>
              <Figure
                estimate={flag.estimate}
                kind={flag.indicator.kind}
                base={flag.indicator.base[language]}
              />
            </p>
          ) : null}
          {flag.flag.size !== null && flag.flag.lower !== null && flag.flag.upper !== null ? (
            <p>
              {t('cameras:survey.difference', {
                size: marginWords(translator, flag.indicator.kind, Math.abs(flag.flag.size)),
                lower: marginWords(translator, flag.indicator.kind, Math.abs(flag.flag.lower)),
                upper: marginWords(translator, flag.indicator.kind, Math.abs(flag.flag.upper)),
                q: flag.flag.q === null ? '–' : formatQ(language, flag.flag.q),
              })}
            </p>
          ) : null}
        </>
      ) : null}
      {place ? (
        <p>
          {t('cameras:survey.place', {
            name: place.name,
            unsafe: people(place.unsafeRespondents),
            total: people(place.totalRespondents),
            q: formatQ(language, place.q),
            family: formatNumber(language, place.familySize),
          })}{' '}
          {reasons.length > 0 ? t('cameras:survey.reasons', { reasons: firstOf(reasons) }) : ''}{' '}
          {fixes.length > 0 ? t('cameras:survey.fixes', { fixes: firstOf(fixes) }) : ''}
        </p>
      ) : null}
      <p className="source-note">{source}</p>
    </div>
  );
}
