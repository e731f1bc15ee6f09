import type { PlacePage } from '#app/use-cases/results/places/place-page.server.ts';
import { districtByNumber } from '#city/city.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, formatQ, formatShare } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import { publicPaths } from '../../paths/public.ts';
import type { ReportPaths } from '../../paths/report.ts';
import { ActionLine } from '../interventions/actions/action-line.tsx';
import { peopleWords } from '../map/people-words.ts';
import { waveAtStart, waveWords } from '../page/wave-words.ts';
import { AnswerList } from './answer-list.tsx';
import { PlaceHistoryTable } from './place-history-table.tsx';
import { PlaceLocator } from './place-locator.tsx';

/** The answer of the page: whether the place is flagged in the wave that was asked for. */
export function placeAnswer(translator: Translator, { place, wave, isFlagged }: PlacePage): string {
  const values = { name: place.name, wave: waveWords(translator, wave) };
  return translator.t(isFlagged ? 'places:place.flagged' : 'places:place.notFlagged', values);
}

interface PlaceViewProps {
  title: string;
  page: PlacePage;
  paths: ReportPaths;
  interventions: { intervention(interventionId: string): string };
  /** Where the reader may plan an intervention, if they may. */
  plan?: string | undefined;
}

/** A flagged place over the waves: what people say of it, what they want, and what is being done. */
export function PlaceView({ title, page, paths, interventions, plan }: PlaceViewProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { place, toldOf, wave, isFlagged, insteadOf } = page;
  const { district, unsafeRespondents, totalRespondents, safeRespondents, knownFromOthers } = place;
  const told = waveWords(translator, toldOf);
  const few = t('results:places.few');
  const numbered = district === null ? null : districtByNumber(district);
  return (
    <>
      <h1>{title}</h1>
      <p>
        {numbered ? (
          <a href={paths.district(numbered.number, { wave: wave.waveId })}>
            {t('places:place.district', { numeral: numbered.numeral, name: numbered.name })}
          </a>
        ) : (
          t('places:place.outside')
        )}
        {' · '}
        <a href={paths.places({ wave: wave.waveId })}>{t('places:place.toAll')}</a>
      </p>
      {isFlagged ? null : (
        <p className="notice">
          {t('places:place.gone', { told, wave: waveAtStart(translator, wave) })}
          {insteadOf.map(({ placeId, name }) => (
            <span key={placeId}>
              {' '}
              {t('places:place.instead')} <a href={paths.place(placeId, { wave: wave.waveId })}>{name}</a>.
            </span>
          ))}
        </p>
      )}
      <p>
        {t('places:place.people', {
          unsafe: peopleWords(translator, unsafeRespondents, few),
          total: peopleWords(translator, totalRespondents, few),
          wave: waveAtStart(translator, toldOf),
        })}{' '}
        {t('places:place.safe', {
          people: peopleWords(translator, safeRespondents, t('places:place.fewerThanTen')),
        })}
      </p>
      <p>
        {t('places:place.test', {
          q: formatQ(language, place.q),
          family: formatNumber(language, place.familySize),
          status: t(`places:status.${place.status}`),
        })}{' '}
        <a href={publicPaths.method('method-places')}>{t('places:place.method')}</a>
      </p>

      <section aria-labelledby="place-doing">
        <h2 id="place-doing">{t('places:doing.title')}</h2>
        <ActionLine actions={page.actions} paths={interventions} plan={plan} />
      </section>

      <section aria-labelledby="place-says">
        <h2 id="place-says">{t('places:answers.title', { wave: told })}</h2>
        <p className="source-note">{t('places:answers.what')}</p>
        <div className="place-answer-lists">
          <AnswerList id="place-fixes" title={t('places:answers.fixes')} answers={page.fixes} />
          <AnswerList id="place-reasons" title={t('places:answers.reasons')} answers={page.reasons} />
          <AnswerList id="place-times" title={t('places:answers.times')} answers={page.times} />
        </div>
        <p>
          {knownFromOthers === null || place.shareFromOthers === null
            ? t('places:others.few')
            : t('places:others.some', {
                people: peopleWords(translator, knownFromOthers, few),
                share: formatShare(language, place.shareFromOthers, 0),
              })}{' '}
          {t('places:others.what')}
        </p>
      </section>

      <div>
        <h2 id="place-waves">{t('places:history.title')}</h2>
        <PlaceHistoryTable history={page.history} />
        <p className="source-note">{t('places:history.what')}</p>
      </div>

      <section aria-labelledby="place-where">
        <h2 id="place-where">{t('places:map.heading')}</h2>
        <PlaceLocator
          name={place.name}
          district={numbered ? numbered.name : ''}
          location={page.location}
          near={page.near}
        />
      </section>
    </>
  );
}
