import type { PcOfPaste } from '../model.js';
import type { Look } from './look.js';
import { timeIn } from './parse-time.js';

const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** Which PC the text is about. Contradicting values (two outputs in one text) name none. */
export function pcOfPaste(look: Look): PcOfPaste {
  const deviceId = only(look, 'DeviceId', (value) => guid.exec(value)?.[0].toLowerCase());
  const tenantId = only(look, 'TenantId', (value) => guid.exec(value)?.[0].toLowerCase());
  const name = only(look, 'Device Name', (value) => (/^[\w.-]{1,255}$/.test(value) ? value.split('.')[0] : undefined));
  const clientTime = only(look, 'Client Time', (value) => toIso(timeIn(value)));
  return {
    ...(deviceId !== undefined && { deviceId }),
    ...(name !== undefined && { name }),
    ...(tenantId !== undefined && { tenantId }),
    ...(clientTime !== undefined && { clientTime }),
  };
}

function only(look: Look, key: string, read: (value: string) => string | undefined): string | undefined {
  const values = new Set(look.fields(key).map(({ value }) => read(value)));
  return values.size === 1 ? [...values][0] : undefined;
}

function toIso(time: number | undefined): string | undefined {
  return time === undefined || Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
