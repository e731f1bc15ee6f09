import { answerShares } from '#core/estimation/distributions.ts';
import { type Block, longColumns, type OutputCell } from '../block.ts';
import { answerCodes } from '../items.ts';

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
          return shares.flatMap(({ code, share }): OutputCell[][] => {
            const key = [name, wave.wave, domain.name, item, code];
            if (share?.standardError === 0)
              note({ rule: 'zero-variance', ...where, detail: { answer: code } });
            return [
              [...key, 'est', share?.mean ?? null],
              [...key, 'se', share?.standardError ?? null],
            ];
          });
        });
      });
    }),
  );
  return rows.length === 0 ? [] : [{ name: 'dist', columns: longColumns, rows }];
};
