import type { PageDrawing } from './drawing.ts';

/** Questions whose answer was taken back since the page was asked for. */
export function takenBack({ answers }: PageDrawing): Set<string> {
  return new Set(Object.keys(answers).filter((name) => answers[name] === ''));
}
