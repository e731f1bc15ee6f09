import express, { type Request, type Response } from 'express';
import { formAllowance, largestExtract } from '../upload-limits.ts';

export const mostBytes = 64 * 1024;
const mostUploadBytes = largestExtract + formAllowance;

const readSmall = express.raw({ limit: mostBytes, type: () => true, inflate: false });

/** A form read whole, a file to be streamed by the route that takes it, or why there is neither. */
export type ReadBody = { ok: true; body: Buffer | 'stream' } | { ok: false; status: 400 | 413 | 415 };

/**
 * Reads the form before any route runs, so that nobody can make the process hold more than the limit, and so
 * that no route meets a body that is no form.
 */
export async function readBody(
  request: Request,
  response: Response,
  { takesFile }: { takesFile: boolean },
): Promise<ReadBody> {
  if (takesFile && request.is('multipart/form-data')) {
    const announced = Number(request.get('Content-Length') ?? 0);
    if (announced > mostUploadBytes) return { ok: false, status: 413 };
    return hasBoundary(request) ? { ok: true, body: 'stream' } : { ok: false, status: 400 };
  }
  const error = await new Promise<unknown>((resolve) => readSmall(request, response, resolve));
  if (error) return { ok: false, status: statusOf(error) };
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  if (body.length > 0 && !request.is('application/x-www-form-urlencoded')) return { ok: false, status: 415 };
  return { ok: true, body };
}

function hasBoundary(request: Request): boolean {
  return /;\s*boundary=(?:"[^"]+"|[^\s;"]+)/i.test(request.get('Content-Type') ?? '');
}

function statusOf(error: unknown): 400 | 413 | 415 {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : 400;
  return status === 413 || status === 415 ? status : 400;
}
