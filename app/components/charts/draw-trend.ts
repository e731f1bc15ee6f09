import {
  Chart,
  type ChartConfiguration,
  type ChartDataset,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
  SubTitle,
  Title,
  Tooltip,
} from 'chart.js';
import { type Palette, readPalette } from './palette.ts';
import type { PicturePoint, PictureRun, TrendPicture } from './picture.ts';
import { cutMark, groundPlugin, isNarrow, pictureWords, wrapWords } from './picture-frame.ts';
import { labelledTicks } from './trend-ticks.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale, Filler, Title, SubTitle, Tooltip);

type TrendDataset = ChartDataset<'line', { x: number; y: number }[]> & { source?: PicturePoint[] };

/** Pixels that a label of the horizontal axis takes, the space between two included. */
const labelRoom = 48;
/** Of the words at a break, in pixels. */
const lineHeight = 15;
const styles = {
  waves: { width: 2, dash: [], isDark: true },
  history: { width: 1.5, dash: [2, 4], isDark: false },
  bridged: { width: 2, dash: [7, 5], isDark: true },
  rest: { width: 2, dash: [6, 4], isDark: false },
} satisfies Record<PictureRun['series'], { width: number; dash: number[]; isDark: boolean }>;

/**
 * Draws the picture on a canvas; the caller destroys the chart.
 *
 * @param still  colours of a picture that no page is around, and that keeps its size
 */
export function drawTrend(
  canvas: HTMLCanvasElement,
  picture: TrendPicture,
  still: Palette | null = null,
): Chart {
  const palette = still ?? readPalette(canvas);
  const configuration: ChartConfiguration<'line', { x: number; y: number }[]> = {
    type: 'line',
    data: { datasets: picture.runs.flatMap((run) => datasetsOf(run, palette)) },
    options: { ...options(picture, palette), responsive: still === null },
    plugins: [
      groundPlugin(palette),
      whiskers(palette),
      breakMarks(picture, palette),
      cutMark(picture.axis, 'y', palette),
    ],
  };
  return new Chart(canvas, configuration) as unknown as Chart;
}

function datasetsOf(run: PictureRun, palette: Palette): TrendDataset[] {
  const edge = (side: 'lower' | 'upper') =>
    run.points.map((point) => ({ x: point.at, y: point[side] ?? point.value }));
  const silent = { pointRadius: 0, pointHitRadius: 0, borderWidth: 0 };
  const { width, dash, isDark } = styles[run.series];
  const colour = isDark ? palette.accent : palette.inkSoft;
  const line: TrendDataset = {
    source: run.points,
    data: [...run.points, ...(run.leadsTo ? [run.leadsTo] : [])].map(({ at, value }) => ({
      x: at,
      y: value,
    })),
    borderColor: colour,
    borderWidth: width,
    borderDash: dash,
    pointStyle: run.points.map(({ shape }) => shape),
    // A mark for each point of its own; the one that it leads to has its mark already.
    pointRadius: [...run.points.map(() => (run.series === 'rest' ? 3 : 6)), 0],
    pointHoverRadius: [...run.points.map(() => 7), 0],
    pointHitRadius: [...run.points.map(() => 1), 0],
    pointBorderWidth: 2,
    pointBorderColor: colour,
    // Autumn is hollow too: in a grey print shape and filling tell the seasons apart.
    pointBackgroundColor: run.points.map(({ shape }) =>
      shape === 'circle' ? palette.accent : palette.surface,
    ),
    fill: false,
    // The lowest lies on top: bands do not cover a bridged level.
    order: run.series === 'bridged' ? -1 : 0,
  };
  if (run.series !== 'waves') return [line];
  return [
    line,
    { data: edge('lower'), ...silent },
    { data: edge('upper'), ...silent, fill: '-1', backgroundColor: palette.accentSoft },
  ];
}

function options(picture: TrendPicture, palette: Palette): ChartConfiguration<'line'>['options'] {
  const places = [...picture.ticks, ...picture.breaks].map(({ at }) => at);
  const words = pictureWords({ ...picture, marks: picture.breaks.map(({ note }) => note) }, palette);
  const font = { family: palette.face, size: 12 };
  return {
    ...words,
    animation: false,
    maintainAspectRatio: false,
    scales: {
      x: {
        type: 'linear',
        min: Math.min(...places) - 0.25,
        max: Math.max(...places) + 0.25,
        grid: { display: false },
        border: { color: palette.lineStrong },
        afterBuildTicks(axis) {
          const room = axis.width / (axis.max - axis.min);
          axis.ticks = labelledTicks(picture.ticks, labelRoom / room).map(({ at }) => ({ value: at }));
        },
        ticks: {
          color: palette.ink,
          font,
          maxRotation: 0,
          autoSkip: false,
          callback: (value) => picture.ticks.find(({ at }) => at === value)?.lines ?? '',
        },
      },
      y: {
        type: 'linear',
        min: picture.axis.from,
        max: picture.axis.to,
        border: { display: false },
        grid: { color: palette.line },
        ticks: { color: palette.inkSoft, font, stepSize: picture.axis.step },
        title: { display: true, text: picture.unit, color: palette.inkSoft, font },
      },
    },
    plugins: {
      ...words.plugins,
      tooltip: {
        displayColors: false,
        filter: ({ dataset }) => 'source' in dataset,
        callbacks: {
          title: () => '',
          label: ({ dataset, dataIndex }) => (dataset as TrendDataset).source?.[dataIndex]?.words ?? '',
        },
      },
    },
  };
}

/** The interval of each point as a line of its own: a lone point has no band. */
function whiskers(palette: Palette): Plugin<'line'> {
  return {
    id: 'whiskers',
    beforeDatasetDraw(chart, { index }) {
      const { source } = chart.data.datasets[index] as unknown as TrendDataset;
      const { x, y } = chart.scales;
      if (!source || !x || !y) return;
      chart.ctx.save();
      chart.ctx.strokeStyle = palette.accent;
      chart.ctx.lineWidth = 1.5;
      for (const { at, lower, upper } of source) {
        if (lower === null || upper === null) continue;
        const across = x.getPixelForValue(at);
        chart.ctx.beginPath();
        chart.ctx.moveTo(across, y.getPixelForValue(lower));
        chart.ctx.lineTo(across, y.getPixelForValue(upper));
        chart.ctx.stroke();
      }
      chart.ctx.restore();
    },
  };
}

/**
 * A line at each break with its words, one under the other and on the side of the picture where the points
 * are not.
 */
function breakMarks({ breaks, runs }: TrendPicture, palette: Palette): Plugin<'line'> {
  const values = runs.flatMap(({ points }) => points.map(({ value }) => value));
  const isHigh = values.reduce((sum, value) => sum + value, 0) > 50 * values.length;
  return {
    id: 'breakMarks',
    beforeDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const { x } = chart.scales;
      if (!x) return;
      ctx.save();
      ctx.strokeStyle = palette.lineStrong;
      ctx.fillStyle = palette.inkSoft;
      ctx.font = `12px ${palette.face}`;
      ctx.textBaseline = 'top';
      ctx.setLineDash([4, 4]);
      const written = breaks.map(({ at, note }) => {
        const across = x.getPixelForValue(at);
        ctx.beginPath();
        ctx.moveTo(across, chartArea.top);
        ctx.lineTo(across, chartArea.bottom);
        ctx.stroke();
        const onLeft = across - chartArea.left > chartArea.width / 2;
        const room = (onLeft ? across - chartArea.left : chartArea.right - across) - 8;
        return { across, onLeft, lines: wrapWords(ctx, note, Math.min(room, 180)) };
      });
      const height = written.reduce((sum, { lines }) => sum + lines.length, 0) * lineHeight;
      let down = isHigh ? chartArea.bottom - 4 - height : chartArea.top + 4;
      for (const { across, onLeft, lines } of isNarrow(chart) ? [] : written) {
        ctx.textAlign = onLeft ? 'right' : 'left';
        for (const line of lines) {
          ctx.fillText(line, across + (onLeft ? -6 : 6), down);
          down += lineHeight;
        }
      }
      ctx.restore();
    },
  };
}
