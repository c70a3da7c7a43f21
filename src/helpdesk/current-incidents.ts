import { concerning, type Incident, type Incidents } from './incidents.js';

/** Milliseconds that what runs is kept in memory: each card of a walk asks for it. Another instance's news come so late at most. */
const keptMs = 15_000;

export interface CurrentIncidents {
  concerning(causes: readonly string[]): Promise<Incident | undefined>;
  /** What runs has changed. */
  forget(): void;
}

/** What runs now, for everybody who walks. */
export function createCurrentIncidents({
  incidents,
  now,
}: {
  readonly incidents: Pick<Incidents, 'running'>;
  readonly now: () => Date;
}): CurrentIncidents {
  let kept: { readonly at: number; readonly running: Promise<readonly Incident[]> } | undefined;
  return {
    async concerning(causes) {
      const time = now().getTime();
      if (!kept || time - kept.at >= keptMs || time < kept.at) {
        const fresh = { at: time, running: incidents.running() };
        kept = fresh;
        // A failure is not kept.
        fresh.running.catch(() => {
          if (kept === fresh) kept = undefined;
        });
      }
      return concerning(await kept.running, causes, time);
    },
    forget() {
      kept = undefined;
    },
  };
}
