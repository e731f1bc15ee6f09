/** A function whose results are kept by the key of its arguments. */
export function remembered<Arguments extends readonly unknown[], Result>(
  keyOf: (...given: Arguments) => string,
  compute: (...given: Arguments) => Result,
): (...given: Arguments) => Result {
  const known = new Map<string, Result>();
  return (...given) => {
    const key = keyOf(...given);
    if (known.has(key)) return known.get(key) as Result;
    const result = compute(...given);
    known.set(key, result);
    return result;
  };
}
