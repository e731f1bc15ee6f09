import { estimateWords, restFigureWords } from '../../components/charts/figure-words.ts';
import { trendSeries } from '../../components/charts/trend-series.ts';
import { judgedOf } from '../../components/figures/judged-of.ts';
import { standingWords } from '../../components/figures/rest-standing.tsx';
import { yearNoteWords } from '../../components/figures/year-note.tsx';
import { flagSign } from '../../components/flags/flag-mark.tsx';
import { actionWords } from '../../components/interventions/actions/action-words.ts';
import { placeOfDistrict } from '../../components/map/district-label.ts';
import { peopleWords } from '../../components/map/people-words.ts';
import { axisScale } from '../../components/overview/axis-scale.ts';
import { districtAnswer } from '../../components/report/district-report-view.tsx';
import { formatNumber } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { DistrictPaper } from '../../use-cases/results/exports/district-paper.server.ts';
import type { IndicatorRow } from '../../use-cases/results/report-topics.server.ts';
import { paperColours } from '../drawing/paper-colours.ts';
import { type CitedPublication, citationWords } from '../publication-words.ts';
import { differenceAxis, differenceDrawing, type PaperDifference } from './difference-drawing.ts';
import { paperLine, reasonWords } from './paper-words.ts';
import { type Block, newSheet, type Sheet, sheetWidth } from './sheet.server.ts';
import { trendGrid } from './trend-grid.ts';

/** One district on a sheet of two pages: the figures of its page, in the same words. */
export async function districtSheet(
  translator: Translator,
  { report, trends }: DistrictPaper,
  { cited, address }: { cited: CitedPublication; address: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const { t, language } = translator;
  const { district, flags, rule, indicators, places, counts } = report;
  const title = t('results:district.title', { place: placeOfDistrict(district.number) });
  const sheet = newSheet({
    title: `${title}. ${paperLine(translator, cited)}`,
    language,
    footer: t('exports:paper.more', { publication: cited.publicationId, address }),
    pageOf: (number, all) => t('exports:paper.page', { number, all }),
  });
  const year = yearNoteWords(translator, cited.wave, report.basis);
  sheet.title(title, [
    sheet.words(paperLine(translator, cited), { size: 8.5, colour: paperColours.inkSoft }),
    ...(year === null ? [] : [sheet.words(year, { size: 8.5 })]),
    sheet.words(districtAnswer(translator, report), { size: 11.5 }),
  ]);
  await sheet.section(
    t('exports:paper.flags'),
    flags.raised.length > 0
      ? flags.raised.map((evidence) =>
          sheet.named(
            `${t(`results:flag.sign.${flagSign(evidence.flag)}`)}: ${evidence.indicator.name[language]}.`,
            `${reasonWords(translator, evidence)}${evidence.flag.needsIntervention ? ` (${t('results:flag.needsIntervention')})` : ''}`,
          ),
        )
      : [sheet.words(t('exports:paper.noFlags'))],
  );
  await sheet.section(
    t('exports:paper.actions'),
    report.actions.length > 0
      ? report.actions.map((action) => sheet.named(action.title, actionWords(translator, action)))
      : [sheet.words(t('interventions:line.none'))],
  );
  await sheet.section(
    t('exports:paper.headlines'),
    headlineRows(sheet, translator, indicators.headline, rule),
  );
  await sheet.section(
    t('exports:paper.trends'),
    trendGrid(
      sheet,
      translator,
      trends.map(({ indicator, points }) => ({
        indicator,
        series: trendSeries(points, indicator.kind, rule.maximumModeShift),
        words: estimateWords(translator, indicator.kind, points.at(-1)?.estimate ?? null),
      })),
      cited.wave.season,
    ),
  );
  await sheet.section(
    t('results:district.apart.title'),
    indicators.apart.map((row) =>
      sheet.named(`${row.indicator.name[language]}:`, apartWords(translator, row, rule)),
    ),
  );
  await sheet.section(
    t('exports:paper.places'),
    places.length > 0
      ? places.map(({ number, place, fixes }) =>
          sheet.named(
            `${number} ${place.name}.`,
            [
              t('overview:act.place', {
                unsafe: peopleWords(translator, place.unsafeRespondents, t('results:places.few')),
                total: peopleWords(translator, place.totalRespondents, t('results:places.few')),
              }),
              ...(fixes.length > 0
                ? [
                    t('overview:act.want', {
                      wishes: fixes
                        .slice(0, 3)
                        .map((fix) => fix[language])
                        .join('; '),
                    }),
                  ]
                : []),
            ].join('. '),
          ),
        )
      : [sheet.words(t('exports:paper.noPlaces'))],
  );
  const { made, all } = judgedOf(counts);
  await sheet.closing(t('exports:paper.how'), [
    ...(sheet.leftOut() > 0 ? [sheet.words(t('exports:paper.leftOut', { address }))] : []),
    sheet.words(t('exports:paper.judged', { made, all })),
    sheet.words(t('exports:paper.intervals')),
    sheet.words(citationWords(translator, cited)),
  ]);
  return sheet.finish();
}

function apartWords(
  translator: Translator,
  { indicator, estimate, standing }: IndicatorRow,
  rule: DistrictPaper['report']['rule'],
): string {
  const { language } = translator;
  return [
    estimateWords(translator, indicator.kind, estimate),
    ...(standing ? [standingWords(translator, standing, indicator.kind, rule)] : []),
    `n\u00a0=\u00a0${formatNumber(language, estimate?.n ?? 0)}`,
  ].join(' · ');
}

const columns = { figure: 150, n: 230, rest: 262, axis: 296, standing: 398 } as const;
const axisWidth = 96;

/** The headline indicators on one axis: figure, people, the rest, the difference drawn and in words. */
function headlineRows(
  sheet: Sheet,
  translator: Translator,
  rows: readonly IndicatorRow[],
  rule: DistrictPaper['report']['rule'],
): Block[] {
  const { t, language } = translator;
  const differences = rows.map(differenceOf);
  const scale = axisScale([0, ...differences.flatMap((drawn) => (drawn ? [drawn.lower, drawn.upper] : []))], {
    atMost: 4,
  });
  const small = (words: string, width: number) => sheet.words(words, { size: 8.5, width });
  const head = (words: string, width: number) =>
    sheet.words(words, { size: 7.5, width, colour: paperColours.inkSoft });
  const heading = sheet.beside([
    { from: 0, block: head(t('results:district.table.indicator'), columns.figure - 8) },
    { from: columns.figure, block: head(t('exports:paper.column.figure'), columns.n - columns.figure - 6) },
    { from: columns.n, block: head('n', columns.rest - columns.n - 4) },
    { from: columns.rest, block: head(t('exports:paper.column.rest'), columns.axis - columns.rest - 4) },
    {
      from: columns.axis,
      block: sheet.drawing(
        differenceAxis(scale, { language, width: axisWidth }),
        t('exports:paper.column.difference'),
        axisWidth,
      ),
    },
    {
      from: columns.standing,
      block: head(t('exports:paper.column.difference'), sheetWidth - columns.standing),
    },
  ]);
  return [
    heading,
    ...rows.map((row, index) => {
      const { indicator, estimate, standing } = row;
      const said = standing ? standingWords(translator, standing, indicator.kind, rule) : '–';
      return sheet.beside([
        {
          from: 0,
          block: sheet.words(indicator.name[language], {
            size: 8.5,
            isStrong: true,
            width: columns.figure - 8,
          }),
        },
        {
          from: columns.figure,
          block: small(estimateWords(translator, indicator.kind, estimate), columns.n - columns.figure - 6),
        },
        {
          from: columns.n,
          block: small(
            typeof estimate?.n === 'number' ? formatNumber(language, estimate.n) : '–',
            columns.rest - columns.n - 4,
          ),
        },
        {
          from: columns.rest,
          block: small(
            restFigureWords(translator, indicator.kind, estimate) ?? '–',
            columns.axis - columns.rest - 4,
          ),
        },
        {
          from: columns.axis,
          block: sheet.drawing(
            differenceDrawing(scale, { difference: differences[index] ?? null, width: axisWidth }),
            said,
            axisWidth,
          ),
        },
        { from: columns.standing, block: small(said, sheetWidth - columns.standing) },
      ]);
    }),
  ];
}

function differenceOf({ indicator, estimate }: IndicatorRow): PaperDifference | null {
  const versus = estimate?.versusRest;
  if (!versus) return null;
  const scale = indicator.kind === 'share' ? 100 : 1;
  return {
    value: versus.difference * scale,
    lower: versus.lower * scale,
    upper: versus.upper * scale,
  };
}
