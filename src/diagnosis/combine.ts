import { findingCatalogue, type CatalogueFinding, type FindingId } from './finding-catalogue.js';
import type { Diagnosis, Evidence, Finding, FindingRole, PcEntry, PcInDirectory, PcObject, Sureness } from './model.js';
import { rank } from './rank.js';

type Answered = Extract<PcInDirectory, { kind: 'answered' }>;

/** Findings which say that the directory has no object to join with; what the directory itself says goes before them. */
const saysNoObject: ReadonlySet<string> = new Set<FindingId>(['not-synced', 'object-gone', 'join-failed-unknown']);

/** `pcEntry`: undefined where the directory was not asked, did not answer, or does not tell. */
export interface Combined {
  readonly diagnosis: Diagnosis;
  readonly pcEntry: PcEntry | undefined;
}

/**
 * What a text means, put together with what the directory says of its PC (docs/domain/graph.md section 2). What is
 * unknown there changes nothing, and what was found by name only, and so may be another PC, is never certain.
 */
export function combine(diagnosis: Diagnosis, directory: PcInDirectory): Combined {
  switch (directory.kind) {
    case 'unknown':
      return { diagnosis, pcEntry: undefined };
    case 'notAsked': {
      if (directory.reason !== 'otherTenant') return { diagnosis, pcEntry: undefined };
      const findings = rank([...diagnosis.findings, make('other-tenant', 'certain', [])]);
      return { diagnosis: { ...diagnosis, findings }, pcEntry: undefined };
    }
    case 'answered': {
      const pcEntry = entryOf(directory);
      const findings = rank([...judge(diagnosis, directory, pcEntry), ...notes(directory)]);
      const settled = findings.some(
        ({ role, sure, id }) => (role === 'blocks' && sure === 'certain') || id === 'paste-is-old',
      );
      return { diagnosis: { ...diagnosis, findings, missing: settled ? [] : diagnosis.missing }, pcEntry };
    }
  }
}

/** How the directory knows the PC; undefined where that is not known, or its objects contradict each other. */
function entryOf({ byDeviceId, byName, objects }: Answered): PcEntry | undefined {
  const same = objects.filter(({ sameDeviceId }) => sameDeviceId);
  if (same.length > 0) return onlyOne(same.map(entryOfObject));
  if (byDeviceId) return 'missing';
  if (!byName) return undefined;
  const hybrid = objects.filter(({ trustType }) => trustType === 'ServerAd');
  if (hybrid.length > 0) return onlyOne(hybrid.map(entryOfObject));
  if (objects.some(({ trustType }) => trustType === undefined)) return undefined;
  return objects.length > 0 ? 'registeredOnly' : 'missing';
}

function entryOfObject({ enabled, pending }: PcObject): PcEntry | undefined {
  if (enabled === false) return 'disabled';
  if (pending === true) return 'pending';
  return enabled === true && pending === false ? 'ready' : undefined;
}

function onlyOne(entries: readonly (PcEntry | undefined)[]): PcEntry | undefined {
  return new Set(entries).size === 1 ? entries[0] : undefined;
}

function judge(diagnosis: Diagnosis, directory: Answered, entry: PcEntry | undefined): readonly Finding[] {
  const { findings, proves, pc } = diagnosis;
  const state = proves.find(({ fact }) => fact === 'joinState')?.value;
  if (entry === undefined) return findings;
  // A PC prints its DeviceId only after it has joined.
  const hasJoined = state === 'hybrid' || state === 'entra' || (state === undefined && pc.deviceId !== undefined);
  if (hasJoined) return judgeJoined(diagnosis, directory, entry);
  if (state === 'none' || state === 'onPremises') return findings;
  return judgeNotJoined(diagnosis, directory, entry);
}

/** The PC says that it has joined: is what it joined as still there? */
function judgeJoined({ findings, pc }: Diagnosis, { byDeviceId }: Answered, entry: PcEntry): readonly Finding[] {
  const check = findings.filter(({ id }) => id === 'device-disabled-or-removed');
  const others = findings.filter(({ id }) => id !== 'device-disabled-or-removed');
  const evidence = [...check.flatMap((finding) => finding.evidence), said(entry)];
  switch (entry) {
    case 'disabled':
      return [...others, make('device-disabled', byDeviceId ? 'certain' : 'likely', evidence)];
    case 'missing': {
      // Without its tenant in the text the PC may have joined another one, where it is in order.
      const surely: Sureness = pc.tenantId !== undefined ? 'certain' : 'likely';
      return [...others, make('device-removed', byDeviceId ? surely : 'possible', evidence)];
    }
    case 'pending':
      // A date of registration never turns back: this is a new object, and the one that the PC joined as is gone.
      return [...others, make('device-removed', byDeviceId ? 'likely' : 'possible', evidence)];
    case 'registeredOnly':
      return findings;
    case 'ready':
      return byDeviceId && check.length > 0 ? [...others, make('paste-is-old', 'likely', evidence)] : findings;
  }
}

/** The PC says that it has not joined, or nothing of that: does the directory have what it would join as? */
function judgeNotJoined(diagnosis: Diagnosis, { objects }: Answered, entry: PcEntry): readonly Finding[] {
  const { findings, pc } = diagnosis;
  const noObject = findings.filter(({ id }) => saysNoObject.has(id));
  const others = findings.filter(({ id }) => !saysNoObject.has(id));
  const blocked = others.some(({ role, sure }) => role === 'blocks' && sure !== 'possible');
  const role: FindingRole | undefined = blocked ? 'follows' : undefined;
  const concerned = isAboutItsObject(diagnosis, noObject, blocked);
  switch (entry) {
    case 'pending': {
      if (!concerned) return [...findings, make('join-pending', 'likely', [said(entry)], { role })];
      const evidence = [...noObject.flatMap((finding) => finding.evidence), said(entry)];
      const code = noObject.find((finding) => finding.code !== undefined)?.code;
      return [...others, make('join-pending', 'likely', evidence, { code, role })];
    }
    case 'disabled':
      return [...findings, make('device-disabled', 'likely', [said(entry)], { role })];
    case 'ready':
      if (!joinedSince(objects, pc.clientTime)) return findings;
      return [...findings.map(asHistory), make('paste-is-old', 'likely', [said(entry)])];
    case 'missing':
    case 'registeredOnly': {
      if (!concerned) return findings;
      const told = noObject.find(({ id }) => id === 'not-synced' || id === 'object-gone');
      if (told === undefined) return withAbsence(diagnosis, entry);
      const sure: Sureness = told.role === 'blocks' ? 'likely' : 'possible';
      return [
        ...findings.filter((finding) => finding !== told),
        { ...told, sure, evidence: [...told.evidence, said(entry)] },
      ];
    }
  }
}

/**
 * No object, and nothing that the service said of it. Alone it may as well be that the PC has not tried yet; beside any fault that the
 * PC reports itself it explains nothing, and of a PC of which only the name is known it is no more than worth knowing.
 */
function withAbsence({ kinds, findings }: Diagnosis, entry: PcEntry): readonly Finding[] {
  if (findings.some(({ role }) => role === 'blocks')) return findings;
  return [
    ...findings,
    make('not-synced', 'possible', [said(entry)], { role: kinds.length === 0 ? 'note' : undefined }),
  ];
}

/** Whether the object in the directory is what the PC fails for, as far as the text says: it has none, or nothing else stops it. */
function isAboutItsObject({ kinds, proves }: Diagnosis, noObject: readonly Finding[], blocked: boolean): boolean {
  if (kinds.length === 0 || noObject.some(({ role }) => role === 'blocks')) return true;
  return !blocked && proves.some(({ fact, value }) => fact === 'joinState' && value === 'domainOnly');
}

/** An object of a hybrid join that was registered after the text was made. */
function joinedSince(objects: readonly PcObject[], clientTime: string | undefined): boolean {
  if (clientTime === undefined) return false;
  const hybrid = objects.filter(({ trustType }) => trustType === 'ServerAd');
  return hybrid.some(
    ({ registeredAt }) => registeredAt !== undefined && Date.parse(registeredAt) > Date.parse(clientTime),
  );
}

/** What kept the PC from joining before it joined. */
function asHistory(finding: Finding): Finding {
  if (finding.role !== 'blocks' && finding.role !== 'follows' && finding.id !== 'domain-joined-only') return finding;
  return {
    ...make('previous-attempt-old', 'likely', finding.evidence),
    ...(finding.code !== undefined && { code: finding.code }),
  };
}

/** Told only of what surely is this PC: by its name it may be somebody else's. */
function notes({ objects }: Answered): readonly Finding[] {
  const same = objects.filter(({ sameDeviceId }) => sameDeviceId);
  const trust = new Set(objects.map(({ trustType }) => trustType));
  return [
    ...(same.length > 0 && trust.has('ServerAd') && trust.has('Workplace')
      ? [make('directory-duplicate', 'likely', [])]
      : []),
    ...(same.some(({ stale }) => stale === true) ? [make('directory-stale', 'likely', [])] : []),
  ];
}

function said(value: PcEntry): Evidence {
  return { from: 'directory', fact: 'pcEntry', value };
}

interface More {
  readonly code?: string | undefined;
  readonly role?: FindingRole | undefined;
}

function make(id: FindingId, sure: Sureness, evidence: readonly Evidence[], more: More = {}): Finding {
  const { phase, role, cause }: CatalogueFinding = findingCatalogue[id];
  const coded = { ...(cause !== undefined && { cause }), ...(more.code !== undefined && { code: more.code }) };
  return { id, phase, role: more.role ?? role, sure, evidence, ...coded };
}
