/**
 * What names, streets and places are written with, in any script: letters and marks, digits, spaces, hyphens,
 * apostrophes, full stops and what else stands in an address. A letter by itself is no modifier but the
 * Ukrainian apostrophe: windows-1250 reads the Ą of ISO-8859-2 as a lone caron.
 */
const sign = /[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\u02bc\p{M}\p{Nd}\s\p{Pd}'’‘`´.,/()"&+·№\u00ad\u200c\u200d]/u;

/** Quotation marks around a part of a name; alone they are what is left of a Polish letter of UTF-8. */
const quoted = /(?<=^|\s)„([^„”“]*)[”“](?=$|[\s.,)])/gu;

/**
 * Pairs of letters that no language writes: the ź of ISO-8859-2, and ó, Ś, ź, Ź and ż of UTF-8, when they are
 * read as windows-1250.
 */
const misread = /\p{Ll}Ľ|Ăł|Ĺ[ąšşĽ]/u;

/**
 * The first sign that no name has, as it stands when a text was read in another encoding than its own; null
 * when all are possible.
 */
export function impossibleSign(text: string): string | null {
  const bare = text.replace(quoted, '$1');
  return [...bare].find((each) => !sign.test(each)) ?? misread.exec(bare)?.[0] ?? null;
}
