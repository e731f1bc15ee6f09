import type { ProposalPage } from '#app/use-cases/results/cameras/proposal-page.server.ts';
import { useTranslator } from '../../../i18n/context.tsx';
import { flagWords } from './flag-words.ts';

interface SurveyChooserProps {
  page: ProposalPage;
  /** What was chosen in a form that was refused. */
  chosen: string | null;
  id: string;
}

/** Flags and places of the newest publication in the proposal's district; what is linked already stays. */
export function SurveyChooser({ page: { offered, surveyLink }, chosen, id }: SurveyChooserProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  const linked = surveyLink
    ? surveyLink.flag === null
      ? `place:${surveyLink.publicationId}:${surveyLink.placeId}`
      : `flag:${surveyLink.publicationId}:${surveyLink.flag}`
    : '';
  if (!offered) return <p className="hint">{t('cameras:survey.nothingPublished')}</p>;
  const { publicationId } = offered.summary;
  const options = [
    ...offered.places.map(({ placeId, name }) => ({
      value: `place:${publicationId}:${placeId}`,
      words: t('cameras:survey.placeOption', { name }),
    })),
    ...offered.flags.map(({ key, flag, indicator }) => ({
      value: `flag:${publicationId}:${key}`,
      words: flagWords(translator, flag, indicator.name[language]),
    })),
  ];
  const isOffered = linked === '' || options.some(({ value }) => value === linked);
  return (
    <div className="field wide">
      <label htmlFor={id}>{t('cameras:survey.choose')}</label>
      <span className="hint" id={`${id}-hint`}>
        {t(options.length > 0 ? 'cameras:survey.chooseHint' : 'cameras:survey.nothingOffered')}
      </span>
      <select id={id} name="survey" defaultValue={chosen ?? linked} aria-describedby={`${id}-hint`}>
        <option value="">{t('cameras:survey.none')}</option>
        {isOffered ? null : <option value={linked}>{t('cameras:survey.earlier')}</option>}
        {options.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
