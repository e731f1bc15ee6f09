import type { GonePlaces as Gone } from '#app/use-cases/results/published/place-list.server.ts';
import { districtByNumber } from '#city/city.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { waveIdWords } from '../page/wave-words.ts';

/** Places that were flagged in the last comparable wave and no longer are; nothing where there is none. */
export function GonePlaces({ gone, withDistricts = true }: { gone: Gone | null; withDistricts?: boolean }) {
  const translator = useTranslator();
  if (!gone || gone.places.length === 0) return null;
  const names = gone.places.map(({ name, district }) =>
    withDistricts && district !== null ? `${name} (${districtByNumber(district).name})` : name,
  );
  return (
    <p>
      {translator.t('results:places.gone', {
        count: gone.places.length,
        wave: waveIdWords(translator, gone.waveId),
        names: names.join(', '),
      })}
    </p>
  );
}
