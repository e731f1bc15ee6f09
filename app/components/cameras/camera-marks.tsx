import type { CameraKind } from '#core/camera/camera.ts';

interface CameraMarksProps {
  kind: CameraKind;
  points: readonly { x: number; y: number }[];
  /** Half of a mark's width, in units of the drawing. */
  size: number;
}

/**
 * Cameras of one kind as one path: a square is in the system, a ring can be linked, a triangle is planned.
 */
export function CameraMarks({ kind, points, size }: CameraMarksProps) {
  const shape = {
    integrated: `m${-size} ${-size}h${2 * size}v${2 * size}h${-2 * size}z`,
    linkable: `m${-size} 0a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0z`,
    planned: `m0 ${-size * 1.2}l${size * 1.2} ${2.1 * size}h${-2.4 * size}z`,
  }[kind];
  return (
    <path
      className={`camera-mark camera-${kind}`}
      d={points.map(({ x, y }) => `M${x} ${y}${shape}`).join('')}
    />
  );
}
