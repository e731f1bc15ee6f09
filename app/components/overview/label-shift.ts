interface Point {
  x: number;
  y: number;
}

/**
 * How far a label must move so that it stands at least `apart` from every mark: away from the nearest one,
 * straight up where it stands right on it.
 */
export function labelShift(label: Point, marks: readonly Point[], apart: number): Point {
  let shift: Point = { x: 0, y: 0 };
  for (const mark of marks) {
    const [dx, dy] = [label.x + shift.x - mark.x, label.y + shift.y - mark.y];
    const distance = Math.hypot(dx, dy);
    if (distance >= apart) continue;
    const [ux, uy] = distance === 0 ? [0, -1] : [dx / distance, dy / distance];
    shift = { x: shift.x + ux * (apart - distance), y: shift.y + uy * (apart - distance) };
  }
  return { x: Math.round(shift.x), y: Math.round(shift.y) };
}
