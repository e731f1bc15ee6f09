import type { z } from 'zod';
import { parseJson } from './json.ts';

/**
 * A stored row that does not say what was written into it: a fault of the installation (a file that was
 * edited or damaged, a program that wrote something else), and nobody's mistake at a screen.
 */
export class DamagedRowFault extends Error {
  override readonly name = 'DamagedRowFault';
}

/**
 * Reads back JSON that we stored, by the form in which it was written.
 *
 * @param row  where it stands, such as `waves.settings of 2026-1`
 * @throws {DamagedRowFault} when it is no JSON or of another form; the message says the row and the first
 *   wrong field
 */
export function readStored<Form extends z.ZodType>(form: Form, stored: string, row: string): z.output<Form> {
  const parsed = parseJson(stored);
  if (!parsed.ok) throw new DamagedRowFault(`${row} is no JSON: line ${parsed.line}`);
  return checkStored(form, parsed.value, row);
}

/**
 * The same of a value that was parsed already, as one under a seal is.
 *
 * @throws {DamagedRowFault} when it is of another form
 */
export function checkStored<Form extends z.ZodType>(form: Form, value: unknown, row: string): z.output<Form> {
  const checked = form.safeParse(value);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new DamagedRowFault(`${row} is damaged at ${issue?.path.join('.') || 'its root'}: ${issue?.message}`);
}
