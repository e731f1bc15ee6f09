import { dayIn } from '#core/fieldwork/wave-time.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';

const dayLength = 86_400_000;

/** The day on which something happened `at` a share (0–1) of the time between a wave's opening and `end`. */
export function fieldworkDays({ opensAt, timeZone }: WaveRow, end: number): (at: number) => string {
  const days = Math.max(1, Math.round((end - opensAt) / dayLength));
  // Noon keeps away from the nights on which the clocks change.
  const names = Array.from({ length: days }, (_, day) => dayIn(opensAt + (day + 0.5) * dayLength, timeZone));
  return (at) => names[Math.min(days - 1, Math.floor(at * days))] ?? names[0] ?? '';
}
