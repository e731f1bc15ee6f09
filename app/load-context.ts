/** Why the server refused a request before any route saw it; the page `refused` then says so. */
export interface TurnedAway {
  status: number;
  /** A key of `frame:error`, when the status alone does not say what happened. */
  code?: 'foreign-form';
}

declare module '@remix-run/server-runtime' {
  /** What the server tells the routes about a request. */
  interface AppLoadContext {
    nonce?: string;
    turnedAway?: TurnedAway;
  }
}
