/** What must not stay in a text: in each row the text, and the part of it that is searched for afterwards. */
export type Spelling = readonly [text: string, secret: string];

const p = 'Sommer2024!';
const all = (texts: readonly string[], secret: string): readonly Spelling[] => texts.map((text) => [text, secret]);

/** By kind. Every secret here was made up. */
export const whatGoes: Readonly<Record<string, readonly Spelling[]>> = {
  'IP addresses': [
    ...all(['server 10.1.2.3', 'Server: 10.1.2.3', 'driver 10.1.2.3', 'client 10.1.2.3', 'Client IP 10.1.2.3', 'resolver=10.1.2.3', 'DNS-Server . . . . : 10.1.2.3', 'never 10.1.2.3', 'im Client 10.1.2.3', '"client":"10.1.2.3"'], '10.1.2.3'),
    ...all(['DC 10.1.2.3 antwortet nicht', 'http://10.1.2.3/x', '\\\\10.1.2.3\\share', 'ping 10.1.2.3 -n 4', '10.1.2.3/24', 'build server 10.1.2.3'], '10.1.2.3'),
    ['192 . 168 . 0 . 17', '192 . 168 . 0 . 17'],
    ...all(['server fe80::1ff:fe23:4567:890a', 'node:fe80::1ff:fe23:4567:890a', 'Adresse:fe80::1ff:fe23:4567:890a', '[fe80::1ff:fe23:4567:890a]:443', 'client fe80::1ff:fe23:4567:890a%12'], 'fe80::1ff:fe23:4567:890a'),
  ],
  'MAC addresses': [
    ...['00-15-5D-01-02-AB', '00:15:5d:01:02:ab', '0015.5d01.02ab'].flatMap((mac) => all([mac, `Physical Address. . . . . . . . . : ${mac}`, `MAC ${mac}`, `die MAC-Adresse lautet ${mac}.`, `"mac":"${mac}"`], mac)),
    ...all(['MAC: 00155D0102AB', 'macaddress=00155D0102AB', 'Physische Adresse : 00155D0102AB', 'BSSID 00155D0102AB'], '00155D0102AB'),
    ['DHCPv6 Client DUID. . . . . . . . : 00-01-00-01-29-1C-3B-5D-00-15-5D-01-02-03', '00-15-5D-01-02-03'],
  ],
  'passwords of commands': [
    ...all(
      [
        `net use Z: \\\\fs01\\data ${p} /user:CONTOSO\\ada`, `net use Z: \\\\fs01\\data /user:CONTOSO\\ada ${p}`, `net use \\\\fs01\\data /u:ada ${p} /persistent:yes`, `NET USE * \\\\fs01\\data "${p}" /user:ada`,
        `net.exe use \\\\fs01\\ipc$ ${p}`, `net use \\\\fs01\\data /user:ada '${p}'`, `psexec \\\\pc1 -u ada -p ${p} cmd`, `psexec -p ${p} -u ada \\\\pc1 cmd`, `PsExec64.exe -accepteula \\\\pc1 -u CONTOSO\\ada -p "${p}" ipconfig`, `psexec /u ada /p ${p}`,
        `curl -u ada:${p} https://x.example`, `curl --user ada:${p} https://x.example`, `curl -uada:${p} https://x.example`, `curl --user=ada:${p} x`, `curl -s -k -u "ada:${p}" x`, `curl -x proxy -U ada:${p} x`, `curl --proxy-user ada:${p} x`,
        `wget --password=${p} --user=ada x`, `wget --http-password ${p} x`, `wget --user ada --password '${p}' x`, `netdom join PC-0815 /domain:contoso /userd:CONTOSO\\ada /passwordd:${p}`, `netdom join PC-0815 /d:contoso /ud:ada /pd:${p} /uo:ben /po:x`,
        `netdom resetpwd /s:dc1 /ud:CONTOSO\\ada /pd:${p}`, `netdom remove PC /passwordo:${p} /usero:ben`, `cmdkey /add:fs01 /user:ada /pass:${p}`, `cmdkey /pass:${p} /user:ada /generic:x`, `cmdkey /add:x /user:ada /pass:"${p}"`,
        `echo ${p} | runas /user:ada cmd`, `schtasks /create /tn x /ru CONTOSO\\ada /rp ${p}`, `schtasks /run /s pc /u ada /p ${p}`, `sc config svc obj= CONTOSO\\svc password= ${p}`, `sc.exe create svc binPath= x obj= .\\svc password= "${p}"`,
        `mysql -u root -p${p} db`, `mysql -uroot -p'${p}'`, `mysqldump --password=${p} db`, `sqlcmd -S x -U sa -P ${p}`, `sqlcmd -U sa -P "${p}" -Q x`, `plink -ssh ada@host.example -pw ${p}`, `pscp -pw ${p} a b`, `sshpass -p ${p} ssh host`, `sshpass -p'${p}' ssh host`,
        `wmic /node:pc1 /user:ada /password:${p} os get x`, `wmic /password:"${p}" /user:"ada" os`, `rasdial "VPN Contoso" ada ${p}`, `winrs -r:pc1 -u:ada -p:${p} cmd`, `xfreerdp /u:ada /p:${p} /v:pc1`, `ldifde -b ada CONTOSO ${p} -f x.ldf`,
        `dsadd user cn=x -pwd ${p}`, `az login -u ada@contoso.example -p ${p}`, `az login --service-principal -u x --password ${p} --tenant y`, `docker login -u ada -p ${p} x.azurecr.io`, `certutil -p ${p} -importpfx a.pfx`, `7z x a.zip -p${p}`,
        `net user ada ${p} /add`, `net user ada ${p}`, `net user "ada lovelace" "${p}" /domain`, `NET USER ada ${p} /ADD /Y`, `openssl pkcs12 -in a.pfx -passin pass:${p}`, `set DB_PASSWORD=${p}`, `setx API_PASSWORD "${p}"`, `export PGPASSWORD=${p}`, `tasklist /s pc1 /u ada /p ${p}`,
        `systeminfo /p ${p} /u ada /s pc1`, `ldapsearch -D cn=x -w ${p} -b dc=x`, `redis-cli -a ${p} ping`, `htpasswd -b f ada --password ${p}`,
      ],
      p,
    ),
  ],
  'passwords of PowerShell': all(
    [
      `ConvertTo-SecureString "${p}" -AsPlainText -Force`, `ConvertTo-SecureString '${p}' -AsPlainText -Force`, `ConvertTo-SecureString -String "${p}" -AsPlainText -Force`, `convertto-securestring -AsPlainText "${p}" -Force`, `ConvertTo-SecureString -AsPlainText -Force -String ${p}`,
      `'${p}' | ConvertTo-SecureString -AsPlainText -Force`, `$pw = ConvertTo-SecureString ${p} -AsPlainText -Force`, `New-LocalUser -Name "ben" -Password (ConvertTo-SecureString "${p}" -AsPlainText -Force)`, `-Password ${p}`, `-Password "${p}"`, `Set-ADAccountPassword ada -NewPassword ${p}`,
      `New-Object System.Management.Automation.PSCredential("CONTOSO\\ada", "${p}")`, `[PSCredential]::new('ada', '${p}')`, `New-Object PSCredential ('ada','${p}')`, `$password = "${p}"`, `$cred.Password = '${p}'`, `@{User='ada';Password='${p}'}`, `$env:ADMIN_PASSWORD = "${p}"`,
      `Set-ItemProperty -Path x -Name DefaultPassword -Value "${p}"`, `Set-ItemProperty -Value ${p} -Path x -Name "DefaultPassword"`, `Connect-X -ClientSecret ${p}`, `New-Object Net.NetworkCredential("ada","${p}")`,
    ],
    p,
  ),
  'passwords of the registry and of files': all(
    [
      `DefaultPassword    REG_SZ    ${p}`, `DefaultPassword\tREG_SZ\t${p}`, `"DefaultPassword"="${p}"`, `reg add "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon" /v DefaultPassword /t REG_SZ /d ${p} /f`, `reg add x /d "${p}" /v DefaultPassword`,
      `<Password><Value>${p}</Value><PlainText>true</PlainText></Password>`, `<Password>\n   <Value>${p}</Value>`, `<AdministratorPassword><Value>${p}</Value></AdministratorPassword>`, `<wsse:Password Type="x#PasswordText">${p}</wsse:Password>`, `<Password>${p}</Password>`, `&lt;Password&gt;${p}&lt;/Password&gt;`,
      `<Data Name="Password">${p}</Data>`, `<add key="Password" value="${p}"/>`, `<connect password="${p}" user="x"/>`, `<key>Password</key><string>${p}</string>`, `Server=x;User ID=sa;Password=${p};Encrypt=True`, `Server=x;Uid=sa;Pwd=${p}`, `server=x;pwd=${p};database=y`, `Data Source=x;Password="${p}";`,
      `password: ${p}`, `password = ${p}`, `PASSWORD=${p}`, `Passwort:${p}`, `Kennwort : "${p}"`, `Kennwort\t${p}`, `| Password | ${p} |`, `| User | ada | Password | ${p} | x |`, `Password        ${p}`, `"password": "${p}",`, `'password': '${p}'`, `{"user":"ada","pwd":"${p}"}`, `password => '${p}'`,
      `**Password:** ${p}`, `Passwort (VPN): ${p}`, `Password . . . . : ${p}`, `Password:\n${p}\n`, `Administratorkennwort: ${p}`, `WLAN-Passwort: ${p}`, `user_password="${p}"`, `db.password=${p}`, `passwd ${p}`, `bindPassword: ${p}`, `ms-Mcs-AdmPwd : ${p}`, `msLAPS-Password: ${p}`, `https://x.example/?user=a&password=${p}&b=c`,
    ],
    p,
  ),
  'passwords in sentences': [
    ...all(
      [
        `my password is ${p}`, `My Password is: ${p}`, `the password is "${p}".`, `password was ${p}, now it is not`, `The password for my laptop is ${p} and it fails`, `password of ada is ${p}`, `Mein Passwort lautet ${p}`, `Das Kennwort ist ${p}.`, `das passwort war ${p}`, `Passwort für den VPN-Zugang: ${p}`,
        `Das Kennwort für den Laptop heißt ${p}`, `pw: ${p}`, `pw ${p}`, `PW=${p}`, `pwd ${p}`, `pwd: ${p}`, `Kennwort ${p} geht nicht`, `mit dem Passwort ${p} komme ich nicht rein`, `I changed my password to ${p}`, `I set the password from Winter2023! to ${p}`, `${p} is my password`, `I use ${p} as password`,
        `${p} ist mein neues Kennwort`, `sign in with ada and password ${p}`, `user ada, pass ${p}`, `user: ada pass: ${p}`, `the password that I typed was ${p}`, `the password I use is ${p}`, `password is still ${p}`, `Passwort ist jetzt ${p}`, `my password's ${p}`, `password is not ${p} any more`, `initial password "${p}"`,
        `The client secret is ${p}`, `the secret: ${p}`, `client_secret=${p}`, `Client Secret Value: ${p}`, `ClientSecret = "${p}"`, `secret is ${p}`, `Das Geheimnis lautet ${p}`, `passcode ${p}`, `Passphrase: ${p}`, `login password (temporary): ${p}`, `passwords are Winter2023! and ${p}`, `Passwort – ${p}`,
      ],
      p,
    ),
    ...all(['my password is sunshine', 'Mein Passwort lautet sonnenschein', 'password: sunshine', 'pw=sunshine', 'das Kennwort ist "sonnenschein"', 'my password is sunshine please help', 'Passwort: Sonnenschein'], 'onnenschein').map(([text]): Spelling => [text, /sunshine/.test(text) ? 'sunshine' : 'onnenschein']),
    ...all(['my passphrase is correct horse battery staple', 'passphrase: correct horse battery staple', 'Passphrase = "correct horse battery staple"'], 'horse battery'),
  ],
  'passwords in tables and rows': all(
    [
      `| User | Password |\n|---|---|\n| ada | ${p} |`, `user;password\nada;${p}`, `Domain\tUserName\tPassword\nCONTOSO\tada\t${p}`, `UserName Password\n-------- --------\nada      ${p}`, `User,Password\nada,${p}`, `<td>Password</td><td>${p}</td>`, `Passwort\n${p}`,
      `Login: ada / ${p}`, `Zugangsdaten: ada / ${p}`, `credentials ada:${p}`, `user/password: ada/${p}`, `Benutzer ada, Kennwort ${p}`, `<b>Password:</b> ${p}`, `password is <b>${p}</b>`, `password=<${p}>`, `the password, ${p}, was refused`, `the old password was Winter2023!, the new one is ${p}`, `Ich habe mein Passwort auf ${p} geändert`,
    ],
    p,
  ),
  'PINs and codes': [
    ...all(['PIN is 4711', 'my PIN: 4711', 'Pin 4711', 'PIN=4711', 'Die PIN lautet 4711', 'meine PIN ist 4711.', 'the PIN for Windows Hello is 4711', 'PIN-Code: 4711', '"pin":"4711"'], '4711'),
    ...all(
      [
        'your verification code is 804615', 'Verification code: 804615', 'Your sign-in code is 804615', 'security code 804615', 'Ihr Bestätigungscode lautet 804615', 'Einmalcode: 804615', 'OTP 804615', 'the MFA code is 804615', 'Sicherheitscode ist 804615', '804615 is your verification code', 'Use 804615 as your Microsoft security code',
        'Your code is 804615. Do not share it', 'your code is 804615 (sign-in)', 'Anmeldecode 804615', 'the code from the authenticator app is 804615', 'Code aus der SMS: 804615', 'Microsoft Authenticator shows 804615',
      ],
      '804615',
    ),
    ['To sign in, open https://microsoft.com/devicelogin and enter the code FK9G8H2JQ to authenticate.', 'FK9G8H2JQ'],
  ],
  'API keys and tokens': [
    ...[
      'AKIAIOSFODNN7EXAMPLE', `ghp_${'a1B2c3D4'.repeat(4)}e5F6`, `github_pat_11ABCDEFG0${'a1B2c3D4'.repeat(4)}`, `glpat-${'a1B2c3D4'.repeat(2)}e5F6`, `xoxb-${'123456789012'}-1234567890123-${'a1B2c3D4'.repeat(3)}`, `sk_${'live'}_${'a1B2c3D4'.repeat(3)}`, `AIza${'SyA1B2c3D4'.repeat(3)}e5F6g`,
      `npm_${'a1B2c3D4'.repeat(4)}e5F6`, `SG.${'a1B2c3D4'.repeat(2)}e5F6g7.${'a1B2c3D4'.repeat(5)}x`, `abc8Q~${'a1B2c3D4'.repeat(4)}x`, 'ab4cd2ef6gh3ij5kl7mn2op4qr6st3uv5wx7yz2ab4cd6ef3gh5i', `hvs.${'a1B2c3D4'.repeat(4)}`, `dapi${'a1b2c3d4'.repeat(4)}`, `sk-proj-${'a1B2c3D4'.repeat(4)}`,
    ].flatMap((token) => all([token, `key: ${token}`, `my token is ${token}.`, `"apiKey":"${token}"`, `export X=${token}`, `(${token})`], token)),
    ...all(['DefaultEndpointsProtocol=https;AccountName=x;AccountKey=a1B2c3D4e5F6==;EndpointSuffix=x', 'SharedAccessKeyName=x;SharedAccessKey=a1B2c3D4e5F6==', 'AccountKey: a1B2c3D4e5F6=='], 'a1B2c3D4e5F6=='),
    ...all(['https://x.blob.core.windows.net/c?sv=2022&sig=a1B2%2Fc3D4e5F6%3D&se=2024', 'sig=a1B2%2Fc3D4e5F6%3D', 'SharedAccessSignature=sv=2022&sig=a1B2%2Fc3D4e5F6%3D'], 'a1B2%2Fc3D4e5F6%3D'),
    ...all(['aad3b435b51404eeaad3b435b51404ee:8846f7eaee8fb117ad06bdd830b7586c', 'ada:1001:aad3b435b51404eeaad3b435b51404ee:8846f7eaee8fb117ad06bdd830b7586c:::', 'NTLM : 8846f7eaee8fb117ad06bdd830b7586c', 'NT hash: 8846f7eaee8fb117ad06bdd830b7586c'], '8846f7eaee8fb117ad06bdd830b7586c'),
    ...all(['-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nMIIEabc\nQx7=\n-----END RSA PRIVATE KEY-----', '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNz\nQx7=\n-----END OPENSSH PRIVATE KEY-----', 'Private-Lines: 2\nAAABAQC\nQx7=\nPrivate-MAC: 0011223344', '-----BEGIN PRIVATE KEY-----\\nMIIE\\nQx7=\\n-----END PRIVATE KEY-----'], 'Qx7='),
    ...all(['Authorization: Negotiate YIIFqwYGKwYBBQUCoIIFnzCCBZug', 'ticket doIFqjCCBaagAwIBBaEDAgEWooIEtjCCBLJhggSuMIIE', 'TlRMTVNTUAADAAAAGAAYAHI'], 'x').map(([text]): Spelling => [text, text.split(' ').at(-1) ?? '']),
  ],
  'cookies': ['ESTSAUTH', 'ESTSAUTHPERSISTENT', 'ESTSAUTHLIGHT', 'x-ms-gateway-slice', 'x-ms-RefreshTokenCredential', '.AspNet.Cookies', '.AspNetCore.Cookies', 'FedAuth', 'rtFa', 'SSOCOOKIEPULLED', 'MSISAuth', 'SignInStateCookie', 'JSESSIONID', 'ASP.NET_SessionId', 'MyApp_session'].flatMap((name) => [
    [`${name}=0.AXoA1b2C3d4; path=/`, '0.AXoA1b2C3d4'] as const,
    [`a=b; ${name}=0.AXoA1b2C3d4`, '0.AXoA1b2C3d4'] as const,
    [`my cookie ${name}=0.AXoA1b2C3d4 is long`, '0.AXoA1b2C3d4'] as const,
    [`Cookie: ${name}=0.AXoA1b2C3d4; b=c`, '0.AXoA1b2C3d4'] as const,
    [`"${name}=0.AXoA1b2C3d4"`, '0.AXoA1b2C3d4'] as const,
    ...(/session/i.test(name) ? [] : [[`${name}\t0.AXoA1b2C3d4\tlogin.microsoftonline.com`, '0.AXoA1b2C3d4'] as const]),
  ]),
  'recovery keys': [
    ...['419067-522401-138226-674036-226897-560087-421278-047399'].flatMap((key) => [
      ...all([key, `Recovery Key:\n${key}`, `Numerical Password:\n    ID: {x}\n    Password:\n      ${key}`, `Wiederherstellungsschlüssel: ${key}.`, `manage-bde -unlock C: -RecoveryPassword ${key}`, `"${key}"`], key),
      ...all([key.replaceAll('-', ' '), key.replaceAll('-', '\n'), key.replace('-674036', '-\n674036'), key.replaceAll('-', ' - '), key.replaceAll('-', '–'), key.replaceAll('-', ''), key.replace('226-', '226\r\n> ')], '560087'),
    ]),
    ...all(['VK7JG-NPHTM-C97JM-9MPGT-3V66T', 'slmgr /ipk VK7JG-NPHTM-C97JM-9MPGT-3V66T', 'vk7jg-nphtm-c97jm-9mpgt-3v66t', 'Product Key: VK7JG NPHTM C97JM 9MPGT 3V66T', 'Produktschlüssel VK7JGNPHTMC97JM9MPGT3V66T', 'key=VK7JG-NPHTM-C97JM-9MPGT-3V66T,'], '3V66T').map(([text]): Spelling => [text, /3v66t/i.exec(text)?.[0] ?? '']),
    ...all(['    Key Content            : blaue Tasse 7', '    Schlüsselinhalt            : blaue Tasse 7', 'Key Content: blaue Tasse 7', '<keyMaterial>blaue Tasse 7</keyMaterial>'], 'Tasse 7'),
    ...all(['netsh wlan set hostednetwork mode=allow ssid=x key=blaueTasse7', 'WLAN-Schlüssel: blaueTasse7', 'WPA2 key is blaueTasse7', 'network security key: blaueTasse7', 'Netzwerksicherheitsschlüssel blaueTasse7'], 'blaueTasse7'),
  ],
  'numbers of cards and accounts': [
    ...all(['4111 1111 1111 1111', '4111-1111-1111-1111', '4111111111111111', 'Visa 4111 1111 1111 1111, 12/27', 'card: 4111111111111111.', 'Kreditkarte 4111-1111-1111-1111'], '1111').map(([text]): Spelling => [text, /4111.*1111/.exec(text)?.[0] ?? '']),
    ['5500 0000 0000 0004', '5500 0000 0000 0004'], ['Amex 3782 822463 10005', '3782 822463 10005'],
    ...all(['DE89 3704 0044 0532 0130 00', 'DE89370400440532013000', 'IBAN: DE89 3704 0044 0532 0130 00 bitte', 'iban de89370400440532013000', 'DE89-3704-0044-0532-0130-00', 'GB82 WEST 1234 5698 7654 32'], '0532').map(([text]): Spelling => [text, /0532 ?-?0130|5698 7654/.exec(text)?.[0] ?? '']),
    ['RVNR 15 070649 C 103', '070649'], ['Steuer-ID 86 095 742 719', '095 742'], ['SSN 536-90-4399', '536-90-4399'],
  ],
  'accounts': [
    ...all(['CONTOSO\\grace', 'I am CONTOSO\\grace here', 'user CONTOSO\\grace, please', '"CONTOSO\\grace"', 'CONTOSO\\\\grace', '.\\grace cannot sign in', 'sign in as .\\grace', '/user:grace', '/user:CONTOSO\\grace', 'runas /user:grace cmd', 'psexec -u grace cmd', '-Credential CONTOSO\\grace', '-Credential grace', '--user grace', '-UserName "grace"', 'Get-Credential grace'], 'grace'),
    ...all(
      [
        'C:\\Users\\grace', 'C:\\Users\\grace\\Desktop', 'c:/Users/grace/x', 'file:///C:/Users/grace/x.txt', 'C:\\Benutzer\\grace', 'C:\\Documents and Settings\\grace\\x', '\\\\fs01\\profiles\\grace', '\\\\fs01\\profiles$\\grace\\x', '\\\\fs01\\users\\grace', '\\\\fs01\\home$\\grace', '\\\\fs01.contoso.example\\share\\users\\grace\\a b',
        '\\\\pc1\\c$\\Users\\grace', '/home/grace', '/home/grace/.ssh', '/Users/grace/x', 'ls /Users/grace', '%2FUsers%2Fgrace%2Fx', 'C%3A%5CUsers%5Cgrace%5Cx', '/mnt/c/Users/grace', '\\\\?\\C:\\Users\\grace', 'HOMEPATH=\\Users\\grace', 'D:\\\\Users\\\\grace\\\\x', 'smb: //fs01/users/grace',
      ],
      'grace',
    ),
    ...all(['S-1-5-21-1004336348-1177238915-682003330-1104', 'my sid: S-1-5-21-1004336348-1177238915-682003330-1104.', 's-1-5-21-1004336348-1177238915-682003330-1104', 'S-1-12-1-1177238915-1177238915-1177238915-682003330', 'HKU\\S-1-5-21-1004336348-1177238915-682003330-1104\\Software', '"S-1-5-21-1004336348-1177238915-682003330-1104"'], '-682003330'),
  ],
};
