import { az, useGraphOf } from './az.mjs';
import { Problem } from './problem.mjs';

const needed = ['appId', 'tenantId', 'cloud', 'identityPrincipalId', 'siteName', 'publicUrl', 'deviceCleanUp'];

/**
 * What the template's deployment told; Graph is that of its cloud from then on. Throws a Problem when there is none, it has not succeeded, or it is another template's.
 * @param {{ resourceGroup: string, deployment: string }} where
 * @returns {{ appId: string, tenantId: string, cloud: string, identityPrincipalId: string, siteName: string, publicUrl: string, deviceCleanUp: boolean }}
 */
export function readDeployment({ resourceGroup, deployment }) {
  const { properties } = az(['deployment', 'group', 'show', '--resource-group', resourceGroup, '--name', deployment]);
  if (properties.provisioningState !== 'Succeeded') {
    throw new Problem(`The deployment ${deployment} is ${properties.provisioningState}. Wait until it has succeeded, or deploy again.`);
  }
  const outputs = properties.outputs ?? {};
  const missing = needed.filter((name) => outputs[name]?.value === undefined);
  if (missing.length > 0) {
    throw new Problem(`The deployment ${deployment} does not tell ${missing.join(', ')}: it is not of this azuredeploy.json, or of an older one. Deploy again, or name another one with --deployment.`);
  }
  useGraphOf(outputs.cloud.value);
  return Object.fromEntries(needed.map((name) => [name, outputs[name].value]));
}
