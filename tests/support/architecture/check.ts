import { misnamedServerModules, serverCodeInBrowser } from './browser-rules.ts';
import { crowdedFolders, folderCircles, upwardImports } from './folder-rules.ts';
import { hiddenImports } from './hidden-imports.ts';
import {
  cascades,
  emptyNames,
  forbiddenCode,
  type LongFiles,
  tablesWithoutCaption,
  tooLongFiles,
} from './house-rules.ts';
import { importCircles } from './import-circles.ts';
import { crossedWalls, forbiddenImports } from './import-rules.ts';
import { importsOf } from './imports.ts';
import { literalAddresses } from './literal-addresses.ts';
import type { SourceTree } from './source-tree.ts';
import { unruledThrows } from './thrown-errors.ts';
import { uncheckedJson } from './unchecked-json.ts';
import { undescribedExports } from './undescribed-exports.ts';
import { wideComments } from './wide-comments.ts';

/** Everything in a tree that the house rules forbid, each as a sentence that names the file. */
export function violations(tree: SourceTree, longFiles: LongFiles = {}): string[] {
  const imports = importsOf(tree);
  return [
    ...hiddenImports(tree),
    ...forbiddenImports(imports),
    ...crossedWalls(imports),
    ...importCircles(imports),
    ...folderCircles(imports),
    ...upwardImports(tree, imports),
    ...crowdedFolders(tree),
    ...misnamedServerModules(imports),
    ...serverCodeInBrowser(tree, imports),
    ...tooLongFiles(tree, longFiles),
    ...wideComments(tree),
    ...emptyNames(tree),
    ...forbiddenCode(tree),
    ...tablesWithoutCaption(tree),
    ...literalAddresses(tree),
    ...cascades(tree),
    ...uncheckedJson(tree),
    ...unruledThrows(tree),
    ...undescribedExports(tree),
  ];
}
