import { estimateWords } from '../../components/charts/figure-words.ts';
import { trendSeries } from '../../components/charts/trend-series.ts';
import { judgedOf } from '../../components/figures/judged-of.ts';
import { yearNoteWords } from '../../components/figures/year-note.tsx';
import { actionWords } from '../../components/interventions/actions/action-words.ts';
import { effectSentence } from '../../components/interventions/effect-words.ts';
import { placeOfDistrict } from '../../components/map/district-label.ts';
import { peopleWords } from '../../components/map/people-words.ts';
import { axisScale } from '../../components/overview/axis-scale.ts';
import { newsWords, overviewAnswer } from '../../components/overview/overview-words.ts';
import { changeWords } from '../../components/overview/what-changed.tsx';
import { formatNumber } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { JudgedInterventions } from '../../use-cases/results/overview/done-and-beside.server.ts';
import type { ActLine, OverviewReport } from '../../use-cases/results/overview/overview-report.server.ts';
import { paperColours } from '../drawing/paper-colours.ts';
import { type CitedPublication, citationWords } from '../publication-words.ts';
import { differenceAxis, differenceDrawing } from './difference-drawing.ts';
import { overviewMapDrawing } from './overview-map-drawing.ts';
import { paperLine, reasonWords } from './paper-words.ts';
import { type Block, newSheet, type Sheet, sheetWidth } from './sheet.server.ts';
import { signRows } from './sign-rows.ts';
import { trendGrid } from './trend-grid.ts';

/** Where to act, on a sheet of two pages: the figures of the overview, in the same words. */
export async function overviewSheet(
  translator: Translator,
  report: OverviewReport & { judged: JudgedInterventions['newest'] },
  { cited, address }: { cited: CitedPublication; address: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const { t, language } = translator;
  const { headlines, places, rule, changed, counts, lines, basis, watched } = report;
  const title = overviewAnswer(translator, report);
  const sheet = newSheet({
    title,
    language,
    footer: t('exports:paper.more', { publication: cited.publicationId, address }),
    pageOf: (number, all) => t('exports:paper.page', { number, all }),
  });
  const news = newsWords(translator, report);
  const year = yearNoteWords(translator, cited.wave, basis);
  sheet.title(title, [
    sheet.words(paperLine(translator, cited), { size: 8.5, colour: paperColours.inkSoft }),
    ...(news === null ? [] : [sheet.words(news, { size: 11 })]),
    ...(year === null ? [] : [sheet.words(year, { size: 8.5 })]),
  ]);
  await sheet.section(t('exports:paper.map'), [mapBeside(sheet, translator, report)]);
  await sheet.section(t('exports:paper.act'), [
    ...(lines.length > 0 ? actRows(sheet, translator, lines) : [sheet.words(t('overview:act.none'))]),
    sheet.words(
      watched.length > 0
        ? t('overview:act.watched', { districts: watched.map(placeOfDistrict).join(', ') })
        : t('overview:act.noWatched'),
      { size: 8.5 },
    ),
  ]);
  await sheet.section(
    t('exports:paper.places'),
    places.length > 0
      ? places.map(({ number, place, fixes, actions }) =>
          sheet.named(
            `${number} ${place.name}${place.district === null ? '' : ` (${placeOfDistrict(place.district)})`}.`,
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
              ...actions.map((action) => `${action.title} ${actionWords(translator, action)}`),
            ].join('. '),
          ),
        )
      : [sheet.words(t('overview:act.noPlaces'))],
  );
  await sheet.section(
    t('overview:headlines.title'),
    trendGrid(
      sheet,
      translator,
      headlines.map(({ indicator, city, points }) => ({
        indicator,
        series: trendSeries(points, indicator.kind, rule.maximumModeShift),
        words: `${estimateWords(translator, indicator.kind, city)}, n\u00a0=\u00a0${formatNumber(language, city?.n ?? 0)}`,
      })),
      cited.wave.season,
    ),
  );
  await sheet.section(t('exports:paper.matrix'), signRows(sheet, translator, report));
  await sheet.section(
    t('overview:helped.title'),
    report.judged.map(({ title, effect }) =>
      sheet.named(`${title}:`, effectSentence(translator, effect), { size: 8.5 }),
    ),
  );
  const { made, all } = judgedOf(counts);
  // That there is more is told before how all of it was found: it must have room.
  await sheet.closing(t('exports:paper.how'), [
    ...(sheet.leftOut() > 0 || changed.more > 0
      ? [sheet.words(t('exports:paper.leftOut', { address }))]
      : []),
    sheet.words(`${t('exports:paper.judged', { made, all })} ${t('exports:paper.intervals')}`, { size: 7.8 }),
    sheet.words(citationWords(translator, cited), { size: 7.8 }),
  ]);
  return sheet.finish();
}

/** The map, and beside it what changed. */
function mapBeside(sheet: Sheet, translator: Translator, report: OverviewReport): Block {
  const { t } = translator;
  const { changed, basis } = report;
  const [mapWidth, from] = [262, 278];
  const width = sheetWidth - from;
  const words = [
    sheet.words(t('overview:changed.title'), { size: 10.5, isStrong: true, width }),
    ...changed.told.map((change) =>
      sheet.words(changeWords(translator, change, basis.leads), { size: 9, width }),
    ),
    ...(changed.told.length > 0
      ? [sheet.words(t('overview:changed.rest'), { size: 9, width })]
      : [sheet.words(t('overview:changed.nothing'), { size: 9, width })]),
    sheet.words([t('overview:map.flagged'), t('overview:map.place')].map((one) => one).join('; '), {
      size: 8,
      width,
      colour: paperColours.inkSoft,
    }),
  ];
  const map = sheet.drawing(overviewMapDrawing(report), t('overview:map.description'), mapWidth);
  return {
    height: Math.max(
      map.height,
      words.reduce((sum, { height }) => sum + height, 0),
    ),
    tag: 'P',
    put(pdf, x, top) {
      map.put(pdf, x, top);
      let down = top;
      for (const block of words) {
        block.put(pdf, x + from, down);
        down += block.height;
      }
    },
  };
}

const axisFrom = 372;
const axisWidth = sheetWidth - axisFrom;

/** Each district with its reasons on one axis, what is wanted and what is done. */
function actRows(sheet: Sheet, translator: Translator, lines: readonly ActLine[]): Block[] {
  const { t, language } = translator;
  const drawn = lines.flatMap(({ reasons }) => reasons.flatMap((reason) => differenceOf(reason) ?? []));
  const scale = axisScale([0, ...drawn.flatMap(({ lower, upper }) => [lower, upper])], { atMost: 5 });
  const axis = sheet.beside([
    {
      from: 0,
      block: sheet.words(t('overview:act.axis'), {
        size: 8,
        width: axisFrom - 12,
        colour: paperColours.inkSoft,
      }),
    },
    {
      from: axisFrom,
      block: sheet.drawing(
        differenceAxis(scale, { language, width: axisWidth }),
        t('overview:act.axis'),
        axisWidth,
      ),
    },
  ]);
  return [
    axis,
    ...lines.flatMap((line): Block[] => {
      const { district, reasons, wishes, actions } = line;
      const rows = reasons.map((reason, index) => {
        const said = reasonWords(translator, reason);
        const name = reason.indicator.name[language];
        const width = axisFrom - 12;
        return sheet.beside([
          {
            from: 0,
            block:
              index === 0
                ? sheet.named(`${placeOfDistrict(district)}.`, `${name}: ${said}`, { size: 9, width })
                : sheet.words(`${name}: ${said}`, { size: 9, width }),
          },
          {
            from: axisFrom,
            block: sheet.drawing(
              differenceDrawing(scale, { difference: differenceOf(reason), width: axisWidth }),
              said,
              axisWidth,
            ),
          },
        ]);
      });
      const under = [
        ...(wishes.length > 0
          ? [t('overview:act.want', { wishes: wishes.map((wish) => wish[language]).join('; ') })]
          : []),
        ...(actions.length > 0
          ? actions.map((action) => `${action.title} ${actionWords(translator, action)}`)
          : [t('interventions:line.none')]),
      ];
      return [...rows, sheet.words(`${under.join('. ')}`, { size: 8.5, colour: paperColours.inkSoft })];
    }),
  ];
}

function differenceOf({ flag, indicator }: ActLine['reasons'][number]) {
  const { size, lower, upper } = flag;
  if (size === null || lower === null || upper === null) return null;
  const scale = indicator.kind === 'share' ? 100 : 1;
  return { value: size * scale, lower: lower * scale, upper: upper * scale };
}
