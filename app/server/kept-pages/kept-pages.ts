/** A page that was drawn: what stands between the places of its nonce, and its headers. */
export interface KeptPage {
  parts: readonly string[];
  headers: [name: string, value: string][];
  /** Weak: compressed and plain are one page. */
  etag: string;
}

/**
 * Pages by all that they depend on, the ones asked for last, of at most so many letters together. A page
 * whose grounds have changed is never found again and goes when room is needed.
 */
export function keptPages(most: number) {
  const pages = new Map<string, KeptPage>();
  let kept = 0;

  function forget(key: string): KeptPage | undefined {
    const page = pages.get(key);
    if (!page) return undefined;
    pages.delete(key);
    kept -= lengthOf(key, page);
    return page;
  }

  return {
    find(key: string): KeptPage | undefined {
      const page = forget(key);
      if (page) this.keep(key, page);
      return page;
    },
    keep(key: string, page: KeptPage): void {
      forget(key);
      pages.set(key, page);
      kept += lengthOf(key, page);
      for (const oldest of pages.keys()) {
        if (kept <= most) return;
        forget(oldest);
      }
    },
  };
}

function lengthOf(key: string, { parts }: KeptPage): number {
  return parts.reduce((sum, part) => sum + part.length, key.length);
}
