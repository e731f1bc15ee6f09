import type { WavePlan } from '#app/use-cases/fieldwork/create-wave.server.ts';
import { waveIdOf } from '#core/fieldwork/wave-id.ts';
import { dayIn } from '#core/fieldwork/wave-time.ts';

const timeZone = 'Europe/Warsaw';
const dayMilliseconds = 86_400_000;

/** A wave whose fieldwork began five days before an instant and goes on for twenty days after it. */
export function waveOfToday(now: number) {
  const [year = 0, month = 0] = dayIn(now, timeZone).split('-').map(Number);
  const season: WavePlan['season'] = month < 7 ? 'spring' : 'autumn';
  return {
    waveId: waveIdOf({ year, season }),
    year,
    season,
    firstDay: dayIn(now - 5 * dayMilliseconds, timeZone),
    lastDay: dayIn(now + 20 * dayMilliseconds, timeZone),
  };
}
