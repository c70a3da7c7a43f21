/**
 * Property names per entity type of Graph v1.0, own and inherited, from the official metadata
 * (microsoftgraph/msgraph-metadata, schemas/v1.0-Prod.csdl). What is not here cannot be selected.
 */
export const propertyNames = {
  device: words(`
    id deletedDateTime accountEnabled alternativeSecurityIds approximateLastSignInDateTime
    complianceExpirationDateTime deviceCategory deviceId deviceMetadata deviceOwnership deviceVersion displayName
    enrollmentProfileName enrollmentType isCompliant isManaged isManagementRestricted isRooted managementType
    manufacturer mdmAppId model onPremisesLastSyncDateTime onPremisesSecurityIdentifier onPremisesSyncEnabled
    operatingSystem operatingSystemVersion physicalIds profileType registrationDateTime systemLabels trustType`),
  deviceRegistrationPolicy: words(`
    id azureADJoin azureADRegistration description displayName localAdminPassword multiFactorAuthConfiguration
    userDeviceQuota`),
  domain: words(`
    id authenticationType availabilityStatus isAdminManaged isDefault isInitial isRoot isVerified manufacturer model
    passwordNotificationWindowInDays passwordValidityPeriodInDays state supportedServices`),
  group: words(`
    id deletedDateTime accessType allowExternalSenders assignedLabels assignedLicenses autoSubscribeNewMembers
    classification createdDateTime description displayName expirationDateTime groupTypes hasMembersWithLicenseErrors
    hideFromAddressLists hideFromOutlookClients infoCatalogs isArchived isAssignableToRole isFavorite
    isManagementRestricted isSubscribedByMail licenseProcessingState mail mailEnabled mailNickname membershipRule
    membershipRuleProcessingState onPremisesDomainName onPremisesExtensionAttributes onPremisesLastSyncDateTime
    onPremisesNetBiosName onPremisesProvisioningErrors onPremisesSamAccountName onPremisesSecurityIdentifier
    onPremisesSyncEnabled organizationId preferredDataLocation preferredLanguage proxyAddresses renewedDateTime
    resourceBehaviorOptions resourceProvisioningOptions securityEnabled securityIdentifier serviceProvisioningErrors
    theme uniqueName unseenConversationsCount unseenCount unseenMessagesCount visibility welcomeMessageEnabled`),
  organization: words(`
    id deletedDateTime assignedPlans businessPhones city country countryLetterCode createdDateTime
    defaultUsageLocation displayName marketingNotificationEmails mobileDeviceManagementAuthority
    onPremisesLastSyncDateTime onPremisesSyncEnabled partnerTenantType postalCode preferredLanguage privacyProfile
    provisionedPlans securityComplianceNotificationMails securityComplianceNotificationPhones state street
    technicalNotificationMails tenantType verifiedDomains`),
  user: words(`
    id deletedDateTime aboutMe accountEnabled ageGroup assignedLicenses assignedPlans authorizationInfo birthday
    businessPhones city companyName consentProvidedForMinor country createdDateTime creationType
    customSecurityAttributes department deviceEnrollmentLimit displayName employeeHireDate employeeId
    employeeLeaveDateTime employeeOrgData employeeType externalUserState externalUserStateChangeDateTime faxNumber
    givenName hireDate identities identityParentId imAddresses interests isManagementRestricted isResourceAccount
    jobTitle lastPasswordChangeDateTime legalAgeGroupClassification licenseAssignmentStates mail mailboxSettings
    mailNickname mobilePhone mySite officeLocation onPremisesDistinguishedName onPremisesDomainName
    onPremisesExtensionAttributes onPremisesImmutableId onPremisesLastSyncDateTime onPremisesProvisioningErrors
    onPremisesSamAccountName onPremisesSecurityIdentifier onPremisesSyncEnabled onPremisesUserPrincipalName
    otherMails passwordPolicies passwordProfile pastProjects postalCode preferredDataLocation preferredLanguage
    preferredName print provisionedPlans proxyAddresses responsibilities schools securityIdentifier
    serviceProvisioningErrors showInAddressList signInActivity signInSessionsValidFromDateTime skills state
    streetAddress surname usageLocation userPrincipalName userType`),
} as const;

export type EntityType = keyof typeof propertyNames;

/** What Graph answers for a user without `$select` (api-reference: user-get). All others must be asked for. */
export const defaultUserProperties = words(`
    id businessPhones displayName givenName jobTitle mail mobilePhone officeLocation preferredLanguage surname
    userPrincipalName`);

/** Device properties that are answered only when selected (resources/device). */
export const onlyWhenSelected: readonly string[] = ['isManagementRestricted', 'onPremisesSecurityIdentifier'];

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
