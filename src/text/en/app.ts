/** What Teams itself shows of the app, where people find it. Limits: name 30 and 100, description 80 and 4,000 characters (manifest schema). */
export const app = {
  'app.name.short': 'Device Join Assistant',
  'app.name.full': 'Device Join Assistant: why a Windows PC will not join',
  'app.description.short': 'Finds out with you why your Windows PC will not join, and gets you help.',
  'app.description.full':
    'Your Windows PC will not join your company, or says that something went wrong with "join" or "register"? Paste what it shows, or answer a few plain questions. The assistant looks up what your company already knows about your devices, tells you what to try next and who can do it, and hands to the helpdesk what it cannot solve, with everything that was found out.\n\nIt knows Windows 7 to Windows 11 and the servers beside them, reads status reports, event log entries and error codes, and speaks English and German.\n\nFor the helpdesk it keeps one card for each request in your channel; administrators look up devices and device limits.\n\nType "help" to see what you can say.',
} as const;
