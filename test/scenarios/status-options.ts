/** How `dsregcmd /status` was run. Elevated it tests as SYSTEM; `remote`: in a session that is not the person's (WinRM). */
export type Prompt = 'elevated' | 'unElevated' | 'remote';

export interface StatusOptions {
  readonly prompt: Prompt;
  /** The person's clock. */
  readonly now: Date;
  readonly tenantId: string;
  readonly deviceId: string;
  readonly userPrincipalName: string;
}

/** So many hours ago, as the status prints times. */
export function hours(now: Date, ago: number): string {
  return utc(new Date(now.getTime() - ago * 3_600_000));
}

/** `2019-01-31 09:25:31.000 UTC` */
export function utc(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace('T', ' ')}.000 UTC`;
}

/** Since then a status tells of the device's and the sign-in's health (docs/domain/current.md section 3). */
export function since21H1(windows: string): boolean {
  return windows === 'win10-21H1' || windows === 'win11-22H2' || windows === 'server2022';
}
