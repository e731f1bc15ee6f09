const fileTypes = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  pdf: 'application/pdf',
} as const;

interface AttachedFile {
  content: string | Uint8Array<ArrayBuffer>;
  name: string;
  type: keyof typeof fileTypes;
  /** Who on the way may keep a copy. */
  caching: string;
  /** SHA-256 of the content in hex, told in a header, where the reader is to check it. */
  sha256?: string;
}

/** An answer that the browser saves as a file. */
export function attachedFile({ content, name, type, caching, sha256 }: AttachedFile): Response {
  const headers = new Headers({
    'Content-Type': fileTypes[type],
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': caching,
  });
  if (sha256) headers.set('Repr-Digest', `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`);
  if (typeof content !== 'string') headers.set('Content-Length', String(content.length));
  return new Response(content, { headers });
}
