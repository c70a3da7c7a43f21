// Written by `npm run indexes` from the files of this folder.
import type { Sentences } from '../translated.js';
import { app } from './app.js';
import { audit } from './audit.js';
import { cleanUp } from './clean-up.js';
import { common } from './common.js';
import { devices } from './devices.js';
import { doctor } from './doctor.js';
import { facts } from './facts.js';
import { findings } from './findings.js';
import { form } from './form.js';
import { help } from './help.js';
import { incidents } from './incidents.js';
import { lookUps } from './look-ups.js';
import { notices } from './notices.js';
import { reading } from './reading.js';
import { report } from './report.js';
import { requests } from './requests.js';
import { stats } from './stats.js';
import { tickets } from './tickets.js';
import { walk } from './walk.js';

/** The same sentences in German, with "Sie". A key that is missing here does not compile. */
export const de: Sentences = {
  ...app,
  ...audit,
  ...cleanUp,
  ...common,
  ...devices,
  ...doctor,
  ...facts,
  ...findings,
  ...form,
  ...help,
  ...incidents,
  ...lookUps,
  ...notices,
  ...reading,
  ...report,
  ...requests,
  ...stats,
  ...tickets,
  ...walk,
};
