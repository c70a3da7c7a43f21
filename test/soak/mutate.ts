import type { Draws } from '../kills/random.js';
import { hostile } from '../support/hostile.js';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

const words =
  'quota device ticket join 0x801c03f2 AADSTS50034 windows 11 yes no 1 2 back help dsregcmd AzureAdJoined : NO event 304 <at>x</at> {{0}} ${x} null'.split(
    ' ',
  );

/** Whatever may stand where something else was expected. None of them is an address of this machine: nobody without a token could name one. */
function odd(draws: Draws): Json {
  const text = (): string => draws.pick(hostile);
  return draws.pick<() => Json>([
    () => null,
    () => true,
    () => draws.pick([0, -1, 1.5, 1e21, -0, 2 ** 31, 2 ** 53]),
    () => '',
    text,
    () => text().repeat(draws.between(1, 200)),
    () =>
      Array.from({ length: draws.between(1, 60) }, () => draws.pick(words)).join(draws.pick([' ', '\n', '', ' : '])),
    () => [],
    () => Array.from({ length: draws.between(1, 30) }, text),
    () => ({}),
    () => ({ id: text(), name: null, type: text() }),
    () => ({ ['__proto__']: text(), constructor: text(), length: draws.between(0, 9) }),
    () => nested(draws.between(1, 400)),
    () => String.fromCharCode(draws.between(0, 0xffff)).repeat(draws.between(1, 50)),
    () => 'https://smba.example.test/teams/',
    () => '00000000-0000-4000-8000-000000000000',
  ])();
}

function nested(depth: number): Json {
  let value: Json = 'deep';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { value };
  return value;
}

/** The same with one place in it replaced, left out, doubled or added to. */
export function mutate(value: unknown, draws: Draws): unknown {
  if (Array.isArray(value)) return mutateList(value, draws);
  if (typeof value === 'object' && value !== null)
    return mutateObject(value as Readonly<Record<string, unknown>>, draws);
  return odd(draws);
}

function mutateList(list: readonly unknown[], draws: Draws): unknown {
  if (list.length === 0 || draws.chance(0.2)) return draws.chance(0.5) ? [...list, odd(draws)] : odd(draws);
  const index = draws.between(0, list.length - 1);
  const others = list.filter((_, each) => each !== index);
  return draws.chance(0.2) ? others : list.map((each, at) => (at === index ? mutate(each, draws) : each));
}

function mutateObject(object: Readonly<Record<string, unknown>>, draws: Draws): unknown {
  const names = Object.keys(object);
  if (names.length === 0 || draws.chance(0.05)) return odd(draws);
  const name = draws.pick(names);
  const { [name]: value, ...others } = object;
  if (draws.chance(0.1)) return others;
  if (draws.chance(0.05)) return { ...object, [draws.pick(words)]: odd(draws) };
  // Rather inside than at the top, where most is refused at the door.
  return {
    ...others,
    [name]: typeof value === 'object' && value !== null && draws.chance(0.7) ? mutate(value, draws) : odd(draws),
  };
}
