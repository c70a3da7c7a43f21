/**
 * What each finding of `diagnosis/finding-catalogue.ts` means, in one plain sentence for people in an office, and for each part
 * that is missing how to get it. A test holds both against the catalogue.
 */
export const findings = {
  'finding.not-domain-joined':
    'The PC does not belong to the company network (its domain) yet. Without that it cannot join.',
  'finding.not-joined-at-all':
    'The PC is not connected to the company at all: neither to its network (its domain) nor to its cloud.',
  'finding.on-premises-joined':
    'The PC is registered with a server of your company instead of the cloud. It cannot have both.',
  'finding.no-domain-controller': 'The PC cannot reach the company network. In the office or through VPN it can.',
  'finding.ad-replication': 'The servers of your company do not all know this PC yet.',

  'finding.scp-missing':
    'The PC finds no entry in your company that says where to join. That is nothing wrong with the PC itself.',
  'finding.scp-unreadable':
    'The PC could not read where to join. The entry in your company is missing, or was out of reach.',
  'finding.wrong-tenant':
    'The PC is sent to a cloud address that does not exist. The entry in your company has to be corrected.',
  'finding.discovery-no-connection': 'The PC gets no connection to the address that it joins through.',
  'finding.discovery-timeout': 'The address that the PC joins through does not answer in time.',
  'finding.discovery-failed': 'The PC asked where to join and got no usable answer.',
  'finding.discovery-name-not-resolved':
    'The PC cannot find the address that it joins through. The name leads nowhere in this network.',
  'finding.discovery-proxy-page':
    'Instead of an answer the PC got a web page, probably one of the network that wants a sign-in.',
  'finding.discovery-altered':
    'Something in the network changes the connection that the PC joins through, or the clock of the PC is wrong.',
  'finding.realm-discovery-failed':
    'The PC could not ask Microsoft how your company signs in. The sign-in address was out of reach for it.',
  'finding.registration-service-unreachable': 'The PC found where to join, but the service there does not answer it.',
  'finding.service-busy': "Microsoft's service was too busy. This passes by itself, and the PC tries again.",

  'finding.federation-endpoints-off':
    'The sign-in server of your company does not offer what the PC needs for joining.',
  'finding.federation-refused': 'The sign-in server of your company, or Microsoft, did not accept the PC.',
  'finding.sign-in-unreachable': 'The PC could not reach the sign-in service while it was joining.',
  'finding.sign-in-altered':
    'Something in the network changes the connection to the sign-in service, or the clock of the PC is wrong.',
  'finding.kerberos-join': 'A new way of joining, through the servers of your company, is not ready for this PC.',
  'finding.interaction-needed':
    'Somebody would have to confirm the sign-in, but the PC joins by itself and cannot do that.',
  'finding.token-failed': 'The PC could not sign in for joining.',

  'finding.not-synced': "The cloud does not know this PC yet. Your company's servers still have to pass its entry on.",
  'finding.object-gone': 'The cloud has no entry for this PC: it was deleted, or it was not passed on yet.',
  'finding.join-pending': 'The cloud knows this PC and waits for it to finish joining.',
  'finding.too-many-attempts': 'The PC tried too often in a short time. It has to wait a few minutes.',
  'finding.certificate-mismatch':
    'The cloud knows this PC, but not its present proof of identity. Often it was set up anew.',
  'finding.join-wrong-tenant':
    'The PC tries to join a company in the cloud that does not exist. The entry has to be corrected.',
  'finding.join-connection': 'The connection broke off while the PC was joining.',
  'finding.join-service-fault': "Microsoft's service did not answer as it should. The PC tries again by itself.",
  'finding.tpm-fault': 'The security chip of the PC reports a fault.',
  'finding.tpm-locked': 'The security chip of the PC is locked for a while after wrong attempts.',
  'finding.join-keys-lost':
    'The keys that the PC needs for joining are gone. This happens after repairs, or with a copied Windows.',
  'finding.registration-refused': "Your company's settings do not allow this account, or this PC, to join.",
  'finding.device-limit-reached': 'The account has as many devices as the company allows.',
  'finding.device-limit-not-hybrid':
    'A device limit was reached, but it does not stop this PC: here the PC itself joins, not a person.',
  'finding.restart-needed': 'The PC has joined and needs a restart now.',
  'finding.azure-vm-identity': 'This is a virtual PC in Azure, and it lacks the identity that it joins with.',
  'finding.join-failed-unknown': 'Joining failed, but what is here does not say why.',

  'finding.device-disabled': 'The entry of this PC in the cloud is switched off.',
  'finding.device-removed': 'The PC believes that it has joined, but its entry in the cloud is gone.',
  'finding.device-disabled-or-removed':
    'The PC believes that it has joined, but its entry in the cloud is switched off or gone.',
  'finding.device-check-unreachable': 'The PC could not check its entry in the cloud, because it got no connection.',
  'finding.device-check-failed': 'The PC has joined, but the check of its entry in the cloud failed.',
  'finding.keys-unusable': 'The PC has joined, but can no longer use its keys.',
  'finding.recovery-pending':
    'The PC can no longer use its keys. It tries to repair itself at the next sign-in, or has to join anew.',
  'finding.wrong-password':
    'The password was not accepted. It was mistyped, or a new one has not arrived in the cloud yet.',
  'finding.sign-in-name-unknown': 'Microsoft does not know the name that is used to sign in on this PC.',
  'finding.sign-in-network': 'The PC has joined, but could not reach the sign-in service.',
  'finding.sign-in-federation':
    'The PC has joined, but the sign-in server of your company does not offer what it needs.',
  'finding.sign-in-refused': 'The PC has joined, but the sign-in on it was refused.',
  'finding.windows-updates-missing': 'Windows on this PC is too old for the sign-in service. It needs its updates.',
  'finding.no-sign-in-token': "The sign-in on the PC did not get its pass for Microsoft's services.",
  'finding.certificate-expired': 'The proof of identity that the PC got when it joined has expired.',
  'finding.dual-registration':
    "The PC has joined and was also added by hand as somebody's device. The second one gets in the way.",

  'finding.down-level-address': 'The PC does not find the address that it registers at.',
  'finding.down-level-connection': 'The PC gets no connection to the address that it registers at.',
  'finding.down-level-certificate': 'The PC does not trust the address that it registers at.',
  'finding.down-level-service': 'The service that the PC registers at was out of order.',
  'finding.down-level-tls':
    'The PC and the service cannot agree on a secure connection. Often the clock is wrong, or Windows too old.',
  'finding.down-level-discovery-failed': 'The PC could not find out where to register.',
  'finding.down-level-zone': 'An address that the PC needs is in the wrong list of the browser settings.',
  'finding.down-level-pages-not-saved':
    'The quiet sign-in failed. A setting of Internet Explorer is known to cause this.',
  'finding.down-level-keys': 'The PC can no longer use its keys. On old Windows a password change can cause this.',
  'finding.dialog-authentication': 'The window says that signing in for the join did not work.',
  'finding.dialog-verification':
    'The window says that the account could not be checked, usually because it is not a company account.',
  'finding.dialog-maximum': 'The window says that there are too many devices already.',
  'finding.dialog-not-responding': 'The window says that the server did not answer.',

  'finding.hybrid-healthy': 'The PC has joined, and the sign-in on it works. Nothing is wrong here.',
  'finding.hybrid-joined': 'The PC has joined. Whether all of it works, this part alone does not tell.',
  'finding.entra-joined': 'The PC has joined your company in the cloud directly. It needs no other join.',
  'finding.registered-only':
    "The PC was added as a person's own device. That is complete, but it is not the join of a company PC.",
  'finding.domain-joined-only': 'The PC belongs to the company network, but has not joined the cloud yet.',
  'finding.down-level-joined': 'The PC has joined. Nothing is wrong here.',
  'finding.paste-is-old':
    'The directory shows that things have changed since this was copied. Please look at the PC again.',

  'finding.wam-error-elevated': "One value cannot be read in an administrator's window. That is normal.",
  'finding.user-state-without-session':
    'Some values could not be read, because nobody was signed in in this window. That is normal.',
  'finding.hello-will-not-provision':
    'This is only about signing in with a PIN or face. It has nothing to do with joining.',
  'finding.wpad-without-proxy': 'The PC looked for a proxy and found none. In a network without one, that is normal.',
  'finding.no-enterprise-token': "The pass of your company's own sign-in server is missing. Most companies have none.",
  'finding.enterprise-token-fault':
    "This fault is about your company's own sign-in server, not about the sign-in to the cloud.",

  'finding.also-registered': 'A work account was also added by hand on this PC.',
  'finding.sync-fallback-off': 'The second way of joining is switched off on this PC.',
  'finding.previous-attempt-old': 'An earlier attempt failed, but the PC has got further since.',
  'finding.built-in-administrator': "The account in use is the PC's own administrator, not a company account.",
  'finding.mdm-urls-missing': 'The PC is not offered to be managed by your company. This does not stop a join.',
  'finding.tpm-not-used': 'The keys of the PC are not kept in its security chip. This does not stop a join.',
  'finding.sign-in-not-renewed': 'The pass of the sign-in is older than usual. Locking and unlocking the PC renews it.',
  'finding.certificate-expires-soon':
    'The proof of identity of the PC expires soon. Normally the PC renews it by itself.',
  'finding.virtual-desktop': 'This is a virtual desktop. Some of them are made anew every day and join anew each time.',
  'finding.sign-in-app-account-missing': 'Apps on this PC have no company account to sign in with.',
  'finding.unknown-code': 'This code is not known to me, so I will not guess.',
  'finding.known-code': 'This code is known, but does not name a cause by itself.',
  'finding.event-noted': 'I read this log entry, but it does not name a cause by itself.',

  'finding.other-tenant': 'This PC belongs to another organization, so I did not look it up.',
  'finding.directory-stale': 'The directory has not seen this PC for a long time.',
  'finding.directory-duplicate': "The directory has this PC twice: as a company PC and as somebody's added device.",

  'missing.deviceState':
    'In a command prompt on the PC run dsregcmd /status, and paste all of it, from the first line on.',
  'missing.diagnosticsElevated':
    'Right-click Command Prompt, choose "Run as administrator" (needs administrator rights), run dsregcmd /status, and paste all of it.',
  'missing.userStateUnelevated':
    'As the person who has the trouble, open a normal command prompt (not as administrator), run dsregcmd /status, and paste all of it.',
  'missing.signInDiagnostics':
    'Lock and unlock the PC, then run dsregcmd /status in a normal command prompt (not as administrator), and paste the part "SSO State".',
  'missing.eventLogName':
    'The name of the log that the entry comes from. In Event Viewer it stands below the entry as "Log Name".',
  'missing.wholeCode': 'The whole code, or the whole text of the entry. Codes look like 0x801c03f2.',
} as const;
