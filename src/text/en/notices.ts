/** Single sentences that answer a person, except those about what was pasted. */
export const notices = {
  'notice.pressedLate': 'That button belonged to an earlier step. This is where we are now; nothing was changed.',
  'notice.welcomeBack': 'Welcome back. We go on where we stopped.',
  'notice.treeChanged': 'The questions have been revised since we last spoke, so we begin again.',
  'notice.cannotReadPictures': 'I cannot read pictures. Please type the words or the code that you see.',
  'notice.didNotUnderstandAnswer':
    'I did not understand that as an answer, so I keep it for the helpdesk. Press one of the buttons, or type its words or its number.',
  'notice.addedToNote': 'I added that to your note. Check it below before you send it.',
  'notice.alreadyAsked':
    'Your request {{number}} is with the helpdesk. Send another one only if there is something new; your answers go along again.',
  'notice.pcNameNoted': 'I put {{name}} into the field for the PC.',
  'notice.didNotUnderstand':
    'I did not understand that. I can find out why a PC will not join, or show you your devices.',
  'notice.nothingToGoBackTo': 'There is nothing to go back to here.',
  'notice.languageSet': 'From now on I write English.',
  'notice.languageUnknown': 'I speak English and German. Type "language en" or "language de".',
  'notice.tooManyNames':
    'I have looked up several PCs for you today. For more of them, please ask the helpdesk: type "talk to a person".',
  'notice.readNothing': 'I read it, but it tells me nothing about why the PC does not join.',
  'notice.otherTenant':
    'That PC belongs to another company, so I did not look it up. What it says about itself I read all the same.',
  'notice.forgotten':
    'Done. What we talked about, your answers and your settings are deleted, and your name is out of the requests I keep. Messages already in Teams stay there. The record of who looked up or changed what holds no names and is deleted after a fixed time.',
  'notice.forgottenButOpenTickets':
    'Done. What we talked about, your answers and your settings are deleted. These requests are still with the helpdesk: {{tickets}}. They lose your name as soon as they are closed or withdrawn. If you do not need them any more, type "my requests" and withdraw them. Messages already in Teams stay there.',
  'notice.notServed': 'I can only help people of the company I belong to.',
  'notice.notHelpdesk': 'Only members of the helpdesk can do that. Nothing was changed.',
  'notice.notAllowed':
    'Only administrators can look this up. Your own devices and limit are yours to see: type "my devices" or "my quota".',
  'notice.notConfirmed':
    "I could not ask the company's directory whether you are an administrator, so I did nothing. Please try again in a few minutes.",
  'notice.personalOnly': 'That is for the two of us. Please write to me in our own chat.',
  'notice.answeredInOurChat': 'I answered you in our chat.',
  'notice.lookUpFailed': "I could not reach the company's directory just now. Please try again in a few minutes.",
  'notice.nobodyFound': 'I found nobody called {{query}}. The full sign-in address always works.',
  'notice.commandNeedsPerson': 'Please say who: {{command}}, and then a name or a sign-in address.',
  'notice.pcNameMissing': 'Please type the name of the PC first.',
  'notice.reportHow': 'Please give a percentage from 1 to 200, for example: quota report 80.',
  'notice.reportGone': 'That report is no longer kept. Type "quota report" for a new one.',
  'notice.notYourCard':
    'These buttons no longer work. Type "troubleshoot" in our own chat to begin, or "help" to see what I can do.',
  'notice.ticketNotFound':
    'There is no request {{number}}, or it was deleted in the meantime. Please check the number.',

  'notice.ticketsElsewhere':
    "Requests are shown only in the helpdesk's channel and in our own chat. Please type it there.",
  'notice.noTickets': 'There is no request to show here.',
  'notice.ticketsHow':
    'I know these lists: tickets, tickets mine, tickets unassigned, and tickets older 24, where 24 stands for hours.',
  'notice.noRequests': 'You have sent no request to the helpdesk. If something does not work, type "talk to a person".',
  'notice.notHelpdeskList': 'Only members of the helpdesk can see these requests. Your own you see with "my requests".',
  'notice.commandNeedsNumber': 'Please add the number of the request, for example: ticket 1001.',
  'notice.answerMissing': 'Please write your answer into the field first. Nothing was sent.',

  'notice.muted':
    'From now on I write to you only when you write to me. Answers of the helpdesk still wait for you: type "my requests". Type "unmute" and I write to you by myself again.',
  'notice.unmuted': 'I write to you by myself again, for example when the helpdesk answers you.',

  'notice.onDuty':
    'On duty from now on: {{names}}. I call them by name when a request is urgent, or when nobody claims it in time.',
  'notice.onDutyNobody':
    'Nobody is on duty now, so I call nobody by name. To change that, type "on duty" and mention the people, for example: on duty @A @B.',
  'notice.onDutyNotHelpdesk':
    'Only members of the helpdesk can be on duty, and these are not: {{names}}. Nothing was changed.',
  'notice.onDutyTooMany':
    'At most {{most}} people can be on duty at a time. Please mention fewer. Nothing was changed.',
  'notice.onDutyElsewhere': 'Please type "on duty" in the helpdesk\'s channel, and mention the people there.',

  'notice.channelOnlyHere':
    'Please type this in the channel that the requests should come to: mention me there, and then "use this channel".',
  'notice.channelNotAllowed': 'Only administrators can choose the channel for requests. Nothing was changed.',
  'notice.channelAlready': 'Requests come to this channel already. Nothing was changed.',
  'notice.channelMembersUnknown':
    'I could not read who belongs to this channel, so I cannot say who would read the requests. Nothing was changed. Please try again in a few minutes.',
  'notice.channelAppNotInTeam':
    'I cannot post here, because the app is not in this team. Nothing was changed. Add it to the team: the team\'s … > Manage team > Apps. Then type "use this channel" again.',
  'notice.channelAppNotInChannel':
    'I cannot post here, because the app is not in this channel. Private and shared channels need it added to the channel itself. Nothing was changed. Add it: the channel\'s … > Manage channel > Apps. Then type "use this channel" again.',
  'notice.channelNotFound':
    'Teams says that this channel does not exist (any more). Nothing was changed. Please type "use this channel" in a channel that is there.',
  'notice.channelUnreachable':
    'I could not post to this channel just now, because Teams did not answer. Nothing was changed. Please try again in a few minutes.',

  'notice.tooMuch':
    'That was a lot at once, so I did not read your last messages. Please wait half a minute and send again what matters.',
  'notice.tooMany':
    'Very many people are writing to me just now, so I did not get to this. Please try again in a minute.',

  'notice.somethingWentWrong':
    'Something went wrong on my side. It is written down as {{id}} for those who look after me. Please try again, or type "talk to a person".',
} as const;
