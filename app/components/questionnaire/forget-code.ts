/** Takes the code out of the tab, where `public/read-code.js` kept it in case the start failed. */
export function forgetCode(): void {
  try {
    sessionStorage.removeItem('access-code');
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
