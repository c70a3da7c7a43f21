import type { doctor as en } from '../en/doctor.js';
import type { Translated } from '../translated.js';

/** The German of `en/doctor.ts`, with "Sie". */
export const doctor: Translated<typeof en> = {
  'doctor.name.credentials': 'Anmeldung bei Graph',
  'doctor.name.bot': 'Anmeldung des Bots',
  'doctor.name.tenant': 'Mandant',
  'doctor.name.permissions': 'Graph-Berechtigungen',
  'doctor.name.groups': 'Gruppen',
  'doctor.name.channel': 'Kanal des Helpdesks',
  'doctor.name.database': 'Datenbank',
  'doctor.name.clock': 'Uhr',
  'doctor.name.trees': 'Entscheidungsbäume',
  'doctor.name.configuration': 'Einstellungen',
  'doctor.state.ok': 'gut',
  'doctor.state.warning': 'Warnung',
  'doctor.state.failed': 'FEHLER',
  'doctor.state.skipped': 'ausgelassen',
  'doctor.allWell': 'Alles andere ist gut: {{names}}.',
  'doctor.summary': '{{ok}} gut, {{warning}} anzusehen, {{failed}} fehlerhaft, {{skipped}} ausgelassen',
  'doctor.line.finding': '{{name}}: {{finding}}',
  'doctor.line.cure': 'Was zu tun ist: {{cure}}',

  'doctor.any.ok': 'ist gut.',
  'doctor.any.slow': 'gab nicht rechtzeitig Antwort.',
  'doctor.any.broken': 'konnte nicht geprüft werden: {{reason}}',
  'doctorCure.any.slow':
    'Sehen Sie noch einmal nach. Wenn es so bleibt, prüfen Sie, ob dieser Rechner den Dienst überhaupt erreicht.',
  'doctorCure.any.broken': 'Lesen Sie den Grund; im Protokoll des Bots steht mehr.',
  'doctor.any.simulated': 'niemand meldet sich an: Ohne MicrosoftAppId ist alles simuliert.',
  'doctor.trees.ok': 'Fassung {{version}}, ohne Fehler.',
  'doctor.signIn.noSuchApp': 'Entra kennt diese Anwendung in diesem Mandanten nicht ({{code}}).',
  'doctorCure.signIn.noSuchApp':
    'Prüfen Sie MicrosoftAppId (oder GRAPH_CLIENT_ID) und MicrosoftAppTenantId; eine Anwendung für einen Mandanten braucht MicrosoftAppType=SingleTenant.',
  'doctor.signIn.wrongSecret': 'der geheime Clientschlüssel ist falsch ({{code}}).',
  'doctorCure.signIn.wrongSecret':
    'Kopieren Sie den Wert des Geheimnisses, nicht seine Kennung, nach MicrosoftAppPassword (oder GRAPH_CLIENT_SECRET).',
  'doctor.signIn.secretExpired': 'der geheime Clientschlüssel ist abgelaufen ({{code}}).',
  'doctorCure.signIn.secretExpired':
    'Legen Sie für die Anwendung ein neues Geheimnis an, und setzen Sie seinen Wert in MicrosoftAppPassword (oder GRAPH_CLIENT_SECRET) ein.',
  'doctor.signIn.noSuchTenant': 'Entra kennt diesen Mandanten nicht ({{code}}).',
  'doctorCure.signIn.noSuchTenant': 'Prüfen Sie MicrosoftAppTenantId und TENANT_ID sowie CLOUD.',
  'doctor.signIn.noSuchResource': 'der Dienst, für den das Token ist, ist nicht in diesem Mandanten ({{code}}).',
  'doctorCure.signIn.noSuchResource': 'Prüfen Sie CLOUD und GRAPH_BASE_URL.',
  'doctor.signIn.noConsent': 'niemand hat der Anwendung zugestimmt ({{code}}).',
  'doctorCure.signIn.noConsent':
    'Lassen Sie einen Administrator zustimmen: Entra Admin Center > App-Registrierungen > API-Berechtigungen > Administratorzustimmung erteilen.',
  'doctor.signIn.blocked': 'eine Richtlinie für bedingten Zugriff verhindert die Anmeldung ({{code}}).',
  'doctorCure.signIn.blocked':
    'Lassen Sie einen Administrator diese Anwendung von der Richtlinie ausnehmen oder die Adresse dieses Rechners zulassen.',
  'doctor.signIn.wrongCertificate': 'das Zertifikat gehört nicht zur Anwendung oder ist abgelaufen ({{code}}).',
  'doctorCure.signIn.wrongCertificate':
    'Laden Sie das Zertifikat aus MicrosoftAppCertificatePath zur Anwendung hoch, oder machen Sie ein neues.',
  'doctor.signIn.appDisabled': 'die Anwendung ist in Entra deaktiviert ({{code}}).',
  'doctorCure.signIn.appDisabled':
    'Lassen Sie einen Administrator sie aktivieren: Entra Admin Center > Unternehmensanwendungen > der Bot > Eigenschaften > Aktiviert für die Benutzeranmeldung.',
  'doctor.signIn.wrongCloud': 'die Anwendung gehört zu einer anderen Cloud ({{code}}).',
  'doctorCure.signIn.wrongCloud': 'Setzen Sie CLOUD auf die Cloud Ihres Mandanten: public, gcc, gcch, dod oder china.',
  'doctor.signIn.wrongClock':
    'die Uhr dieses Rechners geht falsch, sodass als abgelaufen gilt, was er unterschreibt ({{code}}).',
  'doctorCure.signIn.wrongClock': 'Lassen Sie diesen Rechner seine Zeit von einem Zeitserver holen.',
  'doctor.signIn.notFederated':
    'die Anwendung nimmt diese verwaltete Identität nicht als Anmeldeinformation an ({{code}}).',
  'doctorCure.signIn.notFederated':
    'Führen Sie deploymentTemplates/scripts/create-federated-credential.mjs aus, oder vergleichen Sie Aussteller, Antragsteller und Zielgruppe von Hand: Entra Admin Center > App-Registrierungen > Zertifikate & Geheimnisse > Verbundanmeldeinformationen.',
  'doctor.signIn.noIdentity': 'dieser Rechner hat keine solche verwaltete Identität.',
  'doctorCure.signIn.noIdentity':
    'Weisen Sie der App in Azure die Identität zu (Identität > Benutzerseitig zugewiesen), und prüfen Sie ihre Client-ID: MicrosoftAppFederatedClientId, oder MicrosoftAppId bei einem Bot des Typs UserAssignedMSI.',
  'doctor.signIn.noEndpoints': 'der Anmeldedienst ist nicht erreichbar oder kennt diesen Mandanten nicht.',
  'doctorCure.signIn.noEndpoints':
    'Prüfen Sie MicrosoftAppTenantId und TENANT_ID, CLOUD, und ob dieser Rechner LOGIN_URL über https erreichen darf.',
  'doctor.signIn.unreachable': 'der Anmeldedienst ist nicht erreichbar.',
  'doctorCure.signIn.unreachable':
    'Prüfen Sie, ob dieser Rechner LOGIN_URL über https erreichen darf: Firewall, Proxy, Namensauflösung.',
  'doctor.signIn.other': 'Entra gab kein Token {{code}}.',
  'doctorCure.signIn.other':
    'Schlagen Sie den Code unter login.microsoftonline.com/error nach; im Protokoll des Bots steht die ganze Meldung.',
  'doctor.tenant.another': 'die Anmeldung gehört zum Mandanten {{found}}, und TENANT_ID ist {{wanted}}.',
  'doctorCure.tenant.another':
    'Setzen Sie TENANT_ID auf den Mandanten, dessen Leute bedient werden, und benutzen Sie eine Anwendung dieses Mandanten.',
  'doctor.tenant.silent': 'nicht geprüft: Nur das Token für Graph sagt es, und es gibt keines, das man lesen kann.',
  'doctor.permissions.missing': '{{name}} fehlt. {{feature}}',
  'doctorCure.permissions.missing':
    'Entra Admin Center > App-Registrierungen > API-Berechtigungen > Hinzufügen > Microsoft Graph > Anwendungsberechtigungen > {{name}}, dann Administratorzustimmung erteilen.',
  'doctor.permissions.tooMany': '{{name}} ist erteilt und wird nicht gebraucht.',
  'doctorCure.permissions.tooMany': 'Entfernen Sie es: Was der Bot nicht braucht, kann niemand missbrauchen.',
  'doctor.feature.User.Read.All':
    'Ohne sie fragt der Bot, statt zu wissen, wer jemand ist, und das Nachsehen misslingt.',
  'doctor.feature.Device.Read.All':
    'Ohne sie sind Gerätelisten nicht bekannt, und das Limit lässt sich nicht abschätzen.',
  'doctor.feature.Policy.Read.DeviceConfiguration': 'Ohne sie ist das Gerätelimit nicht bekannt.',
  'doctor.feature.Domain.Read.All': 'Ohne sie ist die Art der Anmeldung (verbunden oder verwaltet) nicht bekannt.',
  'doctor.feature.GroupMember.Read.All': 'Ohne sie ist niemand Helpdesk und niemand Administrator.',
  'doctor.feature.Device.ReadWrite.All': 'Ohne sie lässt sich kein Platz frei machen.',
  'doctor.groups.none': '{{name}} ist nicht gesetzt, deshalb gehört niemand dazu.',
  'doctorCure.groups.none': 'Setzen Sie die Objekt-ID einer Entra-Gruppe ein.',
  'doctor.groups.gone': 'es gibt keine Gruppe mit der Kennung in {{name}}.',
  'doctorCure.groups.gone': 'Kopieren Sie die Objekt-ID der Gruppe aus dem Entra Admin Center.',
  'doctor.groups.empty': 'in der Gruppe von {{name}} ist niemand.',
  'doctorCure.groups.empty':
    'Nehmen Sie die Leute in die Gruppe auf. Wenn sie darin sind, ist ihre Mitgliedschaft verborgen (HiddenMembership): Graph sagt mir davon nichts, nehmen Sie also eine andere Gruppe.',
  'doctor.groups.silent': 'Graph sagt nicht, wer in der Gruppe von {{name}} ist ({{reason}}).',
  'doctorCure.groups.silent': 'Siehe die Graph-Berechtigungen oben: GroupMember.Read.All.',
  'doctor.channel.none': 'für Anfragen ist kein Kanal bestimmt, deshalb warten sie.',
  'doctorCure.channel.none':
    'Schreiben Sie „use this channel“, davor den Namen des Bots, in den Kanal, der sie bekommen soll, oder setzen Sie HELPDESK_CHANNEL_ID.',
  'doctor.channel.left': 'nimmt Nachrichten an; die Probe ließ sich nicht entfernen, bitte löschen Sie sie.',
  'doctorCure.channel.left': 'Teams ließ den Bot seine Nachricht nicht löschen. Sonst ist nichts zu tun.',
  'doctor.channel.appNotInTeam': 'nimmt nichts an: Die App ist nicht im Team.',
  'doctorCure.channel.appNotInTeam': 'Fügen Sie die App dem Team hinzu: … des Teams > Team verwalten > Apps.',
  'doctor.channel.appNotInChannel': 'nimmt nichts an: Die App ist nicht im Kanal.',
  'doctorCure.channel.appNotInChannel':
    'Private und geteilte Kanäle brauchen die App im Kanal selbst: … des Kanals > Kanal verwalten > Apps.',
  'doctor.channel.notFound': 'Teams sagt, dass es den Kanal nicht (mehr) gibt.',
  'doctorCure.channel.notFound': 'Schreiben Sie „use this channel“ in einen Kanal, den es gibt.',
  'doctor.channel.unreachable': 'Teams hat nicht geantwortet oder sich noch nie gemeldet.',
  'doctorCure.channel.unreachable': 'Schreiben Sie dem Bot einmal in Teams, und sehen Sie dann noch einmal nach.',
  'doctorCure.database.broken':
    'Prüfen Sie DATABASE_URL, und ob der Server läuft und dieses Konto dort schreiben darf.',
  'doctor.clock.ahead': 'dieser Rechner geht {{seconds}} Sekunden vor.',
  'doctor.clock.behind': 'dieser Rechner geht {{seconds}} Sekunden nach.',
  'doctor.clock.silent': 'Graph hat nicht gesagt, wie spät es ist.',
  'doctorCure.clock.ahead': 'Schalten Sie die Zeitsynchronisation (NTP) ein: Ab 5 Minuten werden Token abgelehnt.',
  'doctorCure.clock.behind': 'Schalten Sie die Zeitsynchronisation (NTP) ein: Ab 5 Minuten werden Token abgelehnt.',
};
