/**
 * Characters that are one byte each: what people write in Polish, English and Ukrainian. UTF-8 would take
 * twice as many for Ukrainian, and hardly any less after it was deflated.
 */
const alphabet =
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,;:!?-–—\'’"„”“«»()[]/\\&%+*=#@_…°€\n' +
  'ąćęłńóśźżĄĆĘŁŃÓŚŹŻабвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯыэъёЫЭЪЁ';
/** Before the number of any other character, in three bytes. */
const otherCharacter = 0xff;

const characters = [...alphabet];
const byteOf = new Map(characters.map((character, byte) => [character, byte]));

/** A text without halves of characters as bytes. */
export function wordsAsBytes(words: string): number[] {
  const bytes: number[] = [];
  for (const character of words) {
    const byte = byteOf.get(character);
    if (byte !== undefined) bytes.push(byte);
    else {
      const point = character.codePointAt(0) ?? 0;
      bytes.push(otherCharacter, point >>> 16, (point >>> 8) & 0xff, point & 0xff);
    }
  }
  return bytes;
}

/** What `wordsAsBytes` made of a text. */
export function bytesAsWords(bytes: Uint8Array): string {
  let words = '';
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === otherCharacter) {
      const [high = 0, middle = 0, low = 0] = bytes.subarray(at + 1, at + 4);
      words += String.fromCodePoint(Math.min((high << 16) | (middle << 8) | low, 0x10ffff));
      at += 3;
    } else words += characters[byte] ?? '';
  }
  return words;
}
