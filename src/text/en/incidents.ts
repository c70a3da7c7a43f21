/** Known issues. `{{text}}` is what the administrator wrote. */
export const incidents = {
  'help.knownIssue': 'for administrators: tell everybody whom it concerns what is known; alone: what runs',
  'notice.incidentHow':
    'Please type it like this: known issue all until 15:00: The sign-in service is down, we are working on it. Instead of "all" a cause. You typed: {{typed}}',
  'notice.incidentTooLong': 'The text may have {{most}} characters at most. It began: {{typed}}',
  'notice.incidentUntil':
    'I do not understand the time "{{until}}". I know 15:00, tomorrow 9:00, Friday 12:00, 2026-11-27 15:00 and 2 hours. You typed: {{typed}}',
  'notice.incidentPast': 'That time is over already. You typed: {{typed}}',
  'notice.incidentTooFar':
    'That is more than 14 days ahead. What lasts longer belongs into the trees. You typed: {{typed}}',
  'notice.incidentNone':
    'No known issue runs. To set one, type for example: known issue all until 15:00: The sign-in service is down, we are working on it.',
  'notice.incidentGone': 'That was decided already, or is no longer kept. Type "known issue" to see what runs.',
  'incident.heading.draft': 'Known issue {{number}}: not published yet',
  'incident.heading.running': 'Known issue {{number}}: published',
  'incident.heading.ended': 'Known issue {{number}}: ended',
  'incident.shown':
    '**Known issue, until {{until}}:** {{text}}\n\nYou need not do anything about it. If yours is something else, just go on below.',
  'incident.preview': 'Above is what people will read. Publish it?',
  'incident.about': 'Shown to whoever comes to this cause: {{cause}}',
  'incident.aboutAll': 'Shown to everybody who looks for help.',
  'incident.unknownCause': 'I know no cause "{{cause}}". Which one do you mean?',
  'incident.kept': 'I keep the rest: until {{until}}: {{text}}',
  'incident.joined_one': '{{count}} open request is joined to it.',
  'incident.joined_other': '{{count}} open requests are joined to it.',
  'incident.chooseAll': 'All: everybody who looks for help',
  'incident.publish': 'Publish',
  'incident.drop': 'Do not publish',
  'incident.end': 'End it now',
  'incident.over_one':
    'Known issue {{number}} is over: {{text}} One open request was joined to it: {{tickets}}. Please check with the person whether all is well.',
  'incident.over_other':
    'Known issue {{number}} is over: {{text}} {{count}} open requests were joined to it: {{tickets}}. Please check with the people whether all is well.',
  'incident.handedOver': 'Your request is joined to a known issue that is being worked on until {{until}}: {{text}}',
  'ticket.incident': 'Joined to known issue {{number}}: {{text}}',
  'ticket.incidentOver':
    'The known issue {{number}} is over ({{text}}). Please check with the person whether all is well.',
  'tickets.incident': 'known issue {{number}}',
} as const;
