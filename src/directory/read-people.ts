import { z } from 'zod';
import type { Parsed } from './known.js';
import type { Person } from './model.js';

/** The properties of a user that are read, and no others. */
export const personSelect = '$select=id,displayName,userPrincipalName,accountEnabled,onPremisesSyncEnabled,userType';

const text = z.string().nullish().catch(undefined);
const flag = z.boolean().nullish().catch(undefined);

const userBody = z.object({
  id: z.string().toLowerCase().nullish(),
  displayName: text,
  userPrincipalName: text,
  accountEnabled: flag,
  onPremisesSyncEnabled: flag,
  userType: z.enum(['Member', 'Guest']).nullish().catch(undefined),
});

const listBody = z.object({ value: z.array(z.unknown()) });

/** A `user` object. Without names it came with limited information, and its nulls say nothing. */
export function readPerson(body: unknown): Parsed<Person> {
  const { data: user } = userBody.safeParse(body);
  if (!user) return { reason: 'invalid' };
  if (user.displayName == null && user.userPrincipalName == null) return { reason: 'limitedInformation' };
  if (user.id == null) return { reason: 'invalid' };
  const complete = user.displayName != null && user.userPrincipalName != null;
  return {
    value: {
      id: user.id,
      displayName: user.displayName ?? undefined,
      userPrincipalName: user.userPrincipalName ?? undefined,
      accountEnabled: user.accountEnabled ?? undefined,
      onPremisesSyncEnabled: complete ? user.onPremisesSyncEnabled : (user.onPremisesSyncEnabled ?? undefined),
      userType: user.userType ?? undefined,
    },
  };
}

/** A page of users. One that cannot be read makes the list unknown: leaving it out would say "nobody else". */
export function readPeople(body: unknown): Parsed<readonly Person[]> {
  const { data: list } = listBody.safeParse(body);
  if (!list) return { reason: 'invalid' };
  const people: Person[] = [];
  for (const item of list.value) {
    const person = readPerson(item);
    if ('reason' in person) return person;
    people.push(person.value);
  }
  return { value: people };
}
