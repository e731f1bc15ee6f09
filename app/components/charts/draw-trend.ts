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
import { groundPlugin, pictureWords, wrapWords } from './picture-frame.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale, Filler, Title, SubTitle, Tooltip);

type TrendDataset = ChartDataset<'line', { x: number; y: number }[]> & { source?: PicturePoint[] };

/** Draws the picture on a canvas; the caller destroys the chart. */
export function draw(canvas: HTMLCanvasElement, picture: TrendPicture): Chart {
  const palette = readPalette(canvas);
  const configuration: ChartConfiguration<'line', { x: number; y: number }[]> = {
    type: 'line',
    data: { datasets: picture.runs.flatMap((run) => datasetsOf(run, palette)) },
    options: { ...options(picture, palette) },
    plugins: [groundPlugin(palette), whiskers(palette), breakMarks(picture, palette)],
  };
  return new Chart(canvas, configuration) as unknown as Chart;
}

function datasetsOf(run: PictureRun, palette: Palette): TrendDataset[] {
  const edge = (side: 'lower' | 'upper') =>
    run.points.map((point) => ({ x: point.at, y: point[side] ?? point.value }));
  const silent = { pointRadius: 0, pointHitRadius: 0, borderWidth: 0 };
  const own = run.series === 'waves';
  const line: TrendDataset = {
    source: run.points,
    data: run.points.map(({ at, value }) => ({ x: at, y: value })),
    borderColor: own ? palette.accent : palette.inkSoft,
    borderWidth: own ? 2 : 1.5,
    borderDash: own ? [] : [2, 4],
    pointStyle: run.points.map(({ shape }) => shape),
    pointRadius: 6,
    pointHoverRadius: 7,
    pointBorderWidth: 2,
    pointBorderColor: own ? palette.accent : palette.inkSoft,
    // Autumn is hollow too: in a grey print shape and filling tell the seasons apart.
    pointBackgroundColor: run.points.map(({ shape }) =>
      shape === 'circle' ? palette.accent : palette.surface,
    ),
    fill: false,
  };
  if (!own) return [line];
  return [
    line,
    { data: edge('lower'), ...silent },
    { data: edge('upper'), ...silent, fill: '-1', backgroundColor: palette.accentSoft },
  ];
}

function options(picture: TrendPicture, palette: Palette): ChartConfiguration<'line'>['options'] {
  const places = [...picture.ticks, ...picture.breaks].map(({ at }) => at);
  const words = pictureWords(picture, palette);
  const font = { family: palette.face, size: 12 };
  return {
    ...words,
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    scales: {
      x: {
        type: 'linear',
        min: Math.min(...places) - 0.25,
        max: Math.max(...places) + 0.25,
        grid: { display: false },
        border: { color: palette.lineStrong },
        afterBuildTicks(axis) {
          axis.ticks = picture.ticks.map(({ at }) => ({ value: at }));
        },
        ticks: {
          color: palette.ink,
          font,
          maxRotation: 0,
          autoSkip: true,
          autoSkipPadding: 4,
          callback: (value) => picture.ticks.find(({ at }) => at === value)?.lines ?? '',
        },
      },
      y: {
        type: 'linear',
        min: 0,
        max: 100,
        border: { display: false },
        grid: { color: palette.line },
        ticks: { color: palette.inkSoft, font, stepSize: 20 },
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

function breakMarks({ breaks }: TrendPicture, palette: Palette): Plugin<'line'> {
  return {
    id: 'breakMarks',
    beforeDatasetsDraw({ ctx, scales: { x }, chartArea }) {
      if (!x) return;
      ctx.save();
      ctx.strokeStyle = palette.lineStrong;
      ctx.fillStyle = palette.inkSoft;
      ctx.font = `12px ${palette.face}`;
      ctx.textBaseline = 'top';
      ctx.setLineDash([4, 4]);
      for (const { at, note } of breaks) {
        const across = x.getPixelForValue(at);
        ctx.beginPath();
        ctx.moveTo(across, chartArea.top);
        ctx.lineTo(across, chartArea.bottom);
        ctx.stroke();
        const onLeft = across - chartArea.left > chartArea.width / 2;
        ctx.textAlign = onLeft ? 'right' : 'left';
        const room = (onLeft ? across - chartArea.left : chartArea.right - across) - 8;
        wrapWords(ctx, note, Math.min(room, 180)).forEach((line, row) => {
          ctx.fillText(line, across + (onLeft ? -6 : 6), chartArea.top + 4 + row * 15);
        });
      }
      ctx.restore();
    },
  };
}
