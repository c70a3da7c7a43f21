import type { findings as en } from '../en/findings.js';
import type { Translated } from '../translated.js';

/** The German of `en/findings.ts`, with "Sie". */
export const findings: Translated<typeof en> = {
  'finding.not-domain-joined':
    'Der PC gehört noch nicht zum Firmennetz (zur Domäne). Ohne das kann er nicht beitreten.',
  'finding.not-joined-at-all':
    'Der PC ist noch gar nicht mit der Firma verbunden: weder mit dem Firmennetz (der Domäne) noch mit der Cloud.',
  'finding.on-premises-joined':
    'Der PC ist bei einem Server Ihrer Firma registriert statt in der Cloud. Beides zugleich geht nicht.',
  'finding.no-domain-controller': 'Der PC erreicht das Firmennetz nicht. Im Büro oder über VPN erreicht er es.',
  'finding.ad-replication': 'Noch nicht alle Server Ihrer Firma kennen diesen PC.',

  'finding.scp-missing':
    'Der PC findet in Ihrer Firma keinen Eintrag, der sagt, wo er beitreten soll. Am PC selbst liegt es nicht.',
  'finding.scp-unreadable':
    'Der PC konnte nicht lesen, wo er beitreten soll. Der Eintrag Ihrer Firma fehlt oder war nicht erreichbar.',
  'finding.wrong-tenant':
    'Der PC wird an eine Cloud-Adresse geschickt, die es nicht gibt. Der Eintrag Ihrer Firma muss berichtigt werden.',
  'finding.discovery-no-connection': 'Der PC bekommt keine Verbindung zu der Adresse, über die er beitritt.',
  'finding.discovery-timeout': 'Die Adresse, über die der PC beitritt, antwortet nicht rechtzeitig.',
  'finding.discovery-failed': 'Der PC hat gefragt, wo er beitreten soll, und keine brauchbare Antwort bekommen.',
  'finding.discovery-name-not-resolved':
    'Der PC findet die Adresse nicht, über die er beitritt. Ihr Name führt in diesem Netz nirgendwohin.',
  'finding.discovery-proxy-page':
    'Statt einer Antwort bekam der PC eine Webseite, wohl eine des Netzes, die eine Anmeldung verlangt.',
  'finding.discovery-altered':
    'Etwas im Netz verändert die Verbindung, über die der PC beitritt, oder die Uhr des PCs geht falsch.',
  'finding.realm-discovery-failed':
    'Der PC konnte Microsoft nicht fragen, wie sich Ihre Firma anmeldet. Er hat die Anmeldeadresse nicht erreicht.',
  'finding.registration-service-unreachable':
    'Der PC weiß, wo er beitreten soll, aber der Dienst dort antwortet ihm nicht.',
  'finding.service-busy':
    'Der Dienst von Microsoft war überlastet. Das gibt sich von selbst, und der PC versucht es wieder.',

  'finding.federation-endpoints-off':
    'Der Anmeldeserver Ihrer Firma bietet nicht an, was der PC zum Beitreten braucht.',
  'finding.federation-refused': 'Der Anmeldeserver Ihrer Firma oder Microsoft hat den PC nicht angenommen.',
  'finding.sign-in-unreachable': 'Der PC hat beim Beitreten den Anmeldedienst nicht erreicht.',
  'finding.sign-in-altered':
    'Etwas im Netz verändert die Verbindung zum Anmeldedienst, oder die Uhr des PCs geht falsch.',
  'finding.kerberos-join': 'Ein neuer Weg des Beitritts über die Server Ihrer Firma ist für diesen PC nicht bereit.',
  'finding.interaction-needed':
    'Jemand müsste die Anmeldung bestätigen, aber der PC tritt allein bei und kann das nicht.',
  'finding.token-failed': 'Der PC konnte sich zum Beitreten nicht anmelden.',

  'finding.not-synced':
    'Die Cloud kennt diesen PC noch nicht. Die Server Ihrer Firma müssen seinen Eintrag erst weitergeben.',
  'finding.object-gone': 'Die Cloud hat keinen Eintrag für diesen PC: Er wurde gelöscht oder noch nicht weitergegeben.',
  'finding.join-pending': 'Die Cloud kennt diesen PC und wartet darauf, dass er den Beitritt abschließt.',
  'finding.too-many-attempts': 'Der PC hat es zu oft kurz hintereinander versucht. Er muss ein paar Minuten warten.',
  'finding.certificate-mismatch':
    'Die Cloud kennt diesen PC, aber nicht seinen jetzigen Ausweis. Oft wurde er neu eingerichtet.',
  'finding.join-wrong-tenant':
    'Der PC will einer Firma in der Cloud beitreten, die es nicht gibt. Der Eintrag muss berichtigt werden.',
  'finding.join-connection': 'Während des Beitritts ist die Verbindung abgebrochen.',
  'finding.join-service-fault':
    'Der Dienst von Microsoft hat nicht richtig geantwortet. Der PC versucht es von selbst wieder.',
  'finding.tpm-fault': 'Der Sicherheitschip des PCs meldet einen Fehler.',
  'finding.tpm-locked': 'Der Sicherheitschip des PCs ist nach falschen Versuchen eine Weile gesperrt.',
  'finding.join-keys-lost':
    'Die Schlüssel, die der PC zum Beitreten braucht, fehlen. Das kommt nach Reparaturen oder kopiertem Windows vor.',
  'finding.registration-refused':
    'Die Einstellungen Ihrer Firma erlauben diesem Konto oder diesem PC den Beitritt nicht.',
  'finding.device-limit-reached': 'Das Konto hat so viele Geräte, wie die Firma erlaubt.',
  'finding.device-limit-not-hybrid':
    'Ein Gerätelimit ist erreicht, aber es hält diesen PC nicht auf: Hier tritt der PC selbst bei, keine Person.',
  'finding.restart-needed': 'Der PC ist beigetreten und braucht jetzt einen Neustart.',
  'finding.azure-vm-identity': 'Das ist ein virtueller PC in Azure, und ihm fehlt die Identität, mit der er beitritt.',
  'finding.join-failed-unknown': 'Der Beitritt ist fehlgeschlagen, aber hier steht nicht, warum.',

  'finding.device-disabled': 'Der Eintrag dieses PCs in der Cloud ist abgeschaltet.',
  'finding.device-removed': 'Der PC hält sich für beigetreten, aber sein Eintrag in der Cloud ist weg.',
  'finding.device-disabled-or-removed':
    'Der PC hält sich für beigetreten, aber sein Eintrag in der Cloud ist abgeschaltet oder weg.',
  'finding.device-check-unreachable':
    'Der PC konnte seinen Eintrag in der Cloud nicht prüfen, weil er keine Verbindung bekam.',
  'finding.device-check-failed':
    'Der PC ist beigetreten, aber die Prüfung seines Eintrags in der Cloud ist fehlgeschlagen.',
  'finding.keys-unusable': 'Der PC ist beigetreten, kann aber seine Schlüssel nicht mehr benutzen.',
  'finding.recovery-pending':
    'Der PC kann seine Schlüssel nicht mehr benutzen. Er versucht, sich bei der nächsten Anmeldung zu reparieren, sonst muss er neu beitreten.',
  'finding.wrong-password':
    'Das Kennwort wurde nicht angenommen. Es war vertippt, oder ein neues ist noch nicht in der Cloud angekommen.',
  'finding.sign-in-name-unknown': 'Microsoft kennt den Namen nicht, mit dem man sich an diesem PC anmeldet.',
  'finding.sign-in-network': 'Der PC ist beigetreten, hat aber den Anmeldedienst nicht erreicht.',
  'finding.sign-in-federation':
    'Der PC ist beigetreten, aber der Anmeldeserver Ihrer Firma bietet nicht an, was er braucht.',
  'finding.sign-in-refused': 'Der PC ist beigetreten, aber die Anmeldung an ihm wurde abgelehnt.',
  'finding.windows-updates-missing':
    'Das Windows dieses PCs ist zu alt für den Anmeldedienst. Es braucht seine Updates.',
  'finding.no-sign-in-token': 'Die Anmeldung am PC hat ihren Ausweis für die Dienste von Microsoft nicht bekommen.',
  'finding.certificate-expired': 'Der Ausweis, den der PC beim Beitreten bekam, ist abgelaufen.',
  'finding.dual-registration':
    'Der PC ist beigetreten und wurde außerdem von Hand als Gerät einer Person hinzugefügt. Das zweite stört.',

  'finding.down-level-address': 'Der PC findet die Adresse nicht, bei der er sich registriert.',
  'finding.down-level-connection': 'Der PC bekommt keine Verbindung zu der Adresse, bei der er sich registriert.',
  'finding.down-level-certificate': 'Der PC vertraut der Adresse nicht, bei der er sich registriert.',
  'finding.down-level-service': 'Der Dienst, bei dem sich der PC registriert, war gestört.',
  'finding.down-level-tls':
    'PC und Dienst finden keine gemeinsame sichere Verbindung. Oft geht die Uhr falsch, oder Windows ist zu alt.',
  'finding.down-level-discovery-failed': 'Der PC konnte nicht herausfinden, wo er sich registrieren soll.',
  'finding.down-level-zone': 'Eine Adresse, die der PC braucht, steht in der falschen Liste der Browsereinstellungen.',
  'finding.down-level-pages-not-saved':
    'Die stille Anmeldung ist fehlgeschlagen. Von einer Einstellung des Internet Explorers ist das bekannt.',
  'finding.down-level-keys':
    'Der PC kann seine Schlüssel nicht mehr benutzen. Bei altem Windows kann das nach einem neuen Kennwort geschehen.',
  'finding.dialog-authentication': 'Das Fenster sagt, dass die Anmeldung zum Beitreten nicht geklappt hat.',
  'finding.dialog-verification':
    'Das Fenster sagt, dass das Konto nicht geprüft werden konnte; meist ist es kein Firmenkonto.',
  'finding.dialog-maximum': 'Das Fenster sagt, dass es schon zu viele Geräte gibt.',
  'finding.dialog-not-responding': 'Das Fenster sagt, dass der Server nicht geantwortet hat.',

  'finding.hybrid-healthy': 'Der PC ist beigetreten, und die Anmeldung an ihm klappt. Hier ist nichts falsch.',
  'finding.hybrid-joined': 'Der PC ist beigetreten. Ob alles daran funktioniert, sagt dieser Teil allein nicht.',
  'finding.entra-joined':
    'Der PC ist Ihrer Firma direkt in der Cloud beigetreten. Einen anderen Beitritt braucht er nicht.',
  'finding.registered-only':
    'Der PC wurde als eigenes Gerät einer Person hinzugefügt. Das ist vollständig, aber kein Beitritt eines Firmen-PCs.',
  'finding.domain-joined-only': 'Der PC gehört zum Firmennetz, ist aber der Cloud noch nicht beigetreten.',
  'finding.down-level-joined': 'Der PC ist beigetreten. Hier ist nichts falsch.',
  'finding.paste-is-old':
    'Laut Verzeichnis hat sich seit dem Kopieren etwas geändert. Bitte sehen Sie noch einmal am PC nach.',

  'finding.wam-error-elevated': 'Ein Wert lässt sich im Fenster eines Administrators nicht lesen. Das ist normal.',
  'finding.user-state-without-session':
    'Einige Werte waren nicht lesbar, weil in diesem Fenster niemand angemeldet war. Das ist normal.',
  'finding.hello-will-not-provision':
    'Das betrifft nur die Anmeldung mit PIN oder Gesicht. Mit dem Beitritt hat es nichts zu tun.',
  'finding.wpad-without-proxy':
    'Der PC hat einen Proxy gesucht und keinen gefunden. In einem Netz ohne Proxy ist das normal.',
  'finding.no-enterprise-token':
    'Der Ausweis eines eigenen Anmeldeservers der Firma fehlt. Die meisten Firmen haben keinen.',
  'finding.enterprise-token-fault':
    'Dieser Fehler betrifft den eigenen Anmeldeserver Ihrer Firma, nicht die Anmeldung in der Cloud.',

  'finding.also-registered': 'An diesem PC wurde außerdem von Hand ein Arbeitskonto hinzugefügt.',
  'finding.sync-fallback-off': 'Der zweite Weg des Beitritts ist an diesem PC abgeschaltet.',
  'finding.previous-attempt-old': 'Ein früherer Versuch ist fehlgeschlagen, aber der PC ist inzwischen weiter.',
  'finding.built-in-administrator': 'Das benutzte Konto ist der Administrator des PCs selbst, kein Firmenkonto.',
  'finding.mdm-urls-missing':
    'Dem PC wird keine Verwaltung durch Ihre Firma angeboten. Den Beitritt hindert das nicht.',
  'finding.tpm-not-used':
    'Die Schlüssel des PCs liegen nicht in seinem Sicherheitschip. Den Beitritt hindert das nicht.',
  'finding.sign-in-not-renewed':
    'Der Ausweis der Anmeldung ist älter als üblich. Den PC zu sperren und zu entsperren erneuert ihn.',
  'finding.certificate-expires-soon': 'Der Ausweis des PCs läuft bald ab. Normalerweise erneuert der PC ihn selbst.',
  'finding.virtual-desktop':
    'Das ist ein virtueller Desktop. Manche entstehen jeden Tag neu und treten jedes Mal neu bei.',
  'finding.sign-in-app-account-missing': 'Die Apps an diesem PC haben kein Firmenkonto, mit dem sie sich anmelden.',
  'finding.unknown-code': 'Diesen Code kenne ich nicht, und ich rate nicht.',
  'finding.known-code': 'Diesen Code kenne ich, aber für sich allein nennt er keine Ursache.',
  'finding.event-noted': 'Diesen Eintrag habe ich gelesen, aber für sich allein nennt er keine Ursache.',

  'finding.other-tenant': 'Dieser PC gehört zu einer anderen Organisation, darum habe ich ihn nicht nachgeschlagen.',
  'finding.directory-stale': 'Das Verzeichnis hat diesen PC lange nicht gesehen.',
  'finding.directory-duplicate':
    'Das Verzeichnis hat diesen PC zweimal: als Firmen-PC und als hinzugefügtes Gerät einer Person.',

  'missing.deviceState':
    'Führen Sie am PC in der Eingabeaufforderung dsregcmd /status aus und fügen Sie alles hier ein, von der ersten Zeile an.',
  'missing.diagnosticsElevated':
    'Rechtsklick auf Eingabeaufforderung, „Als Administrator ausführen“ (braucht Administratorrechte), dann dsregcmd /status ausführen und alles hier einfügen.',
  'missing.userStateUnelevated':
    'Als die betroffene Person eine normale Eingabeaufforderung öffnen (nicht als Administrator), dsregcmd /status ausführen und alles hier einfügen.',
  'missing.signInDiagnostics':
    'PC sperren und entsperren, dann in einer normalen Eingabeaufforderung (nicht als Administrator) dsregcmd /status ausführen und den Teil „SSO State“ einfügen.',
  'missing.eventLogName':
    'Der Name des Protokolls, aus dem der Eintrag stammt. In der Ereignisanzeige steht er unter dem Eintrag als „Protokollname“.',
  'missing.wholeCode': 'Der ganze Code oder der ganze Text des Eintrags. Codes sehen aus wie 0x801c03f2.',
};
