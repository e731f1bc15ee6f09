import { get } from 'node:http';

const pause = 10;

/**
 * Asks for nothing but a sign of life, again and again: the longest wait for one is how long the event loop
 * stood still, with what stood before it in the queue.
 */
export function watchWaiting(origin: string): { stop: () => Promise<number> } {
  let longest = 0;
  let stopped = false;
  const watching = (async () => {
    while (!stopped) {
      const started = performance.now();
      await signOfLife(`${origin}/health`);
      longest = Math.max(longest, performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  })();
  return {
    async stop() {
      stopped = true;
      await watching;
      return longest;
    },
  };
}

function signOfLife(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, (response) => response.resume().on('end', resolve)).on('error', reject);
  });
}
