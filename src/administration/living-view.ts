import type { OutgoingView } from '../helpdesk/ports.js';
import type { Reports } from './report/ports.js';
import { livingReport } from './report/report-view.js';

/** What the living card of this key shows to a person now; undefined = nothing any more. */
export function createLivingView({ reports }: { readonly reports: Reports }) {
  return async function livingView(key: string): Promise<OutgoingView | undefined> {
    const [kind, id = ''] = key.split(':');
    switch (kind) {
      case 'report':
        return livingReport(reports, id);
      default:
        return undefined;
    }
  };
}
