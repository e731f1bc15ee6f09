/** The title of a page, as its loader says it: the `meta` of every route. */
export function titleOfPage({ data }: { data?: { title?: string } | null }): { title: string | undefined }[] {
  return [{ title: data?.title }];
}
