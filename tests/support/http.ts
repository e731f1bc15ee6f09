/** A form sent to the running application as one of its own pages would send it. */
export function postForm(
  origin: string,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${origin}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { Origin: origin, 'Accept-Language': 'pl', ...headers },
    redirect: 'manual',
  });
}

/** The heading of a page, to see which one was sent. */
export async function headingOf(answer: Response): Promise<string> {
  return /<h1[^>]*>(.*?)<\/h1>/s.exec(await answer.text())?.[1] ?? '';
}
