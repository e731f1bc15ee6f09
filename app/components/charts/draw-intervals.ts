import {
  CategoryScale,
  Chart,
  type ChartConfiguration,
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
import type { IntervalPicture } from './picture.ts';
import { cutMark, groundPlugin, pictureWords } from './picture-frame.ts';

Chart.register(
  LineController,
  LineElement,
  PointElement,
  LinearScale,
  CategoryScale,
  Title,
  SubTitle,
  Tooltip,
);

/**
 * A dot and its interval for each row, on an axis that fits them; the caller destroys the chart.
 *
 * @param still  as for `drawTrend`
 */
export function drawIntervals(
  canvas: HTMLCanvasElement,
  picture: IntervalPicture,
  still: Palette | null = null,
): Chart {
  const palette = still ?? readPalette(canvas);
  const words = pictureWords(picture, palette);
  const font = { family: palette.face, size: 12 };
  const configuration: ChartConfiguration<'line', (number | null)[]> = {
    type: 'line',
    data: {
      labels: picture.rows.map(({ label }) => label),
      datasets: [
        {
          data: picture.rows.map(({ value }) => value),
          showLine: false,
          pointRadius: 5,
          pointHoverRadius: 6,
          pointStyle: 'circle',
          pointBackgroundColor: palette.accent,
          pointBorderColor: palette.accent,
        },
      ],
    },
    options: {
      ...words,
      indexAxis: 'y',
      animation: false,
      responsive: still === null,
      maintainAspectRatio: false,
      scales: {
        x: {
          type: 'linear',
          min: picture.axis.from,
          max: picture.axis.to,
          grid: { color: palette.line },
          border: { color: palette.lineStrong },
          ticks: { color: palette.inkSoft, font, stepSize: picture.axis.step },
          title: { display: true, text: picture.unit, color: palette.inkSoft, font },
        },
        y: {
          type: 'category',
          offset: true,
          grid: { display: false },
          border: { display: false },
          ticks: { color: palette.ink, font, autoSkip: false },
        },
      },
      plugins: {
        ...words.plugins,
        tooltip: {
          displayColors: false,
          callbacks: { title: () => '', label: ({ dataIndex }) => picture.rows[dataIndex]?.words ?? '' },
        },
      },
    },
    plugins: [groundPlugin(palette), intervals(picture, palette), cutMark(picture.axis, 'x', palette)],
  };
  return new Chart(canvas, configuration) as unknown as Chart;
}

function intervals({ rows, reference }: IntervalPicture, palette: Palette): Plugin<'line'> {
  return {
    id: 'intervals',
    beforeDatasetsDraw({ ctx, scales: { x, y }, chartArea }) {
      if (!x || !y) return;
      ctx.save();
      if (reference) {
        ctx.strokeStyle = palette.inkSoft;
        ctx.setLineDash([4, 4]);
        const across = x.getPixelForValue(reference.value);
        ctx.beginPath();
        ctx.moveTo(across, chartArea.top);
        ctx.lineTo(across, chartArea.bottom);
        ctx.stroke();
        ctx.setLineDash([]);
      }
      ctx.lineWidth = 2;
      rows.forEach((row, index) => {
        if (row.lower === null || row.upper === null) return;
        const down = y.getPixelForValue(index);
        ctx.strokeStyle = palette.accent;
        ctx.beginPath();
        ctx.moveTo(x.getPixelForValue(row.lower), down);
        ctx.lineTo(x.getPixelForValue(row.upper), down);
        ctx.stroke();
      });
      ctx.restore();
    },
  };
}
