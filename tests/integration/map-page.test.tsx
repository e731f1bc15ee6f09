import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { MapView } from '#app/components/report/map-view.tsx';
import { TranslatorProvider } from '#app/i18n/context.tsx';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import { resultsPaths } from '#app/paths/results.ts';
import { districtOutlines } from '#app/use-cases/results/map/city-outline.server.ts';
import { mapReport } from '#app/use-cases/results/map/map-page.server.ts';
import { waves } from '#app/use-cases/results/published/published-results.server.ts';
import { city, districts } from '#city/city.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import { type Language, languages } from '#core/language.ts';
import { exactLevelFlag, exactPublication } from '#tests/support/exact-publication.ts';
import {
  eighteenDistricts,
  openTestResults,
  receiveTrusted,
  testPublication,
} from '#tests/support/results.ts';

const flag: PublishedFlag = {
  ...exactLevelFlag,
  status: 'confirmed',
  needsIntervention: true,
  district: 3,
  estimate: 0.383,
  history: [{ waveId: '2025-2', severity: 'watch' }],
};

function mapPage(language: Language): string {
  const database = openTestResults();
  const { wave } = exactPublication(eighteenDistricts);
  const autumn = { ...wave, waveId: '2025-2', year: 2025, season: 'autumn' as const };
  const published = [
    testPublication({ publicationId: '2025-2.1', wave: autumn }),
    testPublication({ flags: [flag] }),
  ];
  for (const document of published) {
    receiveTrusted(database, document, { actor: 'test', now: Date.UTC(2026, 5, 30) });
  }
  const [newest = null] = waves(database);
  const report = mapReport(database, newest, { waves: waves(database), wanted: null });
  if (!report) throw new Error('the wave is published');
  return renderToStaticMarkup(
    <TranslatorProvider translator={serverTranslator(language)}>
      <MapView title="map" report={report} outline={districtOutlines()} paths={resultsPaths} />
    </TranslatorProvider>,
  );
}

const words = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');

describe('the page of the map', () => {
  it('explains every colour, the hatching, the outlines and every mark', () => {
    const text = words(mapPage('pl'));
    expect(text).toContain('Przy tym wskaźniku wyżej znaczy gorzej.');
    expect(text).toContain('kreskowanie: za mało odpowiedzi albo wynik ukryty');
    expect(text).toContain('Obrys dzielnicy: ciągły przy alarmie');
    for (const mark of ['Alarm:', 'Powtórzona obserwacja:', 'Obserwacja:', 'Ustąpiła:', 'Za mało danych:']) {
      expect(text).toContain(mark);
    }
  });

  it('calls a watch that repeats by that name, under the name of its district', () => {
    const [, row = ''] = mapPage('pl').split(
      /href="\/results\/districts\/3\?wave=2026-1&amp;indicator=\w+">III Prądnik Czerwony<\/a>/,
    );
    const [cell = ''] = row.split('</th>');
    expect(words(cell)).toContain('Powtórzona obserwacja');
    expect(mapPage('pl')).not.toContain('Interwencja');
  });

  it('names every district beside its numeral, whether or not the name has room on the map', () => {
    const [, names = ''] = mapPage('pl').split('aria-label="Nazwy dzielnic na mapie"');
    const text = words(names);
    for (const { numeral, name } of districts) expect(text).toContain(`${numeral} ${name}`);
  });

  it('says under the table why an interval may miss 0 where no difference is told', () => {
    const [, below = ''] = mapPage('pl').split('</table>');
    expect(words(below)).toContain('decyduje test poprawiony na liczbę wykonanych razem porównań');
    expect(words(below)).toContain('może omijać 0, choć różnicy ponad 3 pkt proc. nie potwierdzono');
  });

  it('offers waves newest first', () => {
    const [, chooser = ''] = mapPage('en').split('id="chooser-wave"');
    expect(chooser.indexOf('spring 2026')).toBeLessThan(chooser.indexOf('autumn 2025'));
  });

  it.each(languages)('names the source of the boundaries in %s', (language) => {
    expect(mapPage(language)).toContain(city.boundarySource[language]);
  });
});
