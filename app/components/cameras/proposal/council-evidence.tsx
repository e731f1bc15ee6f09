import type { ProposalPage } from '#app/use-cases/results/cameras/proposal-page.server.ts';
import { districtByNumber } from '#city/city.ts';
import { useTranslator } from '../../../i18n/context.tsx';
import { formatDay } from '../../../i18n/format.ts';
import { interventionPaths } from '../../../paths/interventions.ts';

/** What the council was asked and what it said. */
export function CouncilEvidence({
  consultation,
}: {
  consultation: NonNullable<ProposalPage['consultation']>;
}) {
  const { t, language } = useTranslator();
  const { district, sentOn, dueOn, opinion, opinionText, resolutionNumber, givenOn } = consultation;
  const { numeral, name } = districtByNumber(district);
  return (
    <div className="council-evidence">
      <p>
        {t('cameras:council.asked', {
          district: `${numeral} ${name}`,
          sent: formatDay(language, sentOn),
          due: formatDay(language, dueOn),
        })}{' '}
        {opinion === null || givenOn === null
          ? t('cameras:council.waiting')
          : t(`cameras:council.opinion.${opinion}`, {
              day: formatDay(language, givenOn),
              resolution: resolutionNumber || '–',
            })}
      </p>
      {opinionText ? <blockquote className="typed-text">{opinionText}</blockquote> : null}
      {opinion === null ? (
        <p className="screen-only">
          <a href={interventionPaths.consultations()}>{t('cameras:council.enter')}</a>
        </p>
      ) : null}
    </div>
  );
}
