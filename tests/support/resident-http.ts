export interface Sending {
  cookie?: string;
  language?: 'pl' | 'en' | 'uk';
}

export type Fields = [name: string, value: string][];

/** Requests to a running application as a browser without scripts sends them; redirects are not followed. */
export function residentClient(origin: () => string) {
  function send(method: string, path: string, fields?: Fields, sending: Sending = {}): Promise<Response> {
    const { cookie, language = 'pl' } = sending;
    return fetch(`${origin()}${path}`, {
      method,
      redirect: 'manual',
      body: fields ? new URLSearchParams(fields) : undefined,
      headers: {
        'Accept-Language': language,
        Origin: origin(),
        'Sec-Fetch-Site': 'same-origin',
        ...(cookie ? { Cookie: cookie } : {}),
      },
    });
  }

  /** The cookie of a session that a code has opened. */
  async function enter(code: string): Promise<string> {
    const response = await send('POST', '/s/start', [['code', code]]);
    if (response.status !== 303) throw new Error(`the code opened nothing: ${response.status}`);
    return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  }

  /** From the code to the receipt with the least that can be sent. */
  async function submit(code: string): Promise<string> {
    const cookie = await enter(code);
    await send('POST', '/s/questionnaire/city', pageForm([['q02_district', '5']]), { cookie });
    await send('POST', '/s/review', [], { cookie });
    return cookie;
  }

  return { send, enter, submit };
}

/** A page of the questionnaire as the form of a window that has seen the first revision sends it. */
export function pageForm(answers: Fields, change: Record<string, string> = {}): Fields {
  const own = { page: 'city', revision: '1', writer: 'a-window', sequence: '1', go: 'next', ...change };
  return [...Object.entries(own), ...answers.map(([name]): Fields[0] => ['shown', name]), ...answers];
}

/**
 * The page as a person gets it: without the one thing that differs between two answers to the same request.
 */
export async function pageText(response: Response): Promise<string> {
  return (await response.text()).replaceAll(/nonce="[^"]*"|"nonce":"[^"]*"/g, 'nonce');
}
