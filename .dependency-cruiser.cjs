/**
 * The arrows of the house, checked by `npm test`: main, bin and composition, then the edges (server, teams, storage), then
 * assistant, then administration, helpdesk and directory, then the pure rooms, at the bottom runtime, text, errors, limits.
 */
const src = (...rooms) => `^src/(${rooms.join('|')})(/|\\.ts$)`;
const beside = ['text', 'errors', 'limits', 'runtime'];
const programs = '^src/(main\\.ts$|bin/)';
const logAndMetrics = '^src/runtime/(log|metrics)\\.ts$';

/** Nothing of the project but the named rooms (and itself) may be imported from `room`. */
const mayImport = (room, ...others) => ({
  name: `${room}-arrows`,
  comment: `${room} may import ${[...others, ...beside].join(', ')}; anything above it is handed in through its ports.ts.`,
  severity: 'error',
  from: { path: src(room) },
  to: { path: '^src/', pathNot: src(room, ...beside, ...others) },
});

/** A package belongs to one room (or one file), so that replacing it stays a change of one room. */
const onlyIn = (room, ...packages) => ({
  name: `only-in-${room.replace('|', '-')}`,
  comment: `${packages.join(', ')}: only in ${room}.`,
  severity: 'error',
  from: { path: '^src/', pathNot: [src(room), '^src/demo/'] },
  to: { path: `(^|node_modules/)(${packages.join('|')})(/|$)` },
});

const pure = ['troubleshooting', 'diagnosis'];
const rooms = [...pure, 'directory', 'helpdesk', 'administration', 'assistant', 'teams', 'server', 'storage', 'text'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    {
      name: 'no-orphans',
      comment: 'A file nobody imports and that imports nothing is dead.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: [programs, '\\.d\\.ts$'] },
      to: {},
    },
    {
      name: 'no-unreachable',
      comment: 'Dead: neither the bot, nor its doctor, nor the maker of the Teams app ever gets there.',
      severity: 'error',
      from: { path: programs },
      to: {
        path: '^src/',
        pathNot: ['^src/demo/', programs, '\\.d\\.ts$'],
        reachable: false,
      },
    },
    { name: 'no-unresolvable', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
    {
      name: 'no-dev-packages',
      comment: 'What the bot needs at run time is a dependency, not a devDependency.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(demo|app-package)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'not-demo',
      comment: 'The demo is outside: it imports the bot, never the other way round.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/demo/' },
      to: { path: '^src/demo/' },
    },
    {
      name: 'not-main',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/demo/' },
      to: { path: programs },
    },
    {
      name: 'composition-is-for-programs',
      comment: 'Only who starts the whole asks for it to be put together.',
      severity: 'error',
      from: { path: '^src/', pathNot: [programs, '^src/(composition|demo)/'] },
      to: { path: '^src/composition/' },
    },
    {
      name: 'not-app-package',
      comment: 'The Teams app is made from a checkout; the bot runs without what that takes.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(demo/|app-package/|bin/package-teams\\.ts$)' },
      to: { path: '^src/app-package/' },
    },
    {
      name: 'config-is-for-main',
      comment: 'A room takes the values it needs as options.',
      severity: 'error',
      from: { path: src(...rooms, 'errors', 'limits', 'runtime') },
      to: { path: src('config') },
    },

    mayImport('text'),
    mayImport('errors'),
    mayImport('limits'),
    mayImport('runtime'),
    mayImport('troubleshooting', 'diagnosis'),
    mayImport('diagnosis', 'troubleshooting'),
    mayImport('directory', ...pure),
    mayImport('helpdesk', ...pure, 'directory'),
    mayImport('administration', ...pure, 'directory', 'helpdesk'),
    mayImport('assistant', ...pure, 'directory', 'helpdesk', 'administration'),
    mayImport('teams', ...pure, 'directory', 'helpdesk', 'administration', 'assistant'),
    mayImport('storage', ...pure, 'directory', 'helpdesk', 'administration', 'assistant', 'teams/ports', 'teams'),
    mayImport('server'),
    mayImport('app-package', 'assistant'),
    {
      name: 'storage-implements-ports-of-teams',
      severity: 'error',
      from: { path: '^src/storage/' },
      to: { path: '^src/teams/', pathNot: '^src/teams/ports\\.ts$' },
    },
    ...pure.map((room, index) => ({
      name: `${room}-is-pure`,
      comment: 'Of the other pure room it imports types only, of log and metrics nothing.',
      severity: 'error',
      from: { path: src(room) },
      to: { path: [src(pure[1 - index]), logAndMetrics], dependencyTypesNot: ['type-only'] },
    })),
    {
      name: 'pure-rooms-do-no-io',
      comment: 'No built-in module in the pure rooms but hashing and the handling of paths as text.',
      severity: 'error',
      from: { path: src(...pure) },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|path)$' },
    },
    {
      name: 'log-is-a-type-in-rooms',
      comment: 'The log and the counters are made in composition and handed in.',
      severity: 'error',
      from: { path: src(...rooms) },
      to: { path: logAndMetrics, dependencyTypesNot: ['type-only'] },
    },

    onlyIn(
      'teams',
      'jose',
      'botbuilder',
      'botbuilder-.*',
      'botframework-.*',
      'adaptivecards-templating',
      'adaptive-expressions',
      'html-to-text',
      'rate-limiter-flexible',
    ),
    onlyIn('helpdesk', 'luxon'),
    onlyIn('server', 'restify', 'restify-errors'),
    onlyIn('directory', '@azure/.*', '@microsoft/microsoft-graph-client'),
    onlyIn('storage', 'kysely', 'pg', 'better-sqlite3'),
    onlyIn('config', 'dotenv'),
    onlyIn('runtime', 'pino', 'prom-client'),
    onlyIn('text', 'i18next'),
    onlyIn('troubleshooting', 'minisearch'),
    onlyIn('app-package', 'sharp', 'fflate'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
