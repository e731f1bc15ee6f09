/** A run of the method: what it was made of and what came out, as SHA-256. */
export interface PublishedRun {
  run: number;
  inputSha256: string;
  outputSha256: string;
}
