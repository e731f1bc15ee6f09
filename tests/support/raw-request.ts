import { connect } from 'node:net';

export interface RawAnswer {
  /** 0 when the connection was closed without an answer. */
  status: number;
  headers: Headers;
  body: string;
}

const mostMilliseconds = 15_000;

/**
 * Sends bytes as they are and reads until the server closes: no client in between that would mend a request.
 */
export function rawRequest(origin: string, bytes: string | Buffer): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(bytes));
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`rawRequest had no answer in ${mostMilliseconds} ms`));
    }, mostMilliseconds);
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    // A server that refuses may close before it has read all: what it said before counts.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(answerOf(Buffer.concat(chunks).toString('latin1')));
    });
  });
}

function answerOf(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = new Headers();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  const body = Buffer.from(rest.join('\r\n\r\n'), 'latin1').toString('utf8');
  return { status: Number(/^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1] ?? 0), headers, body };
}

interface RawForm {
  method?: string;
  target: string;
  /** Instead of those of a browser that sends a form of ours; null leaves one out. */
  headers?: Record<string, string | null>;
  body?: string | Buffer;
}

/** The bytes of a form that a page of ours would send, with whatever is to be wrong with it. */
export function rawForm({ method = 'POST', target, headers = {}, body = '' }: RawForm): Buffer {
  const content = Buffer.from(body);
  const usual: Record<string, string | null> = {
    Host: 'our.test',
    'Sec-Fetch-Site': 'same-origin',
    'Accept-Language': 'en',
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': String(content.length),
    Connection: 'close',
  };
  const lines = Object.entries({ ...usual, ...headers }).filter(([, value]) => value !== null);
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.concat([Buffer.from(`${method} ${target} HTTP/1.1\r\n${head}\r\n`, 'latin1'), content]);
}
