import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Chart } from 'chart.js';
import { drawIntervals } from '../../components/charts/draw-intervals.ts';
import { drawTrend } from '../../components/charts/draw-trend.ts';
import type { Palette } from '../../components/charts/palette.ts';
import type { IntervalPicture, TrendPicture } from '../../components/charts/picture.ts';
import { paperColours } from '../drawing/paper-colours.ts';
import { face } from '../drawing/typeface.server.ts';
import type { Picture } from './picture.ts';

const palette: Palette = {
  surface: paperColours.ground,
  ink: paperColours.ink,
  inkSoft: paperColours.inkSoft,
  line: paperColours.line,
  lineStrong: paperColours.lineStrong,
  accent: paperColours.accent,
  accentSoft: paperColours.accentSoft,
  face: `"${face}"`,
};

/** The page's own trend, drawn by the same code. */
export function trendFile(picture: TrendPicture): Picture {
  return chartPicture(picture, { width: 960, height: 540 }, (canvas) => drawTrend(canvas, picture, palette));
}

/** The page's own dots with intervals, drawn by the same code. */
export function intervalFile(picture: IntervalPicture): Picture {
  const size = { width: 960, height: 200 + picture.rows.length * 30 };
  return chartPicture(picture, size, (canvas) => drawIntervals(canvas, picture, palette));
}

function chartPicture(
  { title, notes }: { title: string; notes: string[] },
  size: { width: number; height: number },
  draw: (canvas: HTMLCanvasElement) => Chart,
): Picture {
  return {
    ...size,
    title,
    notes,
    paint(context) {
      draw(onlyThe(context, size)).destroy();
    },
  };
}

/**
 * What Chart.js needs of a canvas. It may not set the size of ours, nor its transformation: a new chart would
 * wipe what the picture is scaled by.
 */
function onlyThe(context: SKRSContext2D, size: { width: number; height: number }): HTMLCanvasElement {
  const canvas = { ...size, getContext: () => own };
  const own: SKRSContext2D = new Proxy(context, {
    get(target, name) {
      if (name === 'canvas') return canvas;
      if (name === 'setTransform' || name === 'resetTransform' || name === 'clearRect')
        return () => undefined;
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
    set: (target, name, value) => Reflect.set(target, name, value, target),
  });
  return canvas as unknown as HTMLCanvasElement;
}
