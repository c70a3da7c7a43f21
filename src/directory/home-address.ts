/** A guest's own address, as it stands in the UPN that this tenant gave (entra b2b user-properties); anybody else's UPN as it is. */
export function homeAddress(userPrincipalName: string): string {
  const guest = /^(.+)_([^_]+)#EXT#@/i.exec(userPrincipalName);
  return guest ? `${guest[1]}@${guest[2]}` : userPrincipalName;
}
