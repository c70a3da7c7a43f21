import type { Upcaster } from '../record.js';

/** Requests of before there were urgent ones, and of before pastes were judged: they are normal, and nothing was found. */
export const withFindingsAndSeverity: Upcaster = ({ report, ...ticket }) => ({
  severity: 'normal',
  ...ticket,
  report: typeof report === 'object' ? { findings: [], ...report } : report,
});
