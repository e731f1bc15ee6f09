import type { LoaderFunctionArgs } from '@remix-run/node';
import { dataPackage } from '../papers/tables/data-package.ts';
import { attachedFile } from '../server/attached-file.server.ts';
import { anyone } from './public/anyone.server.ts';
import { readPermanent } from './results/permanent.server.ts';

/** The tables of a publication with the schema of their columns, for programs. */
export async function loader(asked: LoaderFunctionArgs) {
  const { translator, publication, cited } = await readPermanent(asked, anyone);
  return attachedFile({
    content: JSON.stringify(dataPackage(translator, publication, cited), null, 2),
    name: 'datapackage.json',
    type: 'json',
    caching: 'public, max-age=300',
  });
}
