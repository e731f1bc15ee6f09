import { city } from '#city/city.ts';
import { formatDay } from '../../i18n/format.ts';
import { tableWorkbook } from '../../papers/tables/table-workbook.server.ts';
import { attachedFile } from '../../server/attached-file.server.ts';
import { registerTable } from '../../use-cases/results/exports/register-table.server.ts';
import { tableCsv, tableForms } from '../../use-cases/results/exports/table-file.ts';
import { dayOfAct } from '../../use-cases/results/interventions/city-act.ts';
import type { Asked, Guard } from './report-pages.server.ts';

/** The register of interventions as a file: `register.csv`, `register-semicolon.csv`, `register.xlsx`. */
export async function fileOfRegister({ request, params }: Asked, guard: Guard, caching: string) {
  const { database, translator } = await guard(request);
  const form = tableForms.find((known) => params.table === `register${known}`);
  if (!form) throw new Response(null, { status: 404 });
  const readOn = dayOfAct({ now: Date.now() });
  const table = registerTable(database, { filter: new URL(request.url).searchParams, readOn });
  const named = { name: `poczucie-register-${readOn}${form}`, caching };
  if (form !== '.xlsx') return attachedFile({ ...named, content: tableCsv(table, form), type: 'csv' });
  const { t, language } = translator;
  const facts = [
    [t('exports:about.table'), t('interventions:register.title')],
    [t('exports:about.source'), `Poczucie ${city.name[language]}`],
    [t('exports:about.readOn'), formatDay(language, readOn)],
    [t('exports:about.rows'), String(table.rows.length)],
  ] as const;
  return attachedFile({ ...named, content: await tableWorkbook(translator, table, facts), type: 'xlsx' });
}
