import type { Fields, Value } from './functions.js';
import type { Parameter, Template } from './model.js';

/** What Azure would refuse of the values given, before it deploys anything. */
export function parameterProblems(declared: Template['parameters'], given: Fields): readonly string[] {
  const unknown = Object.keys(given).filter((name) => !(name in declared));
  return [
    ...unknown.map((name) => `parameter ${name} is not declared`),
    ...Object.entries(declared).flatMap(([name, parameter]) => {
      const value = given[name] ?? parameter.defaultValue;
      if (value === undefined) return [`parameter ${name} is not given`];
      const written = typeof value === 'string' && value.startsWith('[');
      return written ? [] : objections(parameter, value).map((objection) => `parameter ${name} ${objection}`);
    }),
  ];
}

function objections(
  { type, allowedValues, minLength, maxLength, minValue, maxValue }: Parameter,
  value: Value,
): readonly string[] {
  const found =
    typeof value === 'boolean'
      ? 'bool'
      : typeof value === 'number'
        ? 'int'
        : Array.isArray(value)
          ? 'array'
          : typeof value;
  const length = typeof value === 'string' ? value.length : undefined;
  const number = typeof value === 'number' ? value : undefined;
  return [
    ...(found === type ? [] : [`is ${found} instead of ${type}`]),
    ...(allowedValues === undefined || allowedValues.includes(value) ? [] : [`may not be ${JSON.stringify(value)}`]),
    ...(length !== undefined && length < (minLength ?? 0) ? ['is too short'] : []),
    ...(length !== undefined && length > (maxLength ?? Infinity) ? ['is too long'] : []),
    ...(number !== undefined && number < (minValue ?? -Infinity) ? ['is too small'] : []),
    ...(number !== undefined && number > (maxValue ?? Infinity) ? ['is too large'] : []),
  ];
}
