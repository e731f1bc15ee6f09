import { shortestTrace, type TraceSearch, traceSearch } from '#core/fieldwork/trace-search.ts';
import type { PersonTraces } from '#db/fieldwork/queries/closing.ts';

/** As which people stand in a file: side by side in a database page, or with a delimiter in a text. */
const delimiters = ['', ',', ';', '\t'];

/**
 * What must be found nowhere once the identities of a wave are destroyed: register ids and telephone numbers,
 * and names with their address. An id or number too short to tell is looked for together with the name beside
 * it. What another wave still keeps of the same people is not looked for.
 */
export function identityTraces(
  drawn: readonly PersonTraces[],
  keptElsewhere: readonly PersonTraces[],
): TraceSearch {
  const search = traceSearch(drawn.flatMap(tracesOf).filter((trace) => byteLength(trace) >= shortestTrace));
  if (keptElsewhere.length === 0 || search.size === 0) return search;
  return search.without(Buffer.from(keptElsewhere.flatMap(tracesOf).join('\n'), 'utf8'));
}

function tracesOf({ unitId, givenName, familyName, street, houseNumber, phone }: PersonTraces): string[] {
  const address = [givenName, familyName, street, houseNumber];
  const id = byteLength(unitId) < shortestTrace ? `${unitId}${givenName}${familyName}` : unitId;
  return [id, phone, ...delimiters.map((delimiter) => address.join(delimiter))];
}

const byteLength = (text: string) => Buffer.byteLength(text, 'utf8');
