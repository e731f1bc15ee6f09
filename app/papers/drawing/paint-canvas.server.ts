import { Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import { hatchPath, type Mark, type PathMark } from './mark.ts';
import { fontOf, withFace } from './typeface.server.ts';

/** Paints marks on a canvas. */
export function paintOnCanvas(context: SKRSContext2D, marks: readonly Mark[]): void {
  withFace();
  for (const mark of marks) {
    if (mark.kind === 'path') {
      paintPath(context, mark);
      continue;
    }
    context.font = fontOf(mark.size, mark.isStrong);
    context.fillStyle = mark.colour;
    context.textAlign = mark.anchor === 'middle' ? 'center' : (mark.anchor ?? 'start');
    context.fillText(mark.words, mark.x, mark.y);
  }
}

function paintPath(context: SKRSContext2D, mark: PathMark): void {
  const { path, at: [x, y] = [0, 0], scale = 1, fill, stroke, width = 1, dash = [], hatch } = mark;
  const outline = new Path2D(path);
  context.save();
  context.translate(x, y);
  context.scale(scale, scale);
  context.lineJoin = 'round';
  if (fill) {
    context.fillStyle = fill;
    context.fill(outline);
  }
  if (hatch) {
    context.save();
    context.clip(outline);
    context.strokeStyle = hatch.colour;
    context.lineWidth = 1.2;
    context.stroke(new Path2D(hatchPath(hatch.box)));
    context.restore();
  }
  if (stroke) {
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.setLineDash([...dash]);
    context.stroke(outline);
  }
  context.restore();
}
