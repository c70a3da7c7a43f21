/** What the value of an option is. `credentials`: a name, or a name and a password (`ada:Secret1`). */
export type OptionKind = 'password' | 'account' | 'credentials';

/** Options with these names carry a password, whatever the program. */
const passwords =
  /^(?:[\w-]*(?:password|passwd|passwort|kennwort|passphrase|passcode|pwd|passwordd|passwordo|secret|secretkey|api-?key|access-?key|account-?key|shared-?key|sas-?token|access-?token|auth-?token|identity-?token|keymaterial|recoverykey|psk)|pat|pass|passin|passout|pw|pd|po|rp|token|pin|storepass|keypass)$/i;

/** And these an account. */
const accounts =
  /^(?:user-?name|user|usero|userd|ud|uo|ru|login|login-?name|remote-?user|admin-?user|run-?as-?user|log-?on-?user|principal|credential|domain-?credential|local-?credential|unjoin-?domain-?credential|upn|sam-?account-?name|http-user|ftp-user|proxy-?user|user-?id|uid)$/i;

/** Options of one letter mean something else in each program; with a user beside it, `p` is a password. */
const usesP =
  /(?:^|[\\/\s"'(&|;>])(?:psexec|paexec|ps(?:service|list|kill|loglist|info|file|loggedon|shutdown|suspend|getsid|passwd)|sshpass|schtasks|tasklist|taskkill|systeminfo|driverquery|getmac|gpresult|eventcreate|openfiles|winrs|wevtutil|wecutil|[xw]freerdp\d?|rdesktop|mysql\w*|mariadb\w*|mongo\w*|certutil|signtool|7z\w?|unzip|rar|dsadd|dsquery|dsmod|dsget|dsmove|dsrm|evil-winrm|crackmapexec|nxc|netexec|winexe|(?:docker|podman|helm|oc|az|acr|nerdctl|skopeo|buildah)(?:\s[\w-]{1,20}){0,3}\s+login|az|htpasswd|smbmap|ncrack|msbuild|msdeploy|devcon|vncviewer|anyconnect|vpncli|openconnect|rasphone|djoin|usmtutils|loadstate|scanstate)(?:64|32)?(?:\.exe)?(?=[\s"'$]|$)/i;
const usesCapitalP =
  /(?:^|[\\/\s"'(&|;>])(?:sqlcmd|osql|bcp|isql|sqlpackage|unzip|zip|rar|nzsql|ibmcloud|tsql|freetds)(?:\.exe)?(?=\s)/i;
const usesW = /(?:^|[\s"'(&|;>])(?:ldap(?:search|add|modify|delete|passwd|whoami|compare)|vncpasswd)(?=\s)/i;
const usesA = /(?:^|[\s"'(&|;>])redis-cli(?=\s)/i;
const setsPassword =
  /keyvault\s+secret\s+set|[-/](?:v|n|name)(?:[ \t:=]{1,9})["']?[\w\\-]{0,60}(?:password|passwd|pwd|kennwort|secret)["']?(?![\w-])/i;
const isUser = /^(?:u|user|user-?name|ru|ud|uo|userd|usero|l|login)$/i;

/** What a line of commands says of its options: looked at once a line. */
export interface CommandLine {
  readonly kindOf: (name: string) => OptionKind | undefined;
  /** Whether an option with a slash may have its value behind a blank here: in a sentence ("whoami /user shows") it has none. */
  readonly blanks: boolean;
  /** For options that carry their value without anything between: `-pSecret1`, `-ua:b`. */
  readonly glued: (name: string) => OptionKind | undefined;
}

export function commandLine(line: string, names: readonly string[]): CommandLine {
  const withUser = names.some((name) => isUser.test(name));
  const p = withUser || usesP.test(line);
  const capitalP = usesCapitalP.test(line);
  const gluedP = /(?:^|[\\/\s"'(&|;>])(?:mysql\w*|mariadb\w*|7z\w?|rar|sshpass|rdesktop|smbmap)(?:\.exe)?(?=\s)/i.test(
    line,
  );
  const curl = /(?:^|[\\/\s"'(&|;>])(?:curl|wget|http|https)(?:\.exe)?(?=\s)/i.test(line);
  const w = usesW.test(line);
  const a = usesA.test(line);
  const git = /\bgit(?:\.exe)?\s/i.test(line);
  const value = setsPassword.test(line);
  return {
    blanks:
      usesP.test(line) ||
      /(?:^|[\\/\s"'(&|;>])(?:runas|cmdkey|wmic|net1?|netdom|sc|reg|dcdiag|repadmin|klist|ksetup|setspn|nltest|mstsc|shutdown|at|ntdsutil|dcpromo|vaultcmd)(?:\.exe)?(?=\s)/i.test(
        line,
      ),
    kindOf(name) {
      if (passwords.test(name)) return 'password';
      if (/^(?:u|user|proxy-?user)$/i.test(name)) return git ? undefined : 'credentials';
      if (accounts.test(name)) return 'account';
      if (name === 'p' || name === 'P') return p || capitalP ? 'password' : undefined;
      if (name === 'w') return w ? 'password' : undefined;
      if (name === 'a') return a ? 'password' : undefined;
      if (/^(?:d|value)$/i.test(name)) return value ? 'password' : undefined;
      return undefined;
    },
    glued(name) {
      if (/^p./.test(name) && gluedP) return 'password';
      if (/^P./.test(name) && capitalP) return 'password';
      return /^[uU]./.test(name) && (curl || gluedP) ? 'credentials' : undefined;
    },
  };
}
