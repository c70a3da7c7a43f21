/** What `npm run doctor` runs: packages, then the build, then the doctor with the environment that it was given. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installMissing } from './install-missing.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (script) => spawnSync(process.execPath, [script], { cwd: root, stdio: 'inherit' }).status ?? 1;
process.exit(installMissing() && run('.ci/build.mjs') === 0 ? run('dist/bin/doctor.js') : 1);
