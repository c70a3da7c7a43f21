/** A walk through the tree: questions, answers, fixes, how it begins and ends. */
export const walk = {
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
  'dispute.heading': 'Which of these is wrong?',
  'dispute.intro': 'I will ask you instead, and the helpdesk will hear that the entry may be wrong.',
  'dispute.button': 'Wrong: {{name}}',

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
} as const;
