import { runDoctor } from '../composition/run-doctor.js';

// Not exitCode: what a check left waiting would keep the process.
process.exit(await runDoctor());
