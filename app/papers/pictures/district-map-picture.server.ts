import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import { marginWords } from '../../components/charts/figure-words.ts';
import { yearWords } from '../../components/figures/year-note.tsx';
import { flagSign } from '../../components/flags/flag-mark.tsx';
import { mapAnswer } from '../../components/map/map-answer.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import { districtOutlines } from '../../use-cases/results/map/city-outline.server.ts';
import type { DistrictMapReading } from '../../use-cases/results/map/district-map.server.ts';
import type { Mark } from '../drawing/mark.ts';
import { paperColours } from '../drawing/paper-colours.ts';
import { boundaryNote, type CitedPublication, pictureNote } from '../publication-words.ts';
import { districtMapDrawing, flagMarks, standingFills } from './district-map-drawing.ts';
import { framed, type LegendRow } from './framed.server.ts';
import type { Picture } from './picture.ts';

const steps = ['higher', 'even', 'lower', 'untold'] as const;
const signs = ['alert', 'repeated', 'watch', 'recovering'] as const;

/** The map of one indicator with its title, legend, base and source. */
export function districtMapPicture(
  translator: Translator,
  reading: DistrictMapReading,
  cited: CitedPublication,
): Picture {
  const { t } = translator;
  const { indicator, rule, districts } = reading;
  const drawnSigns = new Set(districts.flatMap(({ flags: [flag] }) => (flag ? [flagSign(flag)] : [])));
  return framed({
    title: mapAnswer(translator, reading),
    body: districtMapDrawing(districtOutlines(), reading),
    legend: [
      ...steps.map((step) => stepRow(translator, step, { indicator, rule })),
      ...signs
        .filter((sign) => drawnSigns.has(sign))
        .map((sign) => ({
          swatch: flagMarks(sign, [12, 8]).map((mark) => ({ ...mark, scale: 0.75 })) as Mark[],
          words: `${t(`results:flag.sign.${sign}`)}: ${t(`results:map.legend.sign.${sign}`)}`,
        })),
    ],
    notes: [
      `${t(`results:map.legend.direction.${indicator.direction}`)} ${t('results:map.legend.outline')}`,
      baseWords(translator, reading, cited),
      pictureNote(translator, cited),
      boundaryNote(translator),
    ],
  });
}

function stepRow(
  translator: Translator,
  step: (typeof steps)[number],
  { indicator, rule }: Pick<DistrictMapReading, 'indicator'> & { rule: FlagRuleSettings },
): LegendRow {
  const margin = marginWords(translator, indicator.kind, rule.levelMargin);
  const arrow = step === 'higher' ? 'M0-5 5 4H-5z' : step === 'lower' ? 'M0 5 5-4H-5z' : null;
  return {
    swatch: [
      {
        kind: 'path',
        path: 'M0 0H24V16H0z',
        fill: standingFills(indicator)[step],
        stroke: paperColours.lineStrong,
        ...(step === 'untold' && {
          hatch: { colour: paperColours.lineStrong, box: [0, 0, 24, 16] as const },
        }),
      },
      ...(arrow
        ? [
            {
              kind: 'path' as const,
              path: arrow,
              at: [12, 8] as const,
              fill: arrowFill(standingFills(indicator)[step]),
            },
          ]
        : []),
    ],
    words: translator.t(`results:map.legend.${step}`, { margin }).replace(/^[▲▼] /, ''),
  };
}

function arrowFill(ground: string): string {
  const { worse, more, ink } = paperColours;
  return ground === worse || ground === more ? paperColours.ground : ink;
}

function baseWords(
  translator: Translator,
  { indicator, city, basis }: DistrictMapReading,
  { wave }: CitedPublication,
): string {
  const { t, language } = translator;
  const pooledWith = basis.leads ? basis.pooledWith : null;
  const key = typeof city?.n !== 'number' ? 'baseHidden' : pooledWith === null ? 'base' : 'baseOfYear';
  return t(`results:map.${key}`, {
    year: pooledWith === null ? '' : yearWords(translator, wave.waveId, pooledWith),
    base: indicator.base[language],
    n: formatNumber(language, city?.n ?? 0),
    from: formatDay(language, wave.fieldworkFrom),
    to: formatDay(language, wave.fieldworkTo),
  });
}
