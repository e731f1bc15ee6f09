import { type ByteReader, byteReader } from './byte-reader.ts';
import { characterOfEachByte } from './encoding.ts';
import { SavFault } from './fault.ts';

/** The file header record, without what is of no use here. */
export interface SavHeader {
  isCompressed: boolean;
  /** Added to a number before it was written as one byte. */
  bias: number;
  /** Eight-byte elements of a record; 0 or less when its writer did not know. */
  elements: number;
  /** Records in the file; -1 when its writer did not know. */
  records: number;
}

const magic = { plain: '$FL2', zlib: '$FL3' } as const;

/**
 * Reads the file header record (PSPP's "System File Format", File Header Record); the reader stands after it.
 *
 * @throws SavFault for what is no system file, is compressed by zlib, or breaks off
 */
export function readHeader(
  source: Uint8Array,
  place: () => number | null,
): { header: SavHeader; reader: ByteReader } {
  const begin = characterOfEachByte(source.subarray(0, 4));
  if (begin === magic.zlib) throw new SavFault('sav-compressed-by-zlib');
  if (begin !== magic.plain) throw new SavFault('not-sav');
  const layoutAt = 64;
  if (source.byteLength < layoutAt + 4)
    throw new SavFault('sav-truncated', { found: `${source.byteLength} bytes` });
  const layout = new DataView(source.buffer, source.byteOffset).getInt32(layoutAt, true);
  const reader = byteReader(source, layout === 2 || layout === 3, place);
  reader.skip(layoutAt);
  const readLayout = reader.int32();
  if (readLayout !== 2 && readLayout !== 3)
    throw new SavFault('sav-damaged', { found: `layout ${readLayout}` });
  const elements = reader.int32();
  const compression = reader.int32();
  if (compression === 2) throw new SavFault('sav-compressed-by-zlib');
  if (compression !== 0 && compression !== 1) {
    throw new SavFault('sav-damaged', { found: `compression ${compression}` });
  }
  reader.skip(4);
  const records = reader.int32();
  const bias = reader.float64();
  reader.skip(84);
  return { header: { isCompressed: compression === 1, bias, elements, records }, reader };
}
