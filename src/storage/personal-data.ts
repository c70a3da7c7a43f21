import type { PersonalData } from '../assistant/ports.js';
import type { StorageContext } from './context.js';
import { createExpire } from './expire.js';
import { createForget } from './forget.js';

/** Forgets people: one who asks for it, and all whose time is over. */
export function createPersonalData(context: StorageContext): PersonalData {
  return { forget: createForget(context), expire: createExpire(context) };
}
