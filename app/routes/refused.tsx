import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

/**
 * Requests that the server refused are answered here, so that their page is one of ours; nobody else gets in.
 */
function answer({ context: { turnedAway } }: LoaderFunctionArgs | ActionFunctionArgs): never {
  throw new Response(turnedAway?.code ?? null, { status: turnedAway?.status ?? 404 });
}

export const loader = answer;
export const action = answer;

export default function Refused() {
  return null;
}
