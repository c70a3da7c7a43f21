// Written by `npm run indexes` from the files of this folder.

/** The buttons of the administrators' cards. */
export const adminOptions = [
  'exportAudit',
  'startCleanUp',
  'requestCleanUp',
  'showCleanUp',
  'confirmCleanUp',
  'declineCleanUp',
  'withdrawCleanUp',
  'undoCleanUp',
  'examineAgain',
  'chooseIncidentCause',
  'publishIncident',
  'dropIncident',
  'endIncident',
  'sortDevices',
  'showReport',
  'newReport',
  'cancelReport',
  'exportReport',
  'exportStats',
] as const;

export type AdminOption = (typeof adminOptions)[number];
