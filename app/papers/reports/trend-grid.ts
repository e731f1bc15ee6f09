import type { TrendSeries } from '../../components/charts/trend-series.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { ShownIndicator } from '../../use-cases/results/report-topics.server.ts';
import { paperColours } from '../drawing/paper-colours.ts';
import type { Block, Sheet } from './sheet.server.ts';
import { trendDrawing } from './trend-drawing.ts';

const [columns, step, width] = [3, 173, 162];

interface GridTrend {
  indicator: Pick<ShownIndicator, 'id' | 'kind' | 'name' | 'base'>;
  series: TrendSeries;
  /** The newest figure. */
  words: string;
}

/** Indicators over the waves, three beside each other, with what their marks mean below. */
export function trendGrid(
  sheet: Sheet,
  translator: Translator,
  trends: readonly GridTrend[],
  season: 'spring' | 'autumn',
): Block[] {
  const { t, language } = translator;
  const drawn = trends.filter(({ series }) => series.segments.length > 0);
  if (drawn.length === 0) return [];
  const rows: Block[] = [];
  for (let first = 0; first < drawn.length; first += columns) {
    const row = drawn.slice(first, first + columns);
    const names = row.map(({ indicator }, index) => ({
      from: index * step,
      block: sheet.words(indicator.name[language], { size: 8.5, isStrong: true, width }),
    }));
    const figures = row.map(({ words, indicator }, index) => ({
      from: index * step,
      block: sheet.words(`${words} · ${indicator.base[language]}`, {
        size: 7.5,
        width,
        colour: paperColours.inkSoft,
      }),
    }));
    const pictures = row.map(({ indicator, series, words }, index) => ({
      from: index * step,
      block: sheet.drawing(
        trendDrawing(series, { kind: indicator.kind, language, season }),
        `${indicator.name[language]}: ${words}`,
        width,
      ),
    }));
    rows.push(stacked([sheet.beside(names), sheet.beside(figures), sheet.beside(pictures, 'Figure')]));
  }
  const note = sheet.words(t('exports:paper.trendMarks'), { size: 8, colour: paperColours.inkSoft });
  return [...rows, note];
}

/** Blocks one under the other that a page does not part. */
function stacked(blocks: readonly Block[]): Block {
  return {
    height: blocks.reduce((sum, { height }) => sum + height, 0) + 4,
    tag: 'Figure',
    alt: '',
    put(sheet, x, top) {
      let down = top;
      for (const block of blocks) {
        block.put(sheet, x, down);
        down += block.height;
      }
    },
  };
}
