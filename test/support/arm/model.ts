import type { Fields, Value } from './functions.js';

export interface Resource {
  readonly type: string;
  readonly apiVersion: string;
  readonly name: string;
  readonly condition?: Value;
  readonly dependsOn?: readonly string[];
  readonly [property: string]: Value | undefined;
}

export interface Parameter {
  readonly type: string;
  readonly defaultValue?: Value;
  readonly allowedValues?: readonly Value[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minValue?: number;
  readonly maxValue?: number;
}

/** A deployment template, languageVersion 1.0. */
export interface Template {
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly variables: Fields;
  readonly resources: readonly Resource[];
  readonly outputs: Readonly<Record<string, { readonly type: string; readonly value: Value }>>;
}

/** A parameter file. */
export interface ParameterFile {
  readonly parameters: Readonly<Record<string, { readonly value: Value }>>;
}
