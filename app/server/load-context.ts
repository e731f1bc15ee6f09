/** Why the server refused a request before any route saw it; the page `refused` then says so. */
export interface TurnedAway {
  status: number;
  /** A key of `frame:error`, when the status alone does not say what happened. */
  code?: 'foreign-form' | 'method-not-taken' | 'too-many-sign-ins';
}

declare module '@remix-run/server-runtime' {
  /** What the server tells the routes about a request. */
  interface AppLoadContext {
    nonce?: string;
    turnedAway?: TurnedAway;
    /** Ids of the routes that answer, the outermost first. */
    routeIds?: readonly string[];
    /** The place that the request came from: its address, or the network of its household. */
    place?: string;
  }
}
