// Written by `npm run indexes` from the files of this folder.
import type { AdministratorsOptions } from '../administrators.js';
import { createHandlers as audit, type HandlersOptions as AuditOptions } from './audit.js';
import { createHandlers as cleanUp, type HandlersOptions as CleanUpOptions } from './clean-up.js';
import { createHandlers as devices, type HandlersOptions as DevicesOptions } from './devices.js';
import { createHandlers as doctor, type HandlersOptions as DoctorOptions } from './doctor.js';
import { createHandlers as knownIssue, type HandlersOptions as KnownIssueOptions } from './known-issue.js';
import { createHandlers as lookUps, type HandlersOptions as LookUpsOptions } from './look-ups.js';
import { createHandlers as policy, type HandlersOptions as PolicyOptions } from './policy.js';
import { createHandlers as report, type HandlersOptions as ReportOptions } from './report.js';
import { createHandlers as stats, type HandlersOptions as StatsOptions } from './stats.js';

/** What all of them together stand on. */
export type AdministratorParts = AuditOptions &
  CleanUpOptions &
  DevicesOptions &
  DoctorOptions &
  KnownIssueOptions &
  LookUpsOptions &
  PolicyOptions &
  ReportOptions &
  StatsOptions;

/** What administrators' commands and buttons do; one that nothing does does not compile. */
export function createAllHandlers(parts: AdministratorParts): Pick<AdministratorsOptions, 'commands' | 'presses'> {
  const of = {
    audit: audit(parts),
    cleanUp: cleanUp(parts),
    devices: devices(parts),
    doctor: doctor(parts),
    knownIssue: knownIssue(parts),
    lookUps: lookUps(parts),
    policy: policy(parts),
    report: report(parts),
    stats: stats(parts),
  };
  return {
    commands: {
      ...of.audit.commands,
      ...of.cleanUp.commands,
      ...of.devices.commands,
      ...of.doctor.commands,
      ...of.knownIssue.commands,
      ...of.lookUps.commands,
      ...of.policy.commands,
      ...of.report.commands,
      ...of.stats.commands,
    },
    presses: {
      ...of.audit.presses,
      ...of.cleanUp.presses,
      ...of.devices.presses,
      ...of.doctor.presses,
      ...of.knownIssue.presses,
      ...of.lookUps.presses,
      ...of.policy.presses,
      ...of.report.presses,
      ...of.stats.presses,
    },
  };
}
