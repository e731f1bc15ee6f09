declare module '@remix-run/server-runtime' {
  /** Types of loaders and actions follow the `v3_singleFetch` option of `remix.config.js`. */
  interface Future {
    v3_singleFetch: true;
  }
}

export {};
