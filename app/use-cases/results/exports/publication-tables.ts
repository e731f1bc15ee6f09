import type { PublicationDocument } from '#core/publication/document.ts';
import type { ExportTable } from './export-table.ts';
import { districtTable, figureTable } from './figure-table.ts';
import { flagTable } from './flag-table.ts';
import { placeTable } from './place-table.ts';

/** The whole tables of a publication; `districts` is of one indicator, and part of the figures. */
export const wholeTables = ['figures', 'flags', 'places'] as const;
export const publicationTables = [...wholeTables, 'districts'] as const;
export type PublicationTable = (typeof publicationTables)[number];

/** Null for a table of an indicator that the publication does not have. */
export function publicationTable(
  publication: PublicationDocument,
  table: PublicationTable,
  indicator: string,
): ExportTable | null {
  switch (table) {
    case 'figures':
      return figureTable(publication);
    case 'flags':
      return flagTable(publication);
    case 'places':
      return placeTable(publication);
    case 'districts':
      return districtTable(publication, indicator);
  }
}
