import { z } from 'zod';

/** A schema for each property, those that may be missing included: one that is forgotten, or too much, does not compile. */
type Shape<T> = { readonly [Key in keyof T]-?: z.ZodType<T[Key]> };

/** The member of a union that has this word, also where it shares its form with others. */
type Member<T, On extends keyof T, Word> = T extends { readonly [Key in On]: infer Words }
  ? Word extends Words
    ? T
    : never
  : never;

/**
 * An object of the type `T`. Properties that are not known here are kept: a later version that runs beside this one may have
 * written them.
 */
export function shape<T extends object>(properties: Shape<T>): z.ZodType<T> {
  // What each property is was checked above; zod's own type of it cannot say that nothing is missing.
  return z.looseObject(properties) as unknown as z.ZodType<T>;
}

/** One of several objects, told apart by the word in `on`. */
export function oneOf<T extends object, On extends keyof T & string>(
  on: On,
  forms: { readonly [Word in T[On] & string]: Shape<Omit<Member<T, On, Word>, On>> },
): z.ZodType<T> {
  const objects = Object.entries<Shape<object>>(forms).map(([word, properties]) =>
    z.looseObject({ ...properties, [on]: z.literal(word) }),
  );
  return z.discriminatedUnion(on, objects as never);
}

/** One of a few words; one that is forgotten, or too much, does not compile where `T` is named. */
export function word<T extends string>(words: Readonly<Record<T, true>>): z.ZodType<T> {
  return z.enum(Object.keys(words) as T[]);
}

export const text = z.string();
export const number = z.number();
export const flag = z.boolean();
export const texts = z.record(z.string(), z.string());
