import type { OutgoingView } from '../helpdesk/ports.js';
import type { CleanUps } from './clean-up/ports.js';
import type { CleanUpView } from './clean-up/views.js';
import type { TenantReports } from './report/ports.js';
import { autoUpdatingReport } from './report/report-view.js';

export interface AutoUpdatingViewOptions {
  readonly reports: TenantReports;
  readonly cleanUps: Pick<CleanUps, 'find'>;
  readonly deleteAfterDays: number;
}

/** What the auto-updating card of this key shows to a person now; undefined = nothing any more. */
export function createAutoUpdatingView({ reports, cleanUps, deleteAfterDays }: AutoUpdatingViewOptions) {
  return async function autoUpdatingView(key: string, personId: string): Promise<OutgoingView | undefined> {
    const [kind, id = ''] = key.split(':');
    switch (kind) {
      case 'report':
        return autoUpdatingReport(reports, id);
      case 'cleanUp': {
        const stored = await cleanUps.find(Number(id));
        const view: CleanUpView | undefined = stored && {
          kind: 'cleanUp',
          cleanUp: stored.cleanUp,
          viewerId: personId,
          deleteAfterDays,
        };
        return view;
      }
      default:
        return undefined;
    }
  };
}
