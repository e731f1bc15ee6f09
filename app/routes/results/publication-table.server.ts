import { fileOnce } from '../../papers/kept-files.ts';
import { publicationFacts } from '../../papers/publication-words.ts';
import { tableWorkbook } from '../../papers/tables/table-workbook.server.ts';
import { attachedFile } from '../../server/attached-file.server.ts';
import { publicationTable, publicationTables } from '../../use-cases/results/exports/publication-tables.ts';
import { tableCsv, tableForms } from '../../use-cases/results/exports/table-file.ts';
import { type PermanentReader, readPermanent } from './permanent.server.ts';
import type { Asked, Guard } from './report-pages.server.ts';

/** A table of a publication as a file: `flags.csv`, `flags-semicolon.csv`, `flags.xlsx`; 404 for all else. */
export async function tableOfPublication(asked: Asked, guard: Guard, caching: string): Promise<Response> {
  const reader = await readPermanent(asked, guard);
  const { publication } = reader;
  const file = asked.params.table ?? '';
  const table = publicationTables.find((name) => tableForms.some((form) => file === `${name}${form}`));
  const indicator = new URL(asked.request.url).searchParams.get('indicator') ?? '';
  const content = table ? publicationTable(publication, table, indicator) : null;
  if (!table || !content) throw new Response(null, { status: 404 });
  const ofIndicator = table === 'districts' ? `-${indicator}` : '';
  const form = tableForms.find((known) => file === `${table}${known}`) ?? '.csv';
  const named = { name: `poczucie-${publication.publicationId}-${table}${ofIndicator}${form}`, caching };
  if (form !== '.xlsx') return attachedFile({ ...named, content: tableCsv(content, form), type: 'csv' });
  const facts = [
    ...tableFacts(reader, table, indicator),
    ...publicationFacts(reader.translator, reader.cited),
  ];
  // A workbook of every figure takes more than a second of the processor.
  const made = await fileOnce(
    reader.database,
    [named.name, reader.translator.language, ...facts.flat()],
    () => tableWorkbook(reader.translator, content, facts),
  );
  return attachedFile({ ...named, content: made, type: 'xlsx' });
}

function tableFacts(
  { translator: { t, language }, publication }: PermanentReader,
  table: string,
  wanted: string,
): [string, string][] {
  const indicator = publication.indicators.find(({ id }) => table === 'districts' && id === wanted);
  return [
    [t('exports:about.table'), t(`exports:table.${table}`)],
    ...(indicator
      ? ([
          [t('exports:about.indicator'), indicator.name[language]],
          [t('exports:about.base'), indicator.base[language]],
        ] satisfies [string, string][])
      : []),
  ];
}
