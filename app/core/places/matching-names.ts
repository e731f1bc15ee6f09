import { comparableName } from '../text/comparable-name.ts';

/**
 * The entries whose names have, for every word that was asked for, a word that begins with it; case, marks on
 * letters and punctuation do not count. All of them when no word was asked for.
 *
 * @param namesOf  the names of an entry: its own, that of its district, …
 */
export function matchingNames<Entry>(
  wanted: string,
  entries: readonly Entry[],
  namesOf: (entry: Entry) => readonly string[],
): Entry[] {
  const words = comparableName(wanted)
    .split(' ')
    .filter((word) => word !== '');
  return entries.filter((entry) => {
    const known = namesOf(entry).flatMap((name) => comparableName(name).split(' '));
    return words.every((word) => known.some((other) => other.startsWith(word)));
  });
}
