import { customType } from 'drizzle-orm/sqlite-core';
import type { z } from 'zod';
import { readStored } from '#core/text/stored-json.ts';

/**
 * A column of JSON that is checked by its form whenever a row is read; `table` is told of one that is
 * damaged.
 */
export function checkedJson<Form extends z.ZodType>(table: string, column: string, form: Form) {
  const typed = customType<{ data: z.output<Form>; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (stored) => readStored(form, stored, `a row of ${table}.${column}`),
  });
  return typed(column);
}
