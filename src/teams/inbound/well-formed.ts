import type { Activity } from '../activity.js';
import { z } from 'zod';

/** Characters of an id of Teams', which are ASCII and below 200; and of an address. A key of the database holds three of the former. */
const maxIdCharacters = 512;
const maxAddressCharacters = 2_048;

const word = z.string().nullish();
const id = z.string().regex(new RegExp(`^[\\x20-\\x7e]{1,${maxIdCharacters}}$`));
const idOrNone = z.union([id, z.literal('')]).nullish();
const address = z
  .string()
  .max(maxAddressCharacters)
  .refine((text) => URL.canParse(text) && isAddress(new URL(text)));
const account = z.looseObject({ id: idOrNone, name: word, aadObjectId: word, role: word, tenantId: word });

/** What the SDK sends back or addresses by, and what is kept; anything else is read where it is used. */
const activity = z.looseObject({
  type: z.string(),
  id: idOrNone,
  replyToId: idOrNone,
  channelId: word,
  serviceUrl: address.nullish(),
  locale: word,
  name: word,
  conversation: account.extend({ id, conversationType: word, isGroup: z.boolean().nullish() }),
  from: account.nullish(),
  recipient: account.nullish(),
});

function isAddress({ protocol, username, password }: URL): boolean {
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}

/** An activity in which the parts that are taken at their word are what they should be; undefined for anything else. */
export function wellFormed(body: unknown): Activity | undefined {
  const read = activity.safeParse(body);
  // Replies go by the connector, never in the answer to whoever asks for them there.
  return read.success ? ({ ...(body as Activity), deliveryMode: undefined } as unknown as Activity) : undefined;
}
