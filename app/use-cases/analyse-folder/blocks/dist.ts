import { answerShares } from '#core/estimation/distributions.ts';
import type { Block } from '../block.ts';
import { answerCodes } from '../items.ts';
import { longRows, longTable } from '../long-table.ts';

/** `dist`: the share of each answer to the items on a scale of points, in the city and the districts. */
export const distBlock: Block = ({ waves, comparedDesigns, scales, city, districts, note }) => {
  const rows = waves.flatMap((wave) =>
    comparedDesigns.flatMap((name) => {
      const figures = wave.figures(name);
      if (!figures) return [];
      return scales.flatMap((item) => {
        const codes = answerCodes(item, 'mean') ?? [];
        const told = answerShares(figures.domains, { codes, values: wave.item(item) });
        const sharesOf = new Map(told.map(({ domain, shares }) => [domain, shares]));
        return [city, ...districts].flatMap((domain) => {
          const shares = sharesOf.get(wave.keyOf(domain)) ?? [];
          const where = { block: 'dist', design: name, wave: wave.wave, domain: domain.name, item };
          if (shares.every(({ share }) => share === null)) note({ rule: 'nobody-answered', ...where });
          return shares.flatMap(({ code, share }) => {
            if (share?.standardError === 0)
              note({ rule: 'zero-variance', ...where, detail: { answer: code } });
            return longRows({ ...where, method: code }, [
              ['est', share?.mean],
              ['se', share?.standardError],
            ]);
          });
        });
      });
    }),
  );
  return longTable('dist', rows);
};
