import { z } from 'zod';

const variable = z.string().min(1);
const codes = z.array(z.number().int());

const safeTurn = z.strictObject({
  /** Free text: the place in the respondent's words. */
  name: variable,
  /** Longitude and latitude of a pin, once a version asks for one. */
  pin: variable.optional(),
  times: variable,
});
const unsafeTurn = safeTurn.extend({
  reasons: variable,
  mainReason: variable.optional(),
  type: variable.optional(),
  frequency: variable.optional(),
  remedy: variable.optional(),
});

/** Which questions the platform itself reads, whatever they are called in a version. */
export const rolesForm = z.strictObject({
  /** Confirms the district: a code for each district of the city, its number. */
  district: variable,
  weighting: z.strictObject({
    /** Four codes: primary, vocational, secondary, higher, as the city's population by education is given. */
    education: z.strictObject({ variable, codes: codes.length(4) }),
  }),
  places: z.strictObject({
    /** The questions about each of the places that a respondent may name. */
    unsafe: z.array(unsafeTurn).min(1),
    safe: z.array(safeTurn).min(1),
    /**
     * Answers of those who know an unsafe place only from others: any such frequency, or such a reason alone.
     */
    hearsay: z.strictObject({ reasons: codes, frequencies: codes }),
  }),
});

/** Which questions have a part in the method beside their indicators. */
export type Roles = z.infer<typeof rolesForm>;
/** The questions about one unsafe place. */
export type PlaceTurn = z.infer<typeof safeTurn> & Partial<z.infer<typeof unsafeTurn>>;
