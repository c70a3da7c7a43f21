/**
 * Attributes with a meaning outside the trees: whose account, which Windows, what the status dialog said.
 * A tree may set others, for its own branches; of these it may use no other values.
 */
export const attributeValues: Readonly<Record<string, readonly string[]>> = {
  /** `other`: the directory's facts are about somebody else and count as unknown. */
  subject: ['own', 'other'],
  windows: ['win7', 'win81', 'server2008r2', 'server2012', 'server2012r2', 'current', 'unknown'],
  dialog: ['authentication', 'verification', 'maximum', 'notResponding', 'joined', 'other'],
};
