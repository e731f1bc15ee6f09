/**
 * A number with 17 significant digits, as C's and R's `%.17g`: enough that reading it gives the same number
 * back.
 */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return 'NA';
  if (!Number.isFinite(value)) return value > 0 ? 'Inf' : '-Inf';
  if (value === 0) return '0';
  const [digits = '', exponent = '0'] = value.toExponential(16).split('e');
  const power = Number(exponent);
  if (power < -4 || power >= 17) {
    const sign = power < 0 ? '-' : '+';
    return `${withoutTrailingZeros(digits)}e${sign}${String(Math.abs(power)).padStart(2, '0')}`;
  }
  return withoutTrailingZeros(value.toFixed(Math.min(100, 16 - power)));
}

function withoutTrailingZeros(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}
