import type { SurveyDesign } from '#core/estimation/variance/design.ts';
import { type DomainMean, domainMean } from '#core/estimation/variance/domain-mean.ts';
import { itemSums } from '#core/estimation/variance/item-sums.ts';
import { type Block, longColumns, type OutputCell, type WaveAnalysis } from '../block.ts';
import type { Domain } from '../domains.ts';
import { answerCodes } from '../items.ts';

/** `dist`: the share of each answer to the items on a scale of points, in the city and the districts. */
export const distBlock: Block = ({ waves, comparedDesigns, scales, city, districts, note }) => {
  const rows = waves.flatMap((wave) =>
    comparedDesigns.flatMap((name) => {
      const design = wave.design(name);
      if (!design) return [];
      return scales.flatMap((item) => {
        const shareIn = answerShares(wave, design, item);
        return [city, ...districts].flatMap((domain) => {
          const shares = shareIn(domain);
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

function answerShares(wave: WaveAnalysis, design: SurveyDesign, item: string) {
  const values = wave.item(item);
  const sums = (answerCodes(item, 'mean') ?? []).map((code) => ({
    code,
    sums: itemSums(
      design,
      values.map((value) => (Number.isNaN(value) ? Number.NaN : Number(value === code))),
    ),
  }));
  return (domain: Domain): { code: number; share: DomainMean | null }[] =>
    sums.map(({ code, sums: own }) => ({ code, share: domainMean(design, own, wave.cells(design, domain)) }));
}
