import type { FreePlaces } from '../../administration/free-places.js';
import type { Known, NearPeople, Person } from '../../directory/model.js';
import { homeAddress } from '../../directory/home-address.js';
import { cut, oneLine } from './escape.js';
import { sayButton, type Button } from './buttons.js';
import type { Pen } from './pen.js';
import { personName, plainName } from './person-words.js';
import { ago } from './time-words.js';

/** Buttons of one entry of a list: more would not be read. */
const mostChoices = 5;

/** A button's title beside others, in characters: what Teams shows in one line. */
const titleCharacters = 60;

/** What is unusual about an account. */
export function accountMarks(pen: Pen, { userType, accountEnabled }: Person): readonly string[] {
  return [
    ...(userType === 'Guest' ? [pen.plain('account.guest')] : []),
    ...(accountEnabled === false ? [pen.plain('account.disabled')] : []),
    ...(accountEnabled === undefined ? [pen.plain('account.stateUnknown')] : []),
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
  pen: Pen,
  places: FreePlaces,
  { complete, staleDays, cleanUp }: PlacesSaying,
): readonly string[] {
  const { toRemove, byHand } = places;
  return [
    freeWords(pen, places, complete),
    ...freeing(pen, places, staleDays),
    ...(cleanUp && toRemove > 0 && byHand > 0 ? [pen.plain('places.byHand', { count: byHand })] : []),
  ];
}

function freeWords(pen: Pen, { atLeast, atMost }: FreePlaces, complete: boolean): string {
  if (atMost === 0) return pen.plain('places.none');
  if (!complete) return pen.plain('places.atMost', { count: atMost });
  if (atLeast === atMost) return pen.plain('places.free', { count: atMost });
  return atLeast === 0
    ? pen.plain('places.maybe', { count: atMost })
    : pen.plain('places.range', { least: atLeast, most: atMost });
}

function freeing(pen: Pen, { toRemove, toRemoveAnyway, removable }: FreePlaces, days: number): readonly string[] {
  const count = toRemoveAnyway > 0 ? toRemoveAnyway : toRemove;
  if (count === 0) return [];
  const { stale, disabled, duplicate } = removable;
  const all = stale + disabled + duplicate;
  const only = pen.plain('places.onlyRemoval');
  if (all === 0) return [pen.plain('places.nothingUnused', { count }), only];
  const kind = stale === all ? 'stale' : disabled === all ? 'disabled' : duplicate === all ? 'duplicate' : undefined;
  if (kind && count === 1) {
    const effect = pen.plain(toRemoveAnyway > 0 ? 'places.frees' : 'places.makesSure');
    return [pen.plain(`places.oneOf.${kind}`, { count: all, days, effect }), only];
  }
  const kinds = [
    ...(stale > 0 ? [pen.plain('places.stale', { count: stale, days })] : []),
    ...(disabled > 0 ? [pen.plain('places.disabled', { count: disabled })] : []),
    ...(duplicate > 0 ? [pen.plain('places.duplicate', { count: duplicate })] : []),
  ];
  return [
    pen.plain(toRemoveAnyway > 0 ? 'places.remove' : 'places.removeToBeSure', { count: Math.min(count, all) }),
    ...kinds.map((item) => pen.plain('listItem', { item })),
    ...(count > all ? [pen.plain('places.notEnough', { count: count - all })] : []),
    only,
  ];
}

/** A button for each person, which says the command with the one thing that is unique. */
export function personButtons(
  pen: Pen,
  command: string,
  people: readonly Person[],
  most = mostChoices,
): readonly Button[] {
  return people.slice(0, Math.min(most, pen.room.items)).map((person) => {
    const address =
      person.userPrincipalName === undefined
        ? pen.plain('choosePerson.noAddress')
        : homeAddress(person.userPrincipalName);
    return sayButton(
      `${command} ${person.id}`,
      cut(oneLine(`${plainName(pen, person)} (${address})`), pen.room.characters),
    );
  });
}

/** Who has a similar name, and whether somebody of this name was deleted: each part by itself. */
export function nearWords(pen: Pen, { near, deleted }: NearPeople): readonly string[] {
  return [
    ...deletedWords(pen, deleted),
    near.known
      ? pen.plain(near.value.length > 0 ? 'nobody.near' : 'nobody.none')
      : pen.plain('nobody.nearUnknown', { reason: pen.plain(`unknown.${near.reason}`) }),
  ];
}

function deletedWords(pen: Pen, deleted: NearPeople['deleted']): readonly string[] {
  if (!deleted.known) return [pen.plain('nobody.deletedUnknown', { reason: pen.plain(`unknown.${deleted.reason}`) })];
  return deleted.value.slice(0, pen.room.items).map((person) =>
    pen.plain('nobody.deleted', {
      name: personName(pen, {
        ...person,
        accountEnabled: undefined,
        onPremisesSyncEnabled: undefined,
        userType: undefined,
      }),
      address: pen.given(person.userPrincipalName ?? pen.plain('choosePerson.noAddress')),
      ago:
        person.deletedAt === undefined
          ? pen.plain('nobody.deletedSometime')
          : ago(new Date(person.deletedAt), pen.now, pen.locale),
    }),
  );
}

/** Names with their addresses, as the card shows them in a line. */
export function peopleWords(pen: Pen, people: Known<readonly Person[]>): string {
  if (!people.known) return pen.plain(`unknown.${people.reason}`);
  if (people.value.length === 0) return pen.plain('deviceFound.nobody');
  const shown = people.value.slice(0, pen.room.items).map((person) => {
    const marks = accountMarks(pen, person).join(' ');
    const name = pen.plain('deviceFound.person', {
      name: personName(pen, person),
      address: pen.given(person.userPrincipalName ?? pen.plain('choosePerson.noAddress')),
    });
    return marks === '' ? name : `${name}. ${marks}`;
  });
  return shown.join('; ');
}

/** Runs the command for this person; the title names them, as far as it fits. */
export function quotaButton(pen: Pen, person: Person): Button {
  return sayButton(
    `quota ${person.id}`,
    pen.plain('lookUp.quotaOf', { name: cut(plainName(pen, person), titleCharacters) }),
  );
}

/** A page in the admin center; none where the portal's address is not known. */
export function portalLink(
  pen: Pen,
  name: string,
  url: string | undefined,
): readonly { readonly title: string; readonly url: string }[] {
  const title = pen.plain('lookUp.inPortal', { name: cut(oneLine(name), titleCharacters) });
  return url === undefined ? [] : [{ title, url }];
}
