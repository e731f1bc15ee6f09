import { minimumAnswers } from '#core/estimation/intervals/minimum-base.ts';
import {
  familySizes,
  fewestSufficient,
  sampleLimits,
  type TestedSample,
  weakestOf,
} from '#core/flagging/power/detectable.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import { TableBox } from '../page/table-box.tsx';
import { SamplePower } from './sample-power.tsx';

const shares = [0.05, 0.1, 0.3, 0.5] as const;
const columns = [
  'district',
  'city',
  'level',
  'levelRollingYear',
  'change',
  'changeRollingYear',
  'gap',
  'gapPooled',
] as const;

interface SampleLimitsProps {
  /** All districts are taken to have as many respondents as the one with the fewest. */
  sample: TestedSample;
  /** Whether flags rest on two waves together. */
  leads?: boolean;
  /** Of a publication: bases are rounded down, and the design effect is the city's. A plan is neither. */
  seen?: boolean;
  headingLevel?: 'h2' | 'h3';
}

/**
 * What a sample can and cannot show: margins, smallest differences that are found, and how often a true one
 * is.
 */
export function SampleLimits({
  sample,
  leads = false,
  seen = false,
  headingLevel: Heading = 'h2',
}: SampleLimitsProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  const n = formatNumber(language, Math.min(...sample.respondents));
  const limits = sampleLimits(sample);
  const families = familySizes(sample);
  const weakest = weakestOf(limits.districts);
  const share = formatShare(language, sample.share, 0);
  const caption = t(`method:limits.${seen ? 'tableSeen' : 'table'}`, { n });
  const values = { n, share, fewest: formatNumber(language, fewestSufficient(sample)) };
  return (
    <section aria-labelledby="method-limits">
      <Heading id="method-limits">{t('method:limits.title')}</Heading>
      <p>
        {t(`method:limits.${seen ? 'leadSeen' : 'lead'}`, {
          n,
          share,
          deff: formatNumber(language, sample.designEffect, 2),
          district: points(translator, weakest.margin),
          city: points(translator, limits.city.margin),
        })}
      </p>
      {weakest.isSufficient ? (
        <p>
          {t('method:limits.text', {
            level: points(translator, weakest.level),
            levelYear: points(translator, weakest.levelRollingYear),
            change: points(translator, weakest.change),
            changeYear: points(translator, weakest.changeRollingYear),
          })}{' '}
          {t(`method:limits.${gapKey(weakest)}`, {
            gap: points(translator, weakest.gap),
            gapPooled: points(translator, weakest.gapPooled),
          })}{' '}
          {t('method:limits.meaning')}
        </p>
      ) : (
        <p className="notice">{t('method:limits.none', values)}</p>
      )}
      <TableBox label={caption}>
        <table className="compact">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('method:limits.column.share')}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="number">
                  {t(`method:limits.column.${column}`)}
                </th>
              ))}
              <th scope="col">{t('method:limits.column.flags')}</th>
            </tr>
          </thead>
          <tbody>
            {shares.map((each) => (
              <LimitsRow key={each} sample={{ ...sample, share: each }} />
            ))}
          </tbody>
        </table>
      </TableBox>
      {weakest.isSufficient && shares.some((each) => isRare(weakest.respondents, each)) ? (
        <p>{t('method:limits.partlyWhy', { answers: minimumAnswers })}</p>
      ) : null}
      {weakest.isSufficient ? <p>{t('method:limits.halves')}</p> : null}
      {weakest.isSufficient ? <SamplePower sample={sample} leads={leads} /> : null}
      <p className="soft source-note">
        {t('method:limits.assumed', {
          deff: formatNumber(language, sample.designEffect, 2),
          watch: formatShare(language, sample.rule.absoluteWatchLevel, 0),
          version: sample.rule.version,
          family: formatNumber(language, families.single),
          gapFamily: formatNumber(language, families.gap),
          sizes: t(sample.populations ? 'method:limits.sizesKnown' : 'method:limits.sizesEqual'),
        })}
      </p>
    </section>
  );
}

function LimitsRow({ sample }: { sample: TestedSample }) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { city, districts } = sampleLimits(sample);
  const { margin, isSufficient, isGapSufficient, respondents, ...smallest } = weakestOf(districts);
  const gap = gapKey({ isSufficient, isGapSufficient });
  const cells = { ...smallest, district: margin, city: city.margin };
  const isShown = (column: (typeof columns)[number]) => {
    if (column === 'district' || column === 'city') return true;
    if (column === 'gap') return gap === 'gap';
    return isSufficient && (column !== 'gapPooled' || gap !== 'noGap');
  };
  return (
    <tr>
      <th scope="row" className="number">
        {formatShare(language, sample.share, 0)}
      </th>
      {columns.map((column) => (
        <td key={column} className="number">
          {column === 'district' || column === 'city' ? '±\u00a0' : ''}
          {isShown(column) ? points(translator, cells[column]) : '–'}
        </td>
      ))}
      <td>
        {t(
          `method:limits.${isSufficient ? (isRare(respondents, sample.share) ? 'partly' : 'possible') : 'impossible'}`,
        )}
      </td>
    </tr>
  );
}

/** Whether a figure near the share would be hidden: too few people would give the rarer answer. */
function isRare(respondents: number, share: number): boolean {
  return respondents * Math.min(share, 1 - share) < minimumAnswers;
}

/**
 * Each side of a gap has half of a district's people; two waves have as many on a side as one has in the
 * district.
 */
function gapKey({
  isSufficient,
  isGapSufficient,
}: {
  isSufficient: boolean;
  isGapSufficient: boolean;
}): 'gap' | 'gapOfTwo' | 'noGap' {
  if (isGapSufficient) return 'gap';
  return isSufficient ? 'gapOfTwo' : 'noGap';
}

/** Percentage points with one decimal; a dash where nobody answered. */
function points({ language }: Translator, share: number): string {
  return Number.isFinite(share) ? formatNumber(language, share * 100, 1) : '–';
}
