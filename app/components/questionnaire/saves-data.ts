/** Whether someone has asked their browser to load little: then a page stays a plain form. */
export function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
