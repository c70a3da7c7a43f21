import { parseArgs } from 'node:util';
import { Problem } from './problem.mjs';

/** Every script finds its deployment by these, and only looks with `--dry-run`. */
const common = {
  'resource-group': { type: 'string' },
  deployment: { type: 'string', default: 'device-join-assistant' },
  'dry-run': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};

/**
 * The options of a script. Throws a Problem for what is unknown or missing; `help` prints the usage and ends the process.
 * @param {{ usage: string, own?: import('node:util').ParseArgsConfig['options'] }} script
 */
export function readOptions({ usage, own = {} }) {
  let values;
  try {
    ({ values } = parseArgs({ options: { ...common, ...own } }));
  } catch (error) {
    throw new Problem(`${error.message}\n\n${usage}`);
  }
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  if (!values['resource-group']) throw new Problem(`--resource-group is missing: the resource group that the template was deployed to.\n\n${usage}`);
  return { ...values, resourceGroup: values['resource-group'], dryRun: values['dry-run'] };
}
