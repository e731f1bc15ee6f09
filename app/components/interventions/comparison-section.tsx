import { city } from '#city/city.ts';
import { placeAim } from '#core/intervention/plan.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatInstant, formatNumber, formatShare } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { ComparisonOptions } from '../../use-cases/results/interventions/comparison-choices.server.ts';
import type { InterventionReport } from '../../use-cases/results/interventions/intervention-report.server.ts';
import { waveIdWords } from '../page/wave-words.ts';
import { areaWords, comparedWords } from './where-words.ts';

interface ComparisonSectionProps {
  report: InterventionReport;
  mayWrite: boolean;
  /** Areas that were ticked when the choice was refused; null when it was not. */
  ticked: readonly string[] | null;
}

/** What it will be compared with: chosen, then frozen before the result is known. */
export function ComparisonSection({ report, mayWrite, ticked }: ComparisonSectionProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { row, steps, comparison, choices, freeze, known, tooLate } = report;
  const areas = comparison.map(({ area }) => comparedWords(report, area)).join(', ');
  const isNever = row.status === 'dropped' && !steps.some(({ status }) => status === 'under-way');
  const isEnded = row.status === 'done' || row.status === 'dropped';
  return (
    <section aria-labelledby="comparison">
      <h2 id="comparison">{t('planning:comparison.title')}</h2>
      {isNever ? (
        <p>{t('planning:comparison.never')}</p>
      ) : (
        <p>
          {t(`planning:comparison.${whatOf(row)}`)}
          {freeze || tooLate || isEnded ? '' : ` ${t('planning:comparison.freezeBy')}`}
        </p>
      )}
      {comparison.length > 0 ? <p>{t('planning:comparison.areas', { areas })}</p> : null}
      {freeze ? (
        <p className="notice done">
          {t('planning:comparison.frozen', {
            when: formatInstant(language, freeze.at, city.timeZone),
            by: freeze.actorName,
            known: known.length > 0 ? known.join(', ') : t('planning:comparison.knownNone'),
          })}
        </p>
      ) : null}
      {tooLate && !freeze && !isNever ? (
        <p className="notice">
          {t('planning:comparison.tooLate', {
            wave: waveIdWords(translator, tooLate.waveId),
            publication: tooLate.publicationId,
          })}
        </p>
      ) : null}
      {mayWrite && choices?.options.length === 0 && !tooLate && !isEnded ? (
        <p className="notice">{t('planning:comparison.aimFirst')}</p>
      ) : null}
      {choices?.foreseen ? (
        <p>{t('planning:comparison.foreseen', { points: formatNumber(language, choices.foreseen, 1) })}</p>
      ) : null}
      {mayWrite && choices && choices.options.length > 0 && !tooLate && !isEnded ? (
        <form method="post" noValidate className="no-print">
          <input type="hidden" name="act" value="comparison" />
          <input type="hidden" name="revision" value={row.revision} />
          <fieldset className="comparison-choice" id="areas">
            <legend>{t('planning:comparison.choose')}</legend>
            <p className="hint">
              {t(
                row.aimIndicator === placeAim
                  ? 'planning:comparison.hintOfPlace'
                  : 'planning:comparison.hint',
              )}
            </p>
            <div className="comparison-areas">
              {choices.options.map(({ area, name, chosen, proposed, fault, level }) => (
                <label key={area}>
                  <input
                    type="checkbox"
                    name="area"
                    value={area}
                    defaultChecked={ticked ? ticked.includes(area) : chosen}
                  />{' '}
                  {name ?? areaWords(area)}
                  {proposed ? (
                    <span className="hint"> {proposedWords(translator, choices, level)}</span>
                  ) : null}
                  {fault ? <span className="hint"> {t(`planning:comparison.against.${fault}`)}</span> : null}
                </label>
              ))}
            </div>
          </fieldset>
          <p className="hint">{t('planning:comparison.freezeWhat')}</p>
          <p className="actions">
            <button type="submit" name="freeze" value="no" className="secondary">
              {t('planning:comparison.save')}
            </button>
            <button type="submit" name="freeze" value="yes" className="primary">
              {t('planning:comparison.freeze')}
            </button>
          </p>
        </form>
      ) : null}
    </section>
  );
}

/** Why a unit is proposed, with its newest figure beside the intervention's own. */
function proposedWords(
  { t, language }: Translator,
  { own, kind }: Pick<ComparisonOptions, 'own' | 'kind'>,
  level: number | null,
): string {
  const words = (value: number) =>
    kind === 'share' ? formatShare(language, value, 0) : formatNumber(language, value, 1);
  const levels =
    level === null || own === null
      ? ''
      : t('planning:comparison.levels', { other: words(level), own: words(own) });
  return t('planning:comparison.proposed', { levels });
}

function whatOf({
  aimIndicator,
  placeName,
}: InterventionReport['row']): 'what' | 'whatOfPlace' | 'whatOfDistrict' {
  if (placeName === null) return 'what';
  return aimIndicator === placeAim ? 'whatOfPlace' : 'whatOfDistrict';
}
