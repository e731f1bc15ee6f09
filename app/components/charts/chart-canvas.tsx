import type { Chart } from 'chart.js';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { IntervalPicture, TrendPicture } from './picture.ts';

type Drawn = { kind: 'trend'; picture: TrendPicture } | { kind: 'intervals'; picture: IntervalPicture };

/** Width of the text on A4 with the margins of our pages, in CSS pixels, less the border around a picture. */
const paperWidth = 668;

/**
 * A picture over a table that is always there. Chart.js comes after the page: without scripts, or when it
 * does not arrive, nothing is missing but the picture.
 */
export function ChartCanvas({ drawn, summary }: { drawn: Drawn; summary: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [live, setLive] = useState(false);
  const content = JSON.stringify(drawn);

  useEffect(() => setLive(true), []);

  useEffect(() => {
    if (!live) return;
    const current = JSON.parse(content) as Drawn;
    const scheme = window.matchMedia('(prefers-color-scheme: dark)');
    let chart: Chart | null = null;
    let left = false;
    const draw = async () => {
      const made = await startDrawing(current);
      if (left || !canvas.current) return;
      chart?.destroy();
      chart = made(canvas.current);
    };
    const redraw = () => void draw().catch(() => setLive(false));
    // A canvas keeps the size of the screen, which is wider than paper: its newest wave would be cut off.
    const fitPaper = () => chart?.resize(paperWidth, chart.height);
    const fitScreen = () => chart?.resize();
    redraw();
    scheme.addEventListener('change', redraw);
    window.addEventListener('beforeprint', fitPaper);
    window.addEventListener('afterprint', fitScreen);
    return () => {
      left = true;
      scheme.removeEventListener('change', redraw);
      window.removeEventListener('beforeprint', fitPaper);
      window.removeEventListener('afterprint', fitScreen);
      chart?.destroy();
    };
  }, [content, live]);

  if (!live) return null;
  const rows = drawn.kind === 'intervals' ? drawn.picture.rows.length : 0;
  return (
    <div className={`chart-canvas chart-${drawn.kind}${rows > 10 ? ' chart-tall' : ''}`}>
      <canvas ref={canvas} role="img" aria-label={summary} />
    </div>
  );
}

/** What a picture says in its title and source, for a reader who gets no picture. */
export function WithoutPicture({ children }: { children: ReactNode }) {
  return (
    <noscript>
      <p>{children}</p>
    </noscript>
  );
}

async function startDrawing(drawn: Drawn): Promise<(canvas: HTMLCanvasElement) => Chart> {
  if (drawn.kind === 'trend') {
    const { drawTrend } = await import('./draw-trend.ts');
    return (canvas) => drawTrend(canvas, drawn.picture);
  }
  const { drawIntervals } = await import('./draw-intervals.ts');
  return (canvas) => drawIntervals(canvas, drawn.picture);
}
