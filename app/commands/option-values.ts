import { InvalidArgumentError } from 'commander';

/** An option's value that must be a number; whether the number makes sense is the use case's to say. */
export function numberOption(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('It is not a number.');
  return value;
}

/** A number of something: whole, and 1 or more. */
export function wholeNumber(text: string): number {
  const value = numberOption(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('It is not a whole number from 1.');
  return value;
}

/** Four numbers with commas between them. */
export function fourNumbersOption(text: string): [number, number, number, number] {
  const [a, b, c, d, ...more] = text.split(',').map(numberOption);
  if (a === undefined || b === undefined || c === undefined || d === undefined || more.length > 0) {
    throw new InvalidArgumentError('It takes four numbers with commas between them.');
  }
  return [a, b, c, d];
}
