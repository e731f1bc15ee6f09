import express, { type Request, type Response } from 'express';
import { formAllowance, largestExtract } from '../upload-limits.ts';
import { routePath } from './route-path.ts';

export const mostBytes = 64 * 1024;
const mostUploadBytes = largestExtract + formAllowance;

const uploadPath = /^\/fieldwork\/waves\/[^/]+\/frame$/;
const readSmall = express.raw({ limit: mostBytes, type: () => true, inflate: false });

/** A body read whole, a body to be streamed by the route that takes uploads, or why there is none. */
export type ReadBody = { ok: true; body: Buffer | 'stream' | null } | { ok: false; status: 400 | 413 };

/** Reads the body before any route runs, so that nobody can make the process hold more than the limit. */
export async function readBody(request: Request, response: Response): Promise<ReadBody> {
  if (uploadPath.test(routePath(request)) && request.is('multipart/form-data')) {
    const announced = Number(request.get('Content-Length') ?? 0);
    return announced > mostUploadBytes ? { ok: false, status: 413 } : { ok: true, body: 'stream' };
  }
  const error = await new Promise<unknown>((resolve) => readSmall(request, response, resolve));
  if (error) return { ok: false, status: isTooLarge(error) ? 413 : 400 };
  return { ok: true, body: Buffer.isBuffer(request.body) ? request.body : null };
}

function isTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === 413;
}
