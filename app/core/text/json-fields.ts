import { z } from 'zod';

/** A text; none that is published is longer. */
export const text = z.string().max(4000);
/** One text in each language of the resident: a `LocalisedText`. */
export const localised = z.strictObject({ pl: text, en: text, uk: text });
/** A part of a whole, a rate or a probability. */
export const share = z.number().min(0).max(1);
/** How many. */
export const count = z.number().int().min(0);
/** `YYYY-MM-DD`. */
export const day = z.iso.date();
/** Values by name, whatever they are. */
export const record = z.record(z.string(), z.unknown());
/**
 * A list of which only that it is one is checked: for lists so long that a look at each item would cost more
 * than reading them.
 */
export const listOf = <Item>() => z.custom<Item[]>(Array.isArray);
/** SHA-256 in hexadecimal digits. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
