/**
 * A word as it was meant, whatever wrote it: letters composed (Unicode NFC), every kind of space one plain
 * space, invisible characters and line breaks gone, nothing at either end. Case stays. This is what is kept
 * of a cell; `normalForm` is what is compared.
 */
export function tidyText(text: string): string {
  if (/^(?:[!-~]+(?: [!-~]+)*)?$/.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * The form in which a word of a file, a form or a command is compared with one of our lists: tidy, full-width
 * and other compatibility forms as the plain letter (Unicode NFKC), every dash a hyphen without spaces around
 * it, in lower case as Polish has it. Two words that a person would call the same have the same form.
 */
export function normalForm(word: string): string {
  return tidyText(word.normalize('NFKC'))
    .replace(/ ?[\p{Pd}\u2212] ?/gu, '-')
    .toLocaleLowerCase('pl')
    .normalize('NFC');
}

/** A list of words to be looked up by their normal form, whoever wrote the word that is looked up. */
export function wordList<Value>(entries: Iterable<readonly [word: string, value: Value]>) {
  const values = new Map<string, Value>();
  for (const [word, value] of entries) values.set(normalForm(word), value);
  return (word: string): Value | undefined => values.get(normalForm(word));
}
