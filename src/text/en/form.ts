/** What goes to the helpdesk: the form, its summary, and what is said when it was sent. */
export const form = {
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
} as const;
