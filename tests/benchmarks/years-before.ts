import type { ScriptedIntervention } from '#app/demonstration/intervention-script.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import { districtKey } from '#core/sampling/stratum.ts';

const waveOrPublication = /^(\d{4})(-[12](?:\.\d+)?)$/;
const day = /^(\d{4})(-\d{2}-\d{2})$/;

/**
 * A publication as one of so many years before could have been: every wave and day in it moved, also those
 * that it was compared with, and the shares on which no flag rests a little, so that a trend of twenty waves
 * is no straight line.
 */
export function publicationBefore(document: PublicationDocument, years: number): PublicationDocument {
  const moved = movedBack(document, years) as PublicationDocument;
  const { wave, indicators, estimates, flags } = moved;
  const flagged = new Set(flags.map(({ indicator, district }) => `${indicator} ${districtKey(district)}`));
  const shares = new Set(indicators.flatMap(({ id, kind }) => (kind === 'share' ? [id] : [])));
  const shift = (years % 2 === 0 ? 0.004 : -0.003) * years;
  return {
    ...moved,
    wave: { ...wave, year: wave.year - years },
    estimates: estimates.map((estimate) =>
      shares.has(estimate.indicator) && !flagged.has(`${estimate.indicator} ${estimate.domain}`)
        ? shifted(estimate, shift)
        : estimate,
    ),
  };
}

/** What city hall did so many years before; the flags that it answered are not told. */
export function interventionBefore(scripted: ScriptedIntervention, years: number): ScriptedIntervention {
  const { key, plan, ...moved } = movedBack(scripted, years) as ScriptedIntervention;
  return {
    ...moved,
    key: `${key} ${years}`,
    flag: null,
    plan: { ...plan, title: `${plan.title} (${plan.startsOn})` },
  };
}

function movedBack(value: unknown, years: number): unknown {
  if (Array.isArray(value)) return value.map((item) => movedBack(item, years));
  if (typeof value === 'string') {
    const [, year, rest] = waveOrPublication.exec(value) ?? day.exec(value) ?? [];
    return year === undefined ? value : `${Number(year) - years}${rest}`;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, movedBack(inner, years)]));
}

function shifted(estimate: PublishedEstimate, shift: number): PublishedEstimate {
  const { value, lower, upper } = estimate;
  if (value === null || lower === null || upper === null || lower + shift < 0 || upper + shift > 1)
    return estimate;
  const [moved, from, to] = [value, lower, upper].map((share) => Math.round((share + shift) * 1000) / 1000);
  return { ...estimate, value: moved ?? value, lower: from ?? lower, upper: to ?? upper };
}
