import { expect, it } from 'vitest';
import { plantedDistricts, plantedPlaces } from '#app/demonstration/seed/planted-truths.ts';
import type { WaveAnalysis } from '#core/analysis/wave-analysis.ts';
import { demonstrationWave } from '#tests/support/demonstration-wave.ts';

const nameOf = (flag: { kind: string; indicator: string; district: number; group: string | null }) =>
  `${flag.kind} ${flag.indicator} ${flag.district} ${flag.group ?? ''}`;

it('the rules find everything that was planted in the demonstration city, with false alarms as rare as they promise', () => {
  const earlier: WaveAnalysis[] = [];
  let [alerts, falseAlerts] = [0, 0];
  for (const waveId of ['2025-1', '2025-2', '2026-1']) {
    const analysis = demonstrationWave(waveId, 'planted', earlier);
    const found = analysis.flags.filter(({ severity }) => severity === 'alert').map(nameOf);
    const planted = plantedDistricts(waveId).map(nameOf);
    expect(planted.filter((name) => !found.includes(name))).toEqual([]);
    alerts += found.length;
    falseAlerts += found.filter((name) => !planted.includes(name)).length;
    const places = analysis.places.map(({ name }) => name);
    for (const { name } of plantedPlaces) expect(places).toContain(name);
    // Invented people answer each for themselves: a pattern of a tenth of its spot's people would keep the
    // wave from publication, and none may come near it.
    const excess = analysis.copiedPatterns.map(({ people, expected, of }) => (people - expected) / of);
    expect(excess.filter((share) => share >= 0.05)).toEqual([]);
    earlier.unshift(analysis);
  }
  // The rule promises that about one alert in twenty is false; two of these two dozen would already be rare.
  expect(falseAlerts / alerts).toBeLessThanOrEqual(0.1);
});
