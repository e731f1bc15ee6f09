import { Agent, request } from 'node:http';
import type { Timings } from './timings.ts';

export interface Answered {
  status: number;
  location: string;
  text: string;
}

export type Fields = readonly (readonly [name: string, value: string])[];

/** Connections that all visitors of one run share, as many as there are visitors at once. */
export function connectionsFor(visitors: number): Agent {
  return new Agent({ keepAlive: true, maxSockets: visitors });
}

/** One browser: its cookies, and how long each of its requests took under the name of its kind. */
export class Visitor {
  readonly #cookies = new Map<string, string>();
  readonly #origin: URL;
  readonly #agent: Agent;
  readonly #timings: Timings;
  /** Attempts at a code are counted by address: everybody has their own, as behind a proxy. */
  readonly #address: string;

  constructor(origin: string, agent: Agent, timings: Timings, number: number) {
    this.#address = `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`;
    this.#origin = new URL(origin);
    this.#agent = agent;
    this.#timings = timings;
  }

  read(kind: string, path: string): Promise<Answered> {
    return this.#timings.timed(kind, () => this.#ask('GET', path, null));
  }

  send(kind: string, path: string, fields: Fields): Promise<Answered> {
    const body = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
    return this.#timings.timed(kind, () => this.#ask('POST', path, body));
  }

  #ask(method: 'GET' | 'POST', path: string, body: string | null): Promise<Answered> {
    const headers: Record<string, string> = {
      Cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'X-Forwarded-For': this.#address,
      'Accept-Language': 'pl',
      'Accept-Encoding': 'identity',
    };
    if (body !== null) {
      headers.Origin = this.#origin.origin;
      headers['Sec-Fetch-Site'] = 'same-origin';
      headers['Content-Type'] = 'application/x-www-form-urlencoded';
      headers['Content-Length'] = String(Buffer.byteLength(body));
    }
    const { hostname, port } = this.#origin;
    return new Promise((resolve, reject) => {
      const sent = request({ hostname, port, method, path, headers, agent: this.#agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          for (const line of response.headers['set-cookie'] ?? []) this.#remember(line);
          const { location = '' } = response.headers;
          resolve({
            status: response.statusCode ?? 0,
            location,
            text: Buffer.concat(chunks).toString('utf8'),
          });
        });
      });
      sent.on('error', reject);
      sent.end(body ?? undefined);
    });
  }

  #remember(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    this.#cookies.set(name, value);
  }
}
