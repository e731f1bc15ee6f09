import type { PublicationDocument } from '#core/publication/document.ts';

/** What can be written into a cell, and read back from it. */
export type TableCell = string | number | null;

/** A column with its name in files, what it holds, and how it is read from a row's subject. */
export interface TableColumn<Subject> {
  name: string;
  type: 'string' | 'number' | 'integer' | 'date';
  of(subject: Subject): TableCell;
}

/** A table as files hold it: rows in the order of the columns. */
export interface ExportTable {
  columns: readonly Pick<TableColumn<never>, 'name' | 'type'>[];
  rows: TableCell[][];
}

/** A row of a publication's table: what it is taken from, and the publication around it. */
export interface Published<Row> {
  publication: PublicationDocument;
  row: Row;
}

export function tableOf<Subject>(
  columns: readonly TableColumn<Subject>[],
  subjects: readonly Subject[],
): ExportTable {
  return {
    columns: columns.map(({ name, type }) => ({ name, type })),
    rows: subjects.map((subject) => columns.map((column) => column.of(subject))),
  };
}
