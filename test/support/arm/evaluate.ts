import { functions, text, type Fields, type Value } from './functions.js';
import type { Template } from './model.js';
import { readText, type Expression } from './parse-expression.js';

/** Where a template is deployed to. */
export interface Place {
  readonly subscriptionId: string;
  readonly tenantId: string;
  readonly resourceGroup: string;
  readonly location: string;
}

export interface EvaluationOptions {
  readonly template: Template;
  readonly given: Fields;
  readonly place: Place;
  /** What a deployed resource tells of itself. Throws when there is no such resource. */
  readonly stateOf: (resourceId: string) => Value;
  /** Hears of every id that `resourceId()` made. */
  readonly onResourceId?: (resourceId: string) => void;
}

export interface Evaluation {
  /** A value of the template with every expression in it worked out. Throws what is wrong with one. */
  evaluate(value: Value): Value;
  /** Names of parameters and variables that anything evaluated so far has used. */
  readonly used: { readonly parameters: ReadonlySet<string>; readonly variables: ReadonlySet<string> };
}

/** Works out expressions as Azure does, with what is deployed handed in. `if` works out the branch it takes alone. */
export function createEvaluation({ template, given, place, stateOf, onResourceId }: EvaluationOptions): Evaluation {
  const used = { parameters: new Set<string>(), variables: new Set<string>() };
  const group = `/subscriptions/${place.subscriptionId}/resourceGroups/${place.resourceGroup}`;

  function evaluate(value: Value): Value {
    if (typeof value === 'string') {
      const read = readText(value);
      return 'text' in read ? read.text : work(read.expression);
    }
    if (Array.isArray(value)) return value.map(evaluate);
    if (typeof value !== 'object' || value === null) return value;
    // A property that is null is not sent.
    return Object.fromEntries(
      Object.entries(value as Fields)
        .map(([name, each]) => [text(evaluate(name)), evaluate(each)])
        .filter(([, each]) => each !== null),
    ) as Fields;
  }

  function work(expression: Expression): Value {
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'member':
        return part(work(expression.of), expression.name);
      case 'item':
        return part(work(expression.of), text(work(expression.index)));
      case 'call':
        return call(expression.name, expression.args);
    }
  }

  function call(name: string, args: readonly Expression[]): Value {
    if (name === 'if') {
      const [condition, then, otherwise] = args;
      if (!condition || !then || !otherwise) throw new Error('if takes three arguments');
      return work(condition) === true ? work(then) : work(otherwise);
    }
    const values = args.map(work);
    const first = typeof values[0] === 'string' ? values[0] : '';
    switch (name) {
      case 'parameters':
        return parameter(first);
      case 'variables':
        return variable(first);
      case 'resourceGroup':
        return { id: group, location: place.location, name: place.resourceGroup };
      case 'subscription':
        return { subscriptionId: place.subscriptionId, tenantId: place.tenantId };
      case 'resourceId':
        return resourceId(first, values.slice(1).map(text));
      case 'reference':
        return stateOf(first);
      default: {
        const known = functions[name];
        if (known === undefined) throw new Error(`${name}() is not a function of the language that is known here`);
        return known(...values);
      }
    }
  }

  function parameter(name: string): Value {
    used.parameters.add(name);
    const declared = template.parameters[name];
    if (declared === undefined) throw new Error(`parameters('${name}') is not declared`);
    const value = given[name] ?? declared.defaultValue;
    if (value === undefined) throw new Error(`parameters('${name}') is not given`);
    return given[name] ?? evaluate(value);
  }

  function variable(name: string): Value {
    used.variables.add(name);
    const value = template.variables[name];
    if (value === undefined) throw new Error(`variables('${name}') is not declared`);
    return evaluate(value);
  }

  function resourceId(type: string, names: readonly string[]): string {
    const [provider, ...types] = type.split('/');
    if (types.length !== names.length)
      throw new Error(`resourceId('${type}') needs ${types.length} names and got ${names.length}`);
    const id = `${group}/providers/${provider ?? ''}/${types.map((each, index) => `${each}/${names[index] ?? ''}`).join('/')}`;
    onResourceId?.(id);
    return id;
  }

  return { evaluate, used };
}

function part(of: Value, name: string): Value {
  const found = (of as Fields | readonly Value[] | null)?.[name as never] as Value | undefined;
  if (found === undefined) throw new Error(`nothing called ${name} in ${JSON.stringify(of)}`);
  return found;
}
