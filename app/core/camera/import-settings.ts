import { z } from 'zod';
import { day, text } from '../text/json-fields.ts';
import { cameraKinds } from './camera.ts';

/** What a column of a camera register can hold for us; of everything else nothing is taken. */
export const registerColumns = [
  'number',
  'kind',
  'unit',
  'district',
  'latitude',
  'longitude',
  'count',
  'place',
] as const;

/** One of them. */
export type RegisterColumn = (typeof registerColumns)[number];

/** The form of what a person says of a file that waits to become the register. */
export const importSettingsForm = z.strictObject({
  /** Who states the register; empty until it is said. */
  source: text,
  /** The day it is of; null until it is said. */
  asOf: day.nullable(),
  /** Position of the file's column that holds each of ours, from 0. */
  columns: z.partialRecord(z.enum(registerColumns), z.number().int().min(0)),
  /** The kind of every row, in a file without a column for it. */
  kindOfAll: z.enum(cameraKinds).nullable(),
  /** The unit of every row, in a file without a column for it; empty otherwise. */
  unitOfAll: text,
  /** Kinds of which the file is the whole register although it has no row of them. */
  emptyKinds: z.array(z.enum(cameraKinds)),
  /** Names that are no known unit and are taken as new ones. */
  newUnits: z.array(text),
});

/** What a person says of a file that waits to become the register. */
export type ImportSettings = z.infer<typeof importSettingsForm>;
