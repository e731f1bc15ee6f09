type File = Promise<Uint8Array<ArrayBuffer>>;

/** Kept in memory: the papers of every district and of the overview in two languages, and workbooks. */
const filesKept = 60;
const kept = new WeakMap<object, Map<string, File>>();

/**
 * A file that is made once for all that it depends on: a publication never changes, what the city does about
 * it may. Who asks while it is being made waits for the same one.
 *
 * @param of  the database that it is made from
 */
export function fileOnce(of: object, dependsOn: readonly string[], make: () => File): File {
  const papers = kept.get(of) ?? new Map<string, File>();
  kept.set(of, papers);
  const key = JSON.stringify(dependsOn);
  const paper = papers.get(key) ?? make();
  papers.delete(key);
  papers.set(key, paper);
  paper.catch(() => papers.delete(key));
  const oldest = papers.keys().next().value;
  if (papers.size > filesKept && oldest !== undefined) papers.delete(oldest);
  return paper;
}
