import { appEn } from './app.js';
import { auditEn } from './audit.js';
import { cleanUpEn } from './clean-up.js';
import { doctorEn } from './doctor.js';
import { findingsEn } from './findings.js';
import { lookUpsEn } from './look-ups.js';
import { incidentsEn } from './incidents.js';
import { noticesEn } from './notices.js';
import { readingEn } from './reading.js';
import { reportEn } from './report.js';
import { requestsEn } from './requests.js';
import { statsEn } from './stats.js';
import { ticketsEn } from './tickets.js';

/**
 * Every English sentence that a person reads, except those of the trees. `{{name}}` is filled in; a key that ends in
 * `_one` or `_other` is chosen by `count`. Plain words for people in an office: what is so, what happens next, who can do it.
 */
export const en = {
  again: '(again)',
  unknownName: '(name not known)',
  notKnown: 'not known',
  listItem: '• {{item}}',
  andMore_one: 'and {{count}} more',
  andMore_other: 'and {{count}} more',
  looksDifferent:
    'This message needs a newer version of Teams. Please update Teams, or open it in a browser or on a phone.',

  'label.step': 'Step {{position}}',
  'label.back': 'Back',
  'label.startOver': 'Start over',
  'label.talkToAPerson': 'Talk to a person',
  'label.dispute': 'That is wrong',
  'label.choose': 'Continue',
  'label.fixed': 'Yes, it works now',
  'label.notFixed': 'No, still the same',
  'label.understood': 'All right, thank you',
  'label.handOver': 'Write to the helpdesk',
  'label.review': 'Check before sending',
  'label.send': 'Send to the helpdesk',
  'label.edit': 'Change something',
  'label.lookUp': 'Look up this PC',
  'label.troubleshoot': 'Find out why my PC will not join',
  'label.myDevices': 'Show my devices',
  'label.myQuota': 'Show my device limit',
  'label.help': 'What can I do here?',
  'label.answers_one': 'Your answer so far ({{count}})',
  'label.answers_other': 'Your answers so far ({{count}})',
  'label.details': 'All answers and checks',

  'question.pickOne': 'Your answer',
  'question.pickOneMissing': 'Please pick an answer first.',
  'answer.line': '{{question}} → {{answer}}',
  'answer.checked': '{{answer}} (I checked this)',

  'checked.intro': 'I already checked:',
  'checked.at': '{{fact}} (looked up {{ago}})',
  'checked.notChecked': 'I could not look up everything about your account and your PCs, so I will ask you instead.',

  'fix.question': 'Did this fix it?',
  'fix.likely': 'This is a likely cause. I cannot be certain of it.',
  'who.person': 'This needs no special rights: whoever uses the PC can do it.',
  'who.localAdministrator':
    'This needs administrator rights on the PC. If you do not have them, choose "Talk to a person".',
  'who.directoryAdministrator':
    'Only the administrators of your company can change this. Choose "Talk to a person", and the helpdesk passes it on to them.',

  'dispute.heading': 'Which of these is wrong?',
  'dispute.intro': 'I will ask you instead, and the helpdesk will hear that the entry may be wrong.',
  'dispute.button': 'Wrong: {{name}}',

  'form.heading': 'Write to the helpdesk',
  'form.intro':
    'A person at the helpdesk reads this. They also get all your answers, so you need not repeat them. Nothing is sent until you have seen it.',
  'form.note': 'What should the helpdesk know?',
  'form.noteHint': 'For example: since when, and what you had just changed',
  'form.phone': 'Phone number, if they may call you',
  'form.phoneHint': 'With the area code',
  'form.pcName': 'Name of the PC',
  'form.pcNameHint': 'For example PC-0142',
  'form.knownPcs': "Your PCs in the company's directory: {{names}}",
  'form.otherPerson': 'Whose account is it on that PC?',
  'form.otherPersonHint': 'Their name or sign-in address',
  'form.seen': 'The words or the code the PC shows',
  'form.seenHint': 'Type them as they stand there',
  'form.problem.nothingToSay':
    'There is nothing to send yet. One sentence is enough: what does not work, or what does the PC show?',
  'form.problem.otherPersonMissing':
    'Please say whose account it is on that PC, so that the helpdesk looks at the right one.',

  'summary.heading': 'This is what the helpdesk will get',
  'summary.ownAccount': 'your own',
  'summary.note': 'Your note',
  'summary.causes': 'What I think the cause may be',
  'summary.intro': 'Nothing has been sent yet. Your name and your sign-in address go with it.',

  'handedOver.heading': 'Sent. Your request has number {{number}}.',
  'handedOver.next': 'A person at the helpdesk will look at it. I will write to you here as soon as somebody takes it.',
  'handedOver.more': 'You need not do anything now. If they have a question, they will write to you in Teams.',

  'closed.heading.fixed': 'Good, it works.',
  'closed.heading.explained': 'That is all I can tell you here.',
  'closed.text.fixed': 'Thank you for going through it with me.',
  'closed.text.explained':
    'If something is still unclear, type "talk to a person", and somebody at the helpdesk will gladly look at it.',
  'closed.rate': 'If you like: how well did this help? 1 means not at all, 5 means very well.',
  'closed.rated': 'Thank you for your rating: {{rating}} of 5.',

  'welcome.heading': 'Hello, I help when a PC will not join',
  'welcome.text':
    'A PC that has joined is known to your company, so that mail and apps let you in from it. If that fails, we look for the cause together, one question at a time. What I cannot mend I hand to the helpdesk, with everything we found out.',
  'welcome.privacy':
    'I read what the company\'s directory says about your account and your PCs, and I change nothing there. Type "forget me" and I delete what I keep about you.',

  'help.heading': 'What you can type here',
  'help.intro':
    'You can also just describe what goes wrong, in your own words, or type the name of a PC to look it up.',
  'help.help': 'this overview',
  'help.troubleshoot': 'find out why a PC will not join',
  'help.myDevices': 'the PCs and phones the directory links to you',
  'help.myQuota': 'how many devices you may register, and how many you have',
  'help.talkToAPerson': 'write to the helpdesk',
  'help.back': 'go back one question',
  'help.startOver': 'begin again',
  'help.language': 'change the language: language en or language de',
  'help.forgetMe': 'delete what I keep about you',
  'help.quota': 'for administrators: the device limit of a person, or of several, and what would free a place',
  'help.devices': 'for administrators: the devices of a person',

  'fact.accountKind.synced': "your account comes from the company's own directory",
  'fact.accountKind.cloudOnly': "your account exists only in the cloud, not in the company's own directory",
  'fact.accountKind.guest': 'your account is a guest from another organisation',
  'fact.accountState.enabled': 'your account is switched on',
  'fact.accountState.disabled': 'your account is switched off',
  'fact.domainType.federated': 'your company checks your password itself',
  'fact.domainType.managed': "Microsoft's cloud checks your password",
  'fact.deviceLimit.none': 'in your company nobody may register a device',
  'fact.deviceLimit.limited': 'your company limits how many devices each person may register',
  'fact.deviceLimit.unlimited': "your company's device limit is so high that it may mean no limit at all",
  'fact.limitUse.below': 'by my estimate you have not reached your device limit',
  'fact.limitUse.mayBeReached': 'by my estimate you may have reached your device limit',
  'fact.limitUse.reached': 'by my estimate you have reached your device limit',
  'fact.disabledDevice.yes': 'at least one of your devices is switched off in the directory',
  'fact.disabledDevice.no': 'none of your devices is switched off in the directory',
  'fact.staleDevice.yes': 'at least one of your devices has not been used for a long time',
  'fact.staleDevice.no': 'none of your devices looks unused',
  'fact.duplicateDevice.yes': 'at least one of your devices is listed more than once under the same name',
  'fact.duplicateDevice.no': 'none of your devices is listed more than once',
  'fact.other': '{{name}}: {{value}}',
  'fact.withDetails': '{{fact}} ({{details}})',

  'factName.accountKind': 'Kind of account',
  'factName.accountState': 'Account on or off',
  'factName.domainType': 'How sign-in works',
  'factName.deviceLimit': 'Device limit',
  'factName.limitUse': 'Use of the limit',
  'factName.disabledDevice': 'Devices switched off',
  'factName.staleDevice': 'Unused devices',
  'factName.duplicateDevice': 'Devices listed more than once',

  'factValue.accountKind.synced': 'synced from the on-premises directory',
  'factValue.accountKind.cloudOnly': 'cloud only, never synced',
  'factValue.accountKind.guest': 'guest of another tenant',
  'factValue.accountState.enabled': 'enabled',
  'factValue.accountState.disabled': 'disabled',
  'factValue.domainType.federated': 'federated domain',
  'factValue.domainType.managed': 'managed domain',
  'factValue.deviceLimit.none': '0: nobody may register',
  'factValue.deviceLimit.limited': 'a limit is set',
  'factValue.deviceLimit.unlimited': 'above 100, may mean unlimited',
  'factValue.limitUse.below': 'below the limit (estimate)',
  'factValue.limitUse.mayBeReached': 'may be reached (estimate)',
  'factValue.limitUse.reached': 'reached (estimate)',
  'factValue.disabledDevice.yes': 'yes',
  'factValue.disabledDevice.no': 'none',
  'factValue.staleDevice.yes': 'yes',
  'factValue.staleDevice.no': 'none',
  'factValue.duplicateDevice.yes': 'yes',
  'factValue.duplicateDevice.no': 'none',
  'factValue.disputed': '{{value}}. The person says this is wrong.',

  'unknown.forbidden': 'not known: the bot is not allowed to read it',
  'unknown.timeout': 'not known: the directory took too long',
  'unknown.unreachable': 'not known: the directory could not be reached',
  'unknown.throttled': 'not known: the directory was too busy',
  'unknown.limitedInformation': 'not known: the directory gave only part of it',
  'unknown.notFound': 'not known: the directory has no entry',
  'unknown.invalid': "not known: the directory's answer made no sense",

  'devices.mine': 'Your devices',
  'devices.of': 'Devices of {{name}}',
  'devices.named': 'PCs called {{name}}',
  'devices.count_one': '{{count}} device is linked to the account.',
  'devices.count_other': '{{count}} devices are linked to the account.',
  'devices.countMine_one': "The company's directory links {{count}} device to you.",
  'devices.countMine_other': "The company's directory links {{count}} devices to you.",
  'devices.countNamed_one': '{{count}} entry has this name.',
  'devices.countNamed_other':
    '{{count}} entries have this name. They may be different PCs, or one that was set up again.',
  'devices.atLeast': 'There are more than I could read: at least {{count}} devices.',
  'devices.more_one': 'These are the {{shown}} to look at first, and there is {{count}} more.',
  'devices.more_other': 'These are the {{shown}} to look at first, and there are {{count}} more.',
  'devices.noneMine':
    "Entra links no PC to you. That is usual for newer PCs of the company. Tell me the PC's name and I look it up.",
  'devices.noneOf':
    'Entra links no device to this account. Windows 10 and later PCs that join through the domain have no owner there.',
  'devices.noneNamed':
    "The company's directory has no PC of this name. Please check the spelling; a PC that was never joined is not listed either.",
  'devices.unknownMine':
    "I could not look up your devices just now. Please try again in a few minutes, or tell me the PC's name.",
  'devices.notListed': 'A PC is missing here? Tell me its name and I look it up.',
  'devices.unknownOf': 'The devices could not be looked up: {{reason}}.',

  'device.kind.Workplace': 'registered for work (Entra registered)',
  'device.kind.AzureAd': 'joins the cloud directly (Entra join)',
  'device.kind.ServerAd': "joins through the company's domain (hybrid join)",
  'device.kind.unknown': 'kind not known',
  'device.os.notKnown': 'system not known',
  'device.lastUsed': 'last used about {{ago}}',
  'device.lastUsedLately': 'used lately',
  'device.lastUsedNotKnown': 'last use not known',
  'device.disabled': 'Switched off in the directory. Only an administrator can switch it on again.',
  'device.pending': 'Waiting: the PC has not finished joining. Switch it on, on the company network, and sign in.',
  'device.stale': 'Not used for a long time, perhaps an old entry.',
  'device.duplicate': 'Another entry has this name, perhaps from before the PC was set up again.',
  'device.counts': 'Counts towards the device limit.',
  'device.mayCount': "May count towards the device limit: for this older Windows Microsoft's own pages disagree.",
  'device.doesNotCount': "Does not count towards the device limit: it joins through the company's domain.",
  'device.notOwned':
    'Probably does not count towards the device limit: the account is listed as its user, not as its owner.',
  'device.countingUnknown': 'Whether it counts towards the device limit is not known.',

  'windows.6.0': 'Windows Vista or Server 2008',
  'windows.6.1': 'Windows 7 or Server 2008 R2',
  'windows.6.2': 'Windows 8 or Server 2012',
  'windows.6.3': 'Windows 8.1 or Server 2012 R2',
  'windows.10': 'Windows 10',
  'windows.10orServer': 'Windows 10, Server 2016 or Server 2019',
  'windows.server2022': 'Windows Server 2022',
  'windows.11': 'Windows 11',
  'windows.11orServer': 'Windows 11 or Server 2025',

  'quota.mine': 'Your device limit',
  'quota.of': 'Device limit of {{name}}',
  'quota.used_one': '{{count}} of {{limit}} places used',
  'quota.used_other': '{{count}} of {{limit}} places used',
  'quota.usedAtLeast': 'at least {{count}} of {{limit}} places used',
  'quota.mayCount_one': '{{count}} more may count',
  'quota.mayCount_other': '{{count}} more may count',
  'quota.limit': 'Device limit per person: {{limit}}.',
  'quota.full':
    'By this count the limit is reached. A place becomes free when an administrator removes a device that is no longer used.',
  'quota.maybeFull': 'By this count the limit may be reached.',
  'quota.nobody': 'The limit is 0: nobody in the company may register a device. Only an administrator can change that.',
  'quota.unlimited': 'The limit is given as {{limit}}, which may mean unlimited.',
  'quota.limitUnknown': 'I could not look up the limit.',
  'quota.limitUnknownOf': 'The limit could not be looked up: {{reason}}.',
  'quota.devicesUnknown': 'I could not look up the devices, so I cannot say how many places are used.',
  'quota.counts': 'Count towards the limit',
  'quota.mayCountLabel': 'May count',
  'quota.doesNotCount': 'Do not count',
  'quota.unknown': 'Not known',
  'quota.stale': 'Not used for a long time',
  'quota.atLeast': 'at least {{count}}',
  'quota.estimate': 'This is an estimate: the directory does not say exactly what it counts.',
  'quota.hybrid': "Windows 10 and later: this limit does not stop a PC from joining through the company's domain.",

  'choosePerson.heading': 'Which {{query}} do you mean?',
  'choosePerson.summary': 'Several people have this name. Which one do you mean?',
  'choosePerson.noAddress': 'sign-in address not known',

  ...lookUpsEn,
  ...noticesEn,
  ...auditEn,
  ...cleanUpEn,
  ...appEn,
  ...doctorEn,
  ...incidentsEn,
  ...reportEn,
  ...statsEn,
  ...requestsEn,
  ...ticketsEn,
  ...readingEn,
  ...findingsEn,
} as const;

/** All keys of one language; English is the list of what must be there. */
export type Sentences = Readonly<Record<keyof typeof en, string>>;
