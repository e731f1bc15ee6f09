/**
 * Hears that the service is to stop: once as a request, later as an order. Ctrl+C reaches a process from the
 * terminal and from whoever started it, so what comes within a second of the first is the same request.
 */
export function onStop(request: () => void, order: () => void): void {
  let first: number | null = null;
  const hear = () => {
    if (first === null) {
      first = performance.now();
      request();
    } else if (performance.now() - first > sameMilliseconds) order();
  };
  process.on('SIGTERM', hear);
  process.on('SIGINT', hear);
}

const sameMilliseconds = 1000;
