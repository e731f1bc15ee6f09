type Paper = Promise<Uint8Array<ArrayBuffer>>;

/** Papers kept in memory: every district and the overview in two languages, with some room. */
const papersKept = 60;
const kept = new WeakMap<object, Map<string, Paper>>();

/**
 * A paper that is made once for all that it depends on: a publication never changes, what the city does about
 * it may. Who asks while it is being made waits for the same one.
 *
 * @param of  the database that it is made from
 */
export function paperOnce(of: object, dependsOn: readonly string[], make: () => Paper): Paper {
  const papers = kept.get(of) ?? new Map<string, Paper>();
  kept.set(of, papers);
  const key = JSON.stringify(dependsOn);
  const paper = papers.get(key) ?? make();
  papers.delete(key);
  papers.set(key, paper);
  paper.catch(() => papers.delete(key));
  const oldest = papers.keys().next().value;
  if (papers.size > papersKept && oldest !== undefined) papers.delete(oldest);
  return paper;
}
