import { ageBands } from '#core/sampling/stratum.ts';
import { normalQuantile } from '#core/statistics/distributions.ts';
import { headlineShare, type PlantedIndicator, plantedExcess } from '../planted-truths.ts';
import type { Random } from '../random.ts';
import type { Cell } from './person.ts';

/** A question whose answers go from calm to bad. Shares are of those who answer on the scale. */
export interface OrdinalItem {
  variable: string;
  /** From calm to bad. */
  codes: readonly number[];
  shares: readonly number[];
  /** Position of the first code that counts as bad; the rest of an item moves with it. */
  badFrom: number;
  /** Correlation of the answer with the person's fear. */
  loading: number;
  /** Women minus men, in bad answers. */
  women?: number;
  /** Points by age band, from young to old, that sum to about nothing over the city. */
  age?: readonly number[];
  /** Lasting differences between districts, never on a headline indicator. */
  districts?: Readonly<Record<number, number>>;
  /** The bad answers are this headline indicator: its planted truth decides. */
  headline?: PlantedIndicator;
  /** Follows this part of what is planted on a headline indicator. */
  echoes?: readonly [indicator: PlantedIndicator, part: number];
  missing?: readonly MissingShare[];
  /** "Hard to say" counts in the base of the headline indicator. */
  baseHasMissing?: boolean;
}

export interface MissingShare {
  code: number;
  share: number;
  /** Added per age band, from young to old. */
  age?: readonly number[];
  women?: number;
}

/** An item for one cell, ready to draw from. */
export interface PreparedItem {
  variable: string;
  codes: readonly number[];
  cuts: Float64Array;
  loading: number;
  noise: number;
  missingCodes: readonly number[];
  /** Cumulative. */
  missingShares: Float64Array;
}

export function prepareItem(item: OrdinalItem, cell: Cell): PreparedItem {
  const { sex, ageBand } = cell;
  const age = ageBands.indexOf(ageBand);
  const missing = (item.missing ?? []).map(({ share, age: byAge, women = 0 }) =>
    Math.max(0, share + (byAge?.[age] ?? 0) + (sex === 'F' ? women / 2 : -women / 2)),
  );
  const missingTotal = missing.reduce((sum, share) => sum + share, 0);
  const usual = item.shares.slice(item.badFrom).reduce((sum, share) => sum + share, 0);
  const bad = badShare(item, cell, usual, age) / (item.baseHasMissing ? 1 - missingTotal : 1);
  const cuts = new Float64Array(item.codes.length - 1);
  let cumulative = 0;
  for (let i = 0; i < cuts.length; i += 1) {
    const part = item.shares[i] ?? 0;
    cumulative += i < item.badFrom ? (part / (1 - usual)) * (1 - bad) : (part / usual) * bad;
    cuts[i] = cutAbove(cumulative);
  }
  let before = 0;
  const missingShares = Float64Array.from(missing, (share) => {
    before += share;
    return before;
  });
  const { variable, codes, loading } = item;
  const noise = Math.sqrt(1 - loading * loading);
  const missingCodes = (item.missing ?? []).map(({ code }) => code);
  return { variable, codes, cuts, loading, noise, missingCodes, missingShares };
}

const cutsByShare = new Map<number, number>();

/** The point of the standard normal below which a share lies; most cells share theirs. */
function cutAbove(share: number): number {
  const known = cutsByShare.get(share);
  if (known !== undefined) return known;
  const cut = normalQuantile(Math.min(0.9999, Math.max(0.0001, share)));
  cutsByShare.set(share, cut);
  return cut;
}

function badShare(item: OrdinalItem, cell: Cell, usual: number, age: number): number {
  const byAge = item.age?.[age] ?? 0;
  if (item.headline) return headlineShare(item.headline, cell) + byAge;
  const women = item.women ?? 0;
  const echo = item.echoes ? plantedExcess(item.echoes[0], cell.district, cell.waveId) * item.echoes[1] : 0;
  const share =
    usual +
    byAge +
    (cell.sex === 'F' ? women * 0.45 : women * -0.55) +
    (item.districts?.[cell.district] ?? 0) +
    echo;
  return Math.min(0.97, Math.max(0.01, share));
}

/** One answer of a person whose fear is standard normal. */
export function drawItem(item: PreparedItem, fear: number, random: Random): number {
  const { missingShares, cuts } = item;
  if (missingShares.length > 0) {
    const u = random.uniform();
    for (let i = 0; i < missingShares.length; i += 1) {
      if (u < (missingShares[i] as number)) return item.missingCodes[i] as number;
    }
  }
  const latent = item.loading * fear + item.noise * random.normal();
  let position = 0;
  while (position < cuts.length && latent > (cuts[position] as number)) position += 1;
  return item.codes[position] as number;
}
