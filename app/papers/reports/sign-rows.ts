import type { DistrictSign } from '#core/analysis/district-sign.ts';
import { placeOfDistrict } from '../../components/map/district-label.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { OverviewReport } from '../../use-cases/results/overview/overview-report.server.ts';
import { paperColours } from '../drawing/paper-colours.ts';
import type { Block, Sheet } from './sheet.server.ts';

const namesWidth = 128;

/** Every district on every headline indicator, in words: what calls for a look is bold, the rest soft. */
export function signRows(
  sheet: Sheet,
  translator: Translator,
  { matrix, headlines }: Pick<OverviewReport, 'matrix' | 'headlines'>,
): Block[] {
  const { t, language } = translator;
  const step = (sheet.width - namesWidth) / Math.max(1, headlines.length);
  const width = step - 5;
  const heading = sheet.beside(
    headlines.map(({ indicator }, index) => ({
      from: namesWidth + index * step,
      block: sheet.words(indicator.name[language], { size: 6.3, width, colour: paperColours.inkSoft }),
    })),
  );
  return [
    heading,
    ...matrix.map(({ district, signs }) =>
      sheet.beside([
        { from: 0, block: sheet.words(placeOfDistrict(district), { size: 6.8, width: namesWidth - 4 }) },
        ...signs.map((sign, index) => ({
          from: namesWidth + index * step,
          block: sheet.words(t(`overview:matrix.sign.${sign}`), {
            size: 6.8,
            width,
            isStrong: isTold(sign),
            colour: isTold(sign) ? paperColours.ink : paperColours.inkSoft,
          }),
        })),
      ]),
    ),
  ];
}

function isTold(sign: DistrictSign): boolean {
  return sign !== 'even' && sign !== 'partly' && sign !== 'untold';
}
