/** `npx eslint .`; part of `npm run check`. */
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** The clock, ids and the network are made here and handed in to all others. */
const entryPoints = ['src/bin/**', 'src/composition/outside.ts', 'src/demo/**'];

const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'The environment is read in src/config/load-config.ts only; take the value as an option.',
};
const handedIn = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'The clock is handed in as `now`.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The clock is handed in as `now`.' },
  {
    selector: "MemberExpression[object.name='performance'][property.name='now']",
    message: 'The clock is handed in as `now`.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Randomness is handed in.',
  },
  {
    selector: "MemberExpression[property.name='randomUUID'], ImportSpecifier[imported.name='randomUUID']",
    message: 'Ids are handed in as `newId`.',
  },
  {
    selector: "MemberExpression[object.name='globalThis'][property.name='fetch']",
    message: '`fetch` is handed in.',
  },
];

/**
 * No regular expression whose time grows faster than its input: no repetition inside or beside another that takes the same
 * characters, and none that is tried anew from each of its own characters (begin it with a `(?<!…)` then).
 */
const linearRegexps = {
  plugins: { regexp },
  rules: {
    'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
    'regexp/no-super-linear-move': 'error',
    'regexp/no-dupe-disjunctions': ['error', { reportExponentialBacktracking: 'potential' }],
    'regexp/no-trivially-nested-quantifier': 'error',
    'regexp/optimal-quantifier-concatenation': 'error',
  },
};

/** Where restify is loaded it has put its own in the place of Node's, which returns nothing. */
const headAlone = {
  selector: "MemberExpression[object.type='CallExpression'][object.callee.property.name='writeHead']",
  message: '`writeHead` returns nothing beside restify: a statement of its own.',
};

export default tseslint.config(
  { ignores: ['artifacts/**', 'dist/**', 'node_modules/**'] },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  { files: ['**/*.ts', '**/*.mjs'], ...linearRegexps },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { project: 'test/tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // `== null` asks for null and undefined at once.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
      'no-var': 'error',
      // `typeof import('…')` is how a driver that is loaded on demand gets its type.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      // Passing on what was caught, or an abort signal's reason, is allowed: it is unknown.
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingAny: true, allowThrowingUnknown: true }],
      '@typescript-eslint/prefer-promise-reject-errors': [
        'error',
        { allowThrowingAny: true, allowThrowingUnknown: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // An async method without await is how a fake fulfils an interface that returns a promise.
      '@typescript-eslint/require-await': 'off',
      // Ports are objects of functions and are taken apart.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', environment, ...handedIn],
      'no-restricted-globals': ['error', { name: 'fetch', message: '`fetch` is handed in.' }],
    },
  },
  {
    files: ['src/config/load-config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...handedIn] },
  },
  {
    files: entryPoints,
    rules: { 'no-restricted-globals': 'off', 'no-restricted-syntax': ['error', environment] },
  },
  {
    files: ['src/demo/**'],
    rules: { 'no-console': 'off', 'no-restricted-syntax': ['error', headAlone] },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo|fails)$/]',
          message: 'A test runs or goes.',
        },
        headAlone,
      ],
      // Parsed JSON and vitest's own matchers are `any`; what a test expects of them is its type check.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    rules: { eqeqeq: 'error', 'prefer-const': 'error', 'no-var': 'error', 'no-unused-vars': 'error' },
  },
);
