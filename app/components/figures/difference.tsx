import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, shareDecimals, signedNumber } from '../../i18n/format.ts';

interface DifferenceProps {
  difference: number;
  lower: number;
  upper: number;
  kind: 'share' | 'mean';
  /** Respondents behind the figure: fewer than a thousand carry no decimal. */
  n: number | null;
  /** False in a table whose column names the unit. */
  withUnit?: boolean;
  /** Whether the number of respondents stands beside it, where no figure does. */
  withN?: boolean;
}

/** A difference with its 95 % interval, always signed and with its unit: `+12,1 pkt proc. (9,8–14,4)`. */
export function Difference({
  difference,
  lower,
  upper,
  kind,
  n,
  withUnit = true,
  withN = false,
}: DifferenceProps) {
  const { t, language } = useTranslator();
  const scale = kind === 'share' ? 100 : 1;
  const decimals = kind === 'mean' ? 1 : shareDecimals(n ?? 0);
  const signed = (amount: number) => signedNumber(language, amount * scale, decimals);
  return (
    <span className="difference">
      <span className="difference-value">
        {withUnit ? t(`results:figure.points.${kind}`, { value: signed(difference) }) : signed(difference)}
      </span>{' '}
      <span className="figure-margin">
        {`(${t('results:figure.range', { lower: signed(lower), upper: signed(upper) })})`}
      </span>
      {withN && n !== null ? (
        <span className="figure-base">{` (n\u00a0=\u00a0${formatNumber(language, n)})`}</span>
      ) : null}
    </span>
  );
}
