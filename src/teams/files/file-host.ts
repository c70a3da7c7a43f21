/**
 * Where files sent to a bot lie: in the sender's OneDrive (microsoftteams/platform/bots/how-to/bots-filesv4), that is, the hosts
 * of "SharePoint Online and OneDrive for Business" in microsoft-365/enterprise/urls-and-ip-address-ranges: worldwide and GCC,
 * GCC High, DoD, and the one operated by 21Vianet. In GCC High and DoD no files reach bots as yet (same page on bots).
 */
const fileHosts = ['.sharepoint.com', '.sharepoint.us', '.sharepoint-mil.us', '.sharepoint.cn'];

/** True for an address that Teams keeps files at: https, the usual port, no user name in it. */
export function isTeamsFileHost({ protocol, hostname, port, username, password }: URL): boolean {
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return false;
  return fileHosts.some((suffix) => hostname.endsWith(suffix) && hostname.length > suffix.length);
}
