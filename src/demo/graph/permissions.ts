/** The application permissions whose absence can be simulated. */
export type Permission =
  | 'User.Read.All'
  | 'Device.Read.All'
  | 'Device.ReadWrite.All'
  | 'Policy.Read.DeviceConfiguration'
  | 'Domain.Read.All'
  | 'GroupMember.Read.All';
