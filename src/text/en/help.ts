/** What can be typed, a line each. */
export const help = {
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
} as const;
