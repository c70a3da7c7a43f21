/** The application permissions whose absence can be simulated. */
export type Permission =
  | 'User.Read.All'
  | 'Device.Read.All'
  | 'Device.ReadWrite.All'
  | 'Policy.Read.DeviceConfiguration'
  | 'Domain.Read.All'
  | 'GroupMember.Read.All'
  | 'Organization.Read.All'
  | 'Member.Read.Hidden';

/** Not granted unless a test grants it: what the bot never asks for, and writing, which it asks for only where places may be freed. */
export const notGranted: readonly Permission[] = [
  'Device.ReadWrite.All',
  'Organization.Read.All',
  'Member.Read.Hidden',
];
