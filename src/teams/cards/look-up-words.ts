import type { FreePlaces } from '../../administration/free-places.js';
import type { Known, NearPeople, Person } from '../../directory/model.js';
import { homeAddress } from '../../directory/home-address.js';
import { cut, oneLine } from './escape.js';
import { sayButton, type Button } from './buttons.js';
import type { CardWriter } from './card-writer.js';
import { personName, plainName } from './person-words.js';
import { ago } from './time-words.js';

/** Buttons of one entry of a list: more would not be read. */
const mostChoices = 5;

/** A button's title beside others, in characters: what Teams shows in one line. */
const titleCharacters = 60;

/** What is unusual about an account. */
export function accountMarks(writer: CardWriter, { userType, accountEnabled }: Person): readonly string[] {
  return [
    ...(userType === 'Guest' ? [writer.plain('account.guest')] : []),
    ...(accountEnabled === false ? [writer.plain('account.disabled')] : []),
    ...(accountEnabled === undefined ? [writer.plain('account.stateUnknown')] : []),
  ];
}

export interface PlacesSaying {
  /** All devices were read. */
  readonly complete: boolean;
  readonly staleDays: number;
  /** The bot may free places: then it says which it cannot. */
  readonly cleanUp: boolean;
}

/** The answer first: what is free; then what would free a place. */
export function placesWords(
  writer: CardWriter,
  places: FreePlaces,
  { complete, staleDays, cleanUp }: PlacesSaying,
): readonly string[] {
  const { toRemove, byHand } = places;
  return [
    freeWords(writer, places, complete),
    ...freeing(writer, places, staleDays),
    ...(cleanUp && toRemove > 0 && byHand > 0 ? [writer.plain('places.byHand', { count: byHand })] : []),
  ];
}

function freeWords(writer: CardWriter, { atLeast, atMost }: FreePlaces, complete: boolean): string {
  if (atMost === 0) return writer.plain('places.none');
  if (!complete) return writer.plain('places.atMost', { count: atMost });
  if (atLeast === atMost) return writer.plain('places.free', { count: atMost });
  return atLeast === 0
    ? writer.plain('places.maybe', { count: atMost })
    : writer.plain('places.range', { least: atLeast, most: atMost });
}

function freeing(writer: CardWriter, { toRemove, toRemoveAnyway, removable }: FreePlaces, days: number): readonly string[] {
  const count = toRemoveAnyway > 0 ? toRemoveAnyway : toRemove;
  if (count === 0) return [];
  const { stale, disabled, duplicate } = removable;
  const all = stale + disabled + duplicate;
  const only = writer.plain('places.onlyRemoval');
  if (all === 0) return [writer.plain('places.nothingUnused', { count }), only];
  const kind = stale === all ? 'stale' : disabled === all ? 'disabled' : duplicate === all ? 'duplicate' : undefined;
  if (kind && count === 1) {
    const effect = writer.plain(toRemoveAnyway > 0 ? 'places.frees' : 'places.makesSure');
    return [writer.plain(`places.oneOf.${kind}`, { count: all, days, effect }), only];
  }
  const kinds = [
    ...(stale > 0 ? [writer.plain('places.stale', { count: stale, days })] : []),
    ...(disabled > 0 ? [writer.plain('places.disabled', { count: disabled })] : []),
    ...(duplicate > 0 ? [writer.plain('places.duplicate', { count: duplicate })] : []),
  ];
  return [
    writer.plain(toRemoveAnyway > 0 ? 'places.remove' : 'places.removeToBeSure', { count: Math.min(count, all) }),
    ...kinds.map((item) => writer.plain('listItem', { item })),
    ...(count > all ? [writer.plain('places.notEnough', { count: count - all })] : []),
    only,
  ];
}

/** A button for each person, which says the command with the one thing that is unique. */
export function personButtons(
  writer: CardWriter,
  command: string,
  people: readonly Person[],
  most = mostChoices,
): readonly Button[] {
  return people.slice(0, Math.min(most, writer.room.items)).map((person) => {
    const address =
      person.userPrincipalName === undefined
        ? writer.plain('choosePerson.noAddress')
        : homeAddress(person.userPrincipalName);
    return sayButton(
      `${command} ${person.id}`,
      cut(oneLine(`${plainName(writer, person)} (${address})`), writer.room.characters),
    );
  });
}

/** Who has a similar name, and whether somebody of this name was deleted: each part by itself. */
export function nearWords(writer: CardWriter, { near, deleted }: NearPeople): readonly string[] {
  return [
    ...deletedWords(writer, deleted),
    near.known
      ? writer.plain(near.value.length > 0 ? 'nobody.near' : 'nobody.none')
      : writer.plain('nobody.nearUnknown', { reason: writer.plain(`unknown.${near.reason}`) }),
  ];
}

function deletedWords(writer: CardWriter, deleted: NearPeople['deleted']): readonly string[] {
  if (!deleted.known) return [writer.plain('nobody.deletedUnknown', { reason: writer.plain(`unknown.${deleted.reason}`) })];
  return deleted.value.slice(0, writer.room.items).map((person) =>
    writer.plain('nobody.deleted', {
      name: personName(writer, {
        ...person,
        accountEnabled: undefined,
        onPremisesSyncEnabled: undefined,
        userType: undefined,
      }),
      address: writer.given(person.userPrincipalName ?? writer.plain('choosePerson.noAddress')),
      ago:
        person.deletedAt === undefined
          ? writer.plain('nobody.deletedSometime')
          : ago(new Date(person.deletedAt), writer.now, writer.locale),
    }),
  );
}

/** Names with their addresses, as the card shows them in a line. */
export function peopleWords(writer: CardWriter, people: Known<readonly Person[]>): string {
  if (!people.known) return writer.plain(`unknown.${people.reason}`);
  if (people.value.length === 0) return writer.plain('deviceFound.nobody');
  const shown = people.value.slice(0, writer.room.items).map((person) => {
    const marks = accountMarks(writer, person).join(' ');
    const name = writer.plain('deviceFound.person', {
      name: personName(writer, person),
      address: writer.given(person.userPrincipalName ?? writer.plain('choosePerson.noAddress')),
    });
    return marks === '' ? name : `${name}. ${marks}`;
  });
  return shown.join('; ');
}

/** Runs the command for this person; the title names them, as far as it fits. */
export function quotaButton(writer: CardWriter, person: Person): Button {
  return sayButton(
    `quota ${person.id}`,
    writer.plain('lookUp.quotaOf', { name: cut(plainName(writer, person), titleCharacters) }),
  );
}

/** A page in the admin center; none where the portal's address is not known. */
export function portalLink(
  writer: CardWriter,
  name: string,
  url: string | undefined,
): readonly { readonly title: string; readonly url: string }[] {
  const title = writer.plain('lookUp.inPortal', { name: cut(oneLine(name), titleCharacters) });
  return url === undefined ? [] : [{ title, url }];
}
