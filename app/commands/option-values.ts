import { InvalidArgumentError } from 'commander';

/** An option's value that must be a number; whether the number makes sense is the use case's to say. */
export function numberOption(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('It is not a number.');
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
