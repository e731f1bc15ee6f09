import type { OverviewReport } from '#app/use-cases/results/overview/overview-report.server.ts';
import type { TestedChange } from '#app/use-cases/results/overview/what-changed.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import { placeOfDistrict } from '../map/district-label.ts';
import { sizeRange, sizeWords, whenWords } from './overview-words.ts';

interface WhatChangedProps {
  report: Pick<OverviewReport, 'changed' | 'changes' | 'basis' | 'gone'>;
  districtPath(district: number): string;
  cityPath: string;
  flagsPath: string;
}

/**
 * Three or four tested sentences on what changed, flags and places that are gone, and that no test confirmed
 * another change. What came is told under the heading.
 */
export function WhatChanged({ report, districtPath, cityPath, flagsPath }: WhatChangedProps) {
  const translator = useTranslator();
  const { t } = translator;
  const { changed, changes, basis, gone } = report;
  const { told, more } = changed;
  const isAnyTested = told.some(({ what }) => what === 'worse' || what === 'better');
  const isTested = basis.leads ? changes.year !== null || changes.ofWave : changes.against !== null;
  return (
    <section className="overview-changed" aria-labelledby="changed-title">
      <h2 id="changed-title">{t('overview:changed.title')}</h2>
      {told.length > 0 ? (
        <ul>
          {told.map((change) => (
            <li key={`${change.what} ${change.indicator.id} ${change.district}`}>
              <a href={change.district === null ? cityPath : districtPath(change.district)}>
                {changeWords(translator, change, basis.leads)}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {gone && gone.places.length > 0 ? (
        <p>
          {t('overview:changed.gonePlaces', {
            count: gone.places.length,
            when: whenWords(translator, gone.waveId, false),
            places: gone.places.map(({ name }) => name).join(', '),
          })}
        </p>
      ) : null}
      <p>
        {isTested ? (
          more > 0 ? (
            <a href={flagsPath}>{t('overview:changed.more', { count: more })}</a>
          ) : (
            t(isAnyTested ? 'overview:changed.rest' : 'overview:changed.nothing')
          )
        ) : (
          t(basis.leads ? 'overview:changed.untestedYear' : 'overview:changed.untested')
        )}
      </p>
    </section>
  );
}

/** One tested change in a sentence. */
export function changeWords(translator: Translator, change: TestedChange, leads: boolean): string {
  const { t, language } = translator;
  const place = change.district === null ? t('overview:changed.wholeCity') : placeOfDistrict(change.district);
  const { kind, name } = change.indicator;
  if (!('change' in change)) {
    return t(`overview:changed.${change.what}`, { place, indicator: name[language] });
  }
  return t(`overview:changed.${change.what}`, {
    place,
    indicator: name[language],
    value: sizeWords(translator, kind, change.change.difference, change.n),
    range: sizeRange(translator, kind, change.change, change.n),
    when: whenWords(translator, change.change.against, leads),
    n: formatNumber(language, change.n ?? 0),
  });
}
