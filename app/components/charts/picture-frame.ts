import type { Chart, ChartOptions, Plugin } from 'chart.js';
import { type FittedAxis, isCut } from './fitted-axis.ts';
import type { Palette } from './palette.ts';

type Words = Pick<ChartOptions<'line'>, 'layout' | 'plugins' | 'font' | 'color'>;

/** Breaks words into lines that fit a width; Chart.js itself cuts them off. */
export function wrapWords(context: CanvasRenderingContext2D, words: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || context.measureText(longer).width > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

function wrapped(chart: Chart, sentences: string[], font: string): string[] {
  chart.ctx.save();
  chart.ctx.font = font;
  const lines = sentences.flatMap((sentence) => wrapWords(chart.ctx, sentence, chart.width - 24));
  chart.ctx.restore();
  return lines;
}

/** Below this width a picture has no room for words beside its marks. */
export function isNarrow({ width }: Pick<Chart, 'width'>): boolean {
  return width < 480;
}

/**
 * Title above and source below, inside the picture: a screenshot of it stays honest. `marks` are words that
 * stand beside the marks where there is room, and below with the notes where there is none.
 */
export function pictureWords(
  { title, notes, marks = [] }: { title: string; notes: string[]; marks?: string[] },
  palette: Palette,
): Words {
  return {
    color: palette.inkSoft,
    font: { family: palette.face, size: 13 },
    layout: { padding: { top: 8, right: 16, bottom: 8, left: 8 } },
    plugins: {
      legend: { display: false },
      title: {
        display: true,
        align: 'start',
        color: palette.ink,
        font: { family: palette.face, size: 15, weight: 600 },
        padding: { top: 4, bottom: 12 },
        text: ({ chart }: { chart: Chart }) => wrapped(chart, [title], `600 15px ${palette.face}`),
      } as never,
      subtitle: {
        display: true,
        position: 'bottom',
        align: 'start',
        color: palette.inkSoft,
        font: { family: palette.face, size: 12 },
        padding: { top: 8 },
        text: ({ chart }: { chart: Chart }) =>
          wrapped(chart, isNarrow(chart) ? [...notes, ...marks] : notes, `12px ${palette.face}`),
      } as never,
    },
  };
}

/** A ground of its own, so that light ink is not printed on white paper. */
export function groundPlugin(palette: Palette): Plugin<'line'> {
  return {
    id: 'ground',
    beforeDraw({ ctx, width, height }) {
      ctx.save();
      ctx.fillStyle = palette.surface;
      ctx.fillRect(0, 0, width, height);
      ctx.restore();
    },
  };
}

/** Two strokes across the beginning of an axis that does not begin at zero. */
export function cutMark(axis: FittedAxis, side: 'x' | 'y', palette: Palette): Plugin<'line'> {
  return {
    id: 'cutMark',
    afterDraw({ ctx, chartArea: { left, bottom } }) {
      if (!isCut(axis)) return;
      ctx.save();
      ctx.strokeStyle = palette.ink;
      ctx.lineWidth = 1.5;
      for (const along of [4, 9]) {
        const [x, y] = side === 'y' ? [left, bottom - along] : [left + along, bottom];
        ctx.beginPath();
        if (side === 'y') {
          ctx.moveTo(x - 5, y + 2);
          ctx.lineTo(x + 5, y - 2);
        } else {
          ctx.moveTo(x - 2, y + 5);
          ctx.lineTo(x + 2, y - 5);
        }
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}
