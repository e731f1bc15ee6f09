import { withQuery } from './query.ts';

/** Addresses of the research firm's desk. */
export const fieldworkPaths = {
  waves: '/fieldwork',
  newWave: '/fieldwork/waves/new',
  wave: (waveId: string) => wavePaths(waveId).wave,
} as const;

/** Addresses of one wave: its own page, the page of each act, and its files. */
export function wavePaths(waveId: string) {
  const wave = `/fieldwork/waves/${waveId}`;
  const codes = `${wave}/codes`;
  return {
    wave,
    frame: `${wave}/frame`,
    draw: `${wave}/draw`,
    replicates: `${wave}/replicates`,
    codes,
    open: `${wave}/open`,
    progress: `${wave}/progress`,
    close: `${wave}/close`,
    freeze: `${wave}/freeze`,
    weight: `${wave}/weight`,
    publish: `${wave}/publish`,
    destroy: `${wave}/destroy`,
    delete: `${wave}/delete`,
    job: `${wave}/job`,
    audit: `${wave}/audit`,
    /** The page of the codes at one of its files. */
    codesAtFile: (fileId: number) => `${codes}#file-${fileId}`,
    /** The page of the codes, saying why a file was not given or its receipt not taken. */
    codesRefused: (refused: string) => withQuery(codes, { refused }),
    printerFile: (fileId: number) => `${codes}/${fileId}.csv`,
    printerFileReceived: (fileId: number) => `${codes}/${fileId}/received`,
    publicationFile: (publicationId: string) => `${wave}/publish/${publicationId}.json`,
  } as const;
}

type WavePaths = ReturnType<typeof wavePaths>;

/** A page of one wave. */
export type WavePage = {
  [Page in keyof WavePaths]: WavePaths[Page] extends string ? Page : never;
}[keyof WavePaths];
