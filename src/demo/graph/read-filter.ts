import type { Filter, FilterValue } from './filter.js';
import { filterableProperties, type FilterType } from './filterable-properties.js';
import { readTokens, type Token } from './filter-tokens.js';
import { badRequest } from './graph-error.js';

const allowed: Readonly<Record<FilterType, readonly string[]>> = {
  text: ['eq', 'ne', 'in', 'startswith', 'endswith'],
  guid: ['eq', 'ne', 'in', 'startswith'],
  flag: ['eq', 'ne'],
  time: ['eq', 'ne', 'ge', 'le'],
};

/** Reads a `$filter`. Throws 400 for everything it does not know, rather than answering too much. */
export function readFilter(text: string, type: 'device' | 'user'): Filter {
  const tokens = [...readTokens(text)];
  const next = (): Token => {
    const token = tokens.shift();
    if (token === undefined) throw invalid(`the filter '${text}' ends too early`);
    return token;
  };
  const isWord = (word: string): boolean => tokens[0]?.kind === 'word' && tokens[0].text.toLowerCase() === word;
  const expect = (mark: string): void => {
    const token = next();
    if (token.kind !== 'mark' || token.text !== mark) throw invalid(`'${mark}' expected, not '${token.text}'`);
  };

  const either = (): Filter => {
    let left = both();
    while (isWord('or')) {
      next();
      left = { kind: 'or', left, right: both() };
    }
    return left;
  };
  const both = (): Filter => {
    let left = one();
    while (isWord('and')) {
      next();
      left = { kind: 'and', left, right: one() };
    }
    return left;
  };
  const one = (): Filter => {
    if (isWord('not')) {
      next();
      return { kind: 'not', of: one() };
    }
    const token = next();
    if (token.kind === 'mark' && token.text === '(') {
      const inside = either();
      expect(')');
      return inside;
    }
    if (token.kind !== 'word') throw invalid(`a property expected, not '${token.text}'`);
    const called = token.text.toLowerCase();
    if (called === 'startswith' || called === 'endswith') return call(called);
    const operator = next().text.toLowerCase();
    if (operator === 'in') return list(token.text);
    if (operator !== 'eq' && operator !== 'ne' && operator !== 'ge' && operator !== 'le')
      throw invalid(`the operator '${operator}' is not known`);
    return { kind: 'compare', property: checked(token.text, operator), operator, value: literal(token.text) };
  };
  const call = (operator: 'startswith' | 'endswith'): Filter => {
    expect('(');
    const property = checked(next().text, operator);
    expect(',');
    const value = literal(property);
    expect(')');
    return { kind: 'compare', property, operator, value };
  };
  const list = (name: string): Filter => {
    const property = checked(name, 'in');
    expect('(');
    const values = [literal(property)];
    while (tokens[0]?.text === ',' && tokens[0].kind === 'mark') {
      next();
      values.push(literal(property));
    }
    expect(')');
    return { kind: 'in', property, values };
  };
  const checked = (property: string, operator: string): string => {
    const of = filterableProperties[type][property];
    if (of === undefined)
      throw badRequest(
        `Unsupported or invalid query filter clause specified for property '${property}' of resource '${type}'.`,
      );
    if (!allowed[of].includes(operator)) throw invalid(`'${operator}' is not supported for '${property}'`);
    return property;
  };
  const literal = (property: string): FilterValue => {
    const token = next();
    const of = filterableProperties[type][property];
    if (token.kind === 'word' && token.text === 'null') return null;
    if ((of === 'text' || of === 'guid') && token.kind === 'string') return token.text;
    if (of === 'flag' && token.kind === 'word' && (token.text === 'true' || token.text === 'false'))
      return token.text === 'true';
    if (of === 'time' && token.kind === 'word' && !Number.isNaN(Date.parse(token.text))) return token.text;
    throw badRequest(`A binary operator with incompatible types was detected at '${token.text}'.`);
  };

  const filter = either();
  const rest = tokens[0];
  if (rest !== undefined) throw invalid(`nothing expected after the filter, but there is '${rest.text}'`);
  return filter;
}

function invalid(why: string): Error {
  return badRequest(`Invalid filter clause: ${why}.`);
}
