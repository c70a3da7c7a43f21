/** Pages that the scenarios rest on, each named once. */
const entra = 'MicrosoftDocs/entra-docs docs/identity/devices';

export const sources = {
  current: `${entra}/troubleshoot-hybrid-join-windows-current.md`,
  dsregcmd: `${entra}/troubleshoot-device-dsregcmd.md`,
  legacy: `${entra}/troubleshoot-hybrid-join-windows-legacy.md`,
  plan: `${entra}/hybrid-join-plan.md`,
  control: `${entra}/hybrid-join-control.md`,
  faq: `${entra}/faq.yml`,
  limits: `${entra}/manage-device-identities.md`,
  kerberos: `${entra}/how-to-hybrid-join-using-microsoft-entra-kerberos.md`,
  downLevel: `${entra}/how-to-hybrid-join-downlevel.md`,
  seed: 'MicrosoftDocs/azure-docs articles/active-directory/devices/troubleshoot-hybrid-join-windows-legacy.md',
  pending: 'MicrosoftDocs/SupportArticles-docs support/entra/entra-id/dir-dmns-obj/pending-devices.md',
  workplaceJoin:
    'MicrosoftDocs/SupportArticles-docs support/entra/entra-id/dir-dmns-obj/cant-perform-workplace-join.md (KB 3045387)',
  registrationCodes: 'Windows MDM documentation, azure-active-directory-integration-with-mdm, error table',
  helloCodes: 'MicrosoftDocs/windows-itpro-docs hello-errors-during-pin-creation',
  graphDevice: 'Microsoft Graph v1.0, resources/device',
  graphUser: 'Microsoft Graph v1.0, resources/user',
} as const;
