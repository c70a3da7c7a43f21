import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventsAndRest, readEvents } from '../../../src/diagnosis/events/read-events.js';
import { cleanText } from '../../../src/diagnosis/clean-text.js';
import type { EventLog } from '../../../src/diagnosis/model.js';

const read = (text: string) => readEvents(cleanText(text));
/** `log id` of each entry. */
const brief = (text: string): readonly string[] => read(text).map((event) => `${event.log ?? '?'} ${event.eventId}`);

const copied = `Log Name:      Microsoft-Windows-User Device Registration/Admin
Source:        Microsoft-Windows-User Device Registration
Date:          3/4/2026 9:00:00 AM
Event ID:      304
Task Category: None
Level:         Error
Keywords:
User:          SYSTEM
Computer:      PC-0142.corp.example
Description:
Automatic registration failed at join phase.
Exit code: Unknown HResult Error code: 0x801c03f2
Server error: The device object by the given id (752f43c6-021a-4dce-a8b5-996d99e2b791) is not found.
Tenant type: managed
Registration type: sync
Debug Output:
joinMode: Join
drsInstance: azure
tenantId: 752f43c6-021a-4dce-a8b5-996d99e2b792
errorPhase: join`;

const german = `Protokollname: Microsoft-Windows-Workplace Join/Admin
Quelle:        Microsoft-Windows-Workplace Join
Datum:         04.03.2026 09:00:00
Ereignis-ID:   102
Aufgabenkategorie:Keine
Ebene:         Fehler
Benutzer:      CORP\\ada
Computer:      PC-0142
Beschreibung:
Fehler bei der Ermittlung. Exitcode: 0x80072EE7. Verbindung mit "https://enterpriseregistration.corp.example" nicht möglich.`;

const xml = `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">
  <System>
    <Provider Name="Microsoft-Windows-User Device Registration" Guid="{23b8d46b-67dd-40a3-b636-d43e50552c6d}" />
    <EventID>201</EventID>
    <Version>0</Version>
    <Level>2</Level>
    <Keywords>0x8000000000000000</Keywords>
    <TimeCreated SystemTime="2026-03-04T09:00:00.000Z" />
    <Channel>Microsoft-Windows-User Device Registration/Admin</Channel>
    <Computer>PC-0142</Computer>
    <Security UserID="S-1-5-18" />
  </System>
  <EventData>
    <Data Name="ExitCode">0x801c0021</Data>
    <Data Name="ServerResponse">HTTP status 407</Data>
  </EventData>
</Event>`;

describe('event log entries', () => {
  it('are read as Event Viewer copies them', () => {
    const [event, ...more] = read(copied);
    expect(more).toEqual([]);
    expect(event).toMatchObject({ log: 'userDeviceRegistration', eventId: 304 });
    expect(event?.message).toMatch(/^Automatic registration failed at join phase\. Exit code: .* errorPhase: join$/);
    expect(event?.codes).toEqual([
      { code: '0x801c03f2', known: true, context: 'join', line: 'Exit code: Unknown HResult Error code: 0x801c03f2' },
    ]);
    expect(event?.line).toMatch(
      /^Microsoft-Windows-User Device Registration\/Admin, Event ID: 304: Automatic registration failed at join phase\..*0x801c03f2/,
    );
    expect(event?.line.length).toBeLessThanOrEqual(200);
  });

  it('are read in one line, as a chat client leaves them', () => {
    for (const joint of [' ', '']) {
      const [event, ...more] = read(
        copied
          .split('\n')
          .map((line) => line.replace(/: {2,}/, ': '))
          .join(joint),
      );
      expect(more).toEqual([]);
      expect(event).toMatchObject({ log: 'userDeviceRegistration', eventId: 304 });
      expect(event?.codes.map((code) => [code.code, code.context])).toEqual([['0x801c03f2', 'join']]);
    }
  });

  it('are read in German', () => {
    expect(read(german)).toMatchObject([
      { log: 'workplaceJoinInBox', eventId: 102, codes: [{ code: '0x80072ee7', context: 'discover' }] },
    ]);
    expect(brief(german)).toEqual(['workplaceJoinInBox 102']);
  });

  it('are read as XML, whole, cut and without line ends', () => {
    for (const text of [
      xml,
      xml.replaceAll(/\n\s*/g, ''),
      xml.replace(/<Event [^>]*>/, ''),
      xml.replace('</Event>', ''),
      `- ${xml.replaceAll('\n  <', '\n- <')}`,
    ]) {
      expect(read(text)).toMatchObject([
        {
          log: 'userDeviceRegistration',
          eventId: 201,
          httpStatus: 407,
          codes: [{ code: '0x801c0021', context: 'discover' }],
        },
      ]);
    }
    expect(read(xml)[0]?.message).toBe('ExitCode: 0x801c0021 ServerResponse: HTTP status 407');
  });

  it('count once where the XML follows the text', () => {
    expect(brief(`${copied}\nEvent Xml:\n${xml.replace('>201<', '>304<')}`)).toEqual(['userDeviceRegistration 304']);
  });

  it('take the provider by its GUID', () => {
    expect(
      brief(
        '<System><Provider Guid="{76AB12D5-C986-4E60-9D7C-2A092B284CDD}"/><EventID>103</EventID></System><EventData><Data Name="HttpStatus">503</Data></EventData>',
      ),
    ).toEqual(['workplaceJoinInBox 103']);
  });

  it('are read in the friendly view', () => {
    const text = `- System
  - Provider
   [ Name]  Microsoft-Windows-AAD
   [ Guid]  {4de9bc9c-b27a-43c9-8994-0915f1a5e24f}
   EventID 1098
   Version 0
   Channel Microsoft-Windows-AAD/Operational
- EventData
  Error 0xCAA5001C`;
    expect(brief(text)).toEqual(['aad 1098']);
  });

  it.each<[string, number, string]>([
    [
      'HTTP status',
      404,
      'Event ID: 103\nLog Name: Microsoft-Windows-Workplace Join/Admin\nDescription: Workplace Join discovery failed. Server returned http status 404.\nhttps://EnterpriseRegistration.domain.example:443/EnrollmentServer/contract?api-version=1.0',
    ],
    [
      'HTTP',
      503,
      'Event ID: 103\nLog Name: Microsoft-Windows-Workplace Join/Admin\nDescription: it failed with HTTP 503',
    ],
    ['status code', 400, 'Source: AAD\nEvent ID: 1081\nDescription: Http request status: 400. Method: POST'],
  ])('give the %s %i', (_what, status, text) => {
    expect(read(text)[0]?.httpStatus).toBe(status);
  });

  it('are read with the number first, several of them', () => {
    const one = `Event ID:200
Log Name: Microsoft-Windows-Workplace Join/Admin
Source: Microsoft-Windows-Workplace Join
Level: Error
Description: The maximum number of devices that can be joined to the workplace by the user has been reached.
Registration Service URI: https://enterpriseregistration.windows.net/EnrollmentServer/DeviceEnrollmentWebService.svc`;
    expect(read(one)).toMatchObject([{ log: 'workplaceJoinInBox', eventId: 200 }]);
    expect(read(one)[0]?.message).toMatch(/^The maximum number of devices .* Registration Service URI: https/);
    const two = read(`${one}\n\n${one.replace('200', '103').replace('maximum', 'minimum')}`);
    expect(two.map((event) => [event.eventId, /minimum/.test(event.message)])).toEqual([
      [200, false],
      [103, true],
    ]);
  });

  it('are told apart where several follow each other', () => {
    const third = copied.replace('304', '204').replace('0x801c03f2', '0x801c0002');
    const events = read(`${copied}\n\n${german}\n\n${third}`);
    expect(events.map((event) => [event.log, event.eventId, event.codes.map((code) => code.code)])).toEqual([
      ['userDeviceRegistration', 304, ['0x801c03f2']],
      ['workplaceJoinInBox', 102, ['0x80072ee7']],
      ['userDeviceRegistration', 204, ['0x801c0002']],
    ]);
  });

  it('are read where the text stands above the headers', () => {
    const text = `Automatic registration failed at authentication phase. Unable to acquire access token.
Exit code: Unknown HResult Error code: 0xcaa90017

Log Name: Microsoft-Windows-User Device Registration/Admin
Source: User Device Registration
Event ID: 305
Level: Error`;
    expect(read(text)).toMatchObject([
      { log: 'userDeviceRegistration', eventId: 305, codes: [{ code: '0xcaa90017', context: 'auth' }] },
    ]);
  });

  it('are read from PowerShell', () => {
    const list = `TimeCreated  : 3/4/2026 9:00:00 AM
ProviderName : Microsoft-Windows-User Device Registration
Id           : 304
Message      : Automatic registration failed at join phase.
               Exit code: Unknown HResult Error code: 0x801c001d

TimeCreated  : 3/4/2026 8:00:00 AM
ProviderName : Microsoft-Windows-User Device Registration
Id           : 220
Message      : Windows could not access the computer object in Active Directory. Error code: 1312`;
    expect(read(list).map((event) => [event.log, event.eventId, event.codes.map((code) => code.code)])).toEqual([
      ['userDeviceRegistration', 304, ['0x801c001d']],
      ['userDeviceRegistration', 220, ['1312']],
    ]);
    const table = `   ProviderName: Microsoft-Windows-AAD

TimeCreated                      Id LevelDisplayName Message
-----------                      -- ---------------- -------
3/4/2026 9:00:00 AM            1098 Error            Error: 0xCAA5001C Token broker operation failed.
3/4/2026 8:00:00 AM            1084 Error            Network error 0x80072ee7`;
    expect(
      read(table).map((event) => [event.log, event.eventId, event.codes.map((code) => [code.code, code.context])]),
    ).toEqual([
      ['aad', 1098, [['0xcaa5001c', 'prt']]],
      ['aad', 1084, [['0x80072ee7', 'prt']]],
    ]);
  });

  it('are read from JSON and from wevtutil', () => {
    expect(
      brief(
        '{"Message":"Automatic registration failed at join phase.","Id":304,"ProviderName":"Microsoft-Windows-User Device Registration"}'.replaceAll(
          ',"',
          ',\n  "',
        ),
      ),
    ).toEqual(['userDeviceRegistration 304']);
    const wevtutil = [
      'Event[0]:',
      '  Log Name: Microsoft-Workplace Join/Admin',
      '  Source: Microsoft-Workplace Join',
      '  Date: 2026-03-04T09:00:00.000',
      '  Event ID: 201',
      '  Task: N/A',
      '  Level: Information',
      '  Description: ',
      'The device was joined.',
      '',
      'Event[1]:',
      '  Log Name: Microsoft-Workplace Join/Admin',
      '  Source: Microsoft-Workplace Join',
      '  Event ID: 400',
      '  Level: Error',
      '  Description: ',
      'Exit code 0x80072f0d',
    ].join('\n');
    expect(brief(wevtutil)).toEqual(['workplaceJoinClient 201', 'workplaceJoinClient 400']);
  });

  it('are read from a copied list', () => {
    const rows = [
      'Level\tDate and Time\tSource\tEvent ID\tTask Category',
      'Error\t3/4/2026 9:00:00 AM\tUser Device Registration\t304\tNone',
      'Information\t3/4/2026 8:59:00 AM\tUser Device Registration\t102\tNone',
      'Fehler\t04.03.2026 08:58:00\tWorkplace Join\t102\tKeine',
      'Warning\t3/4/2026 8:57:00 AM\tAAD\t1097\t(4)',
      'Error\t3/4/2026 8:00:00 AM\tTaskScheduler\t201\t(2)',
    ].join('\n');
    expect(brief(rows)).toEqual([
      'userDeviceRegistration 304',
      'userDeviceRegistration 102',
      'workplaceJoinInBox 102',
      'aad 1097',
    ]);
  });

  it('are read with the text of the tab "General" below the title or the row', () => {
    const text =
      'Automatic registration failed at join phase.\nExit code: Unknown HResult Error code: 0x801c03f3\nServer error: empty';
    for (const title of [
      'Event 304, User Device Registration\n',
      'Ereignis 304, User Device Registration\n',
      'Error\t3/4/2026 9:00:00 AM\tUser Device Registration\t304\tNone',
    ]) {
      const reading = eventsAndRest(cleanText(`${title}\n${text}\n\nWhat is this?`));
      expect(reading.events).toMatchObject([
        { log: 'userDeviceRegistration', eventId: 304, codes: [{ code: '0x801c03f3', context: 'join' }] },
      ]);
      expect(reading.rest.filter((line) => line.trim() !== '')).toEqual(['What is this?']);
    }
  });

  it('count once where the headers stand below the text again', () => {
    const pane = `Event 305, User Device Registration\nGeneral\nDetails\n\nAutomatic registration failed at authentication phase.\nExit code: 0xcaa90017\n\nLog Name: Microsoft-Windows-User Device Registration/Admin\nSource: User Device Registration\nEvent ID: 305\nLevel: Error`;
    expect(read(pane)).toMatchObject([
      { log: 'userDeviceRegistration', eventId: 305, codes: [{ code: '0xcaa90017', context: 'auth' }] },
    ]);
  });

  it.each<[EventLog | undefined, number, string]>([
    ['userDeviceRegistration', 201, 'event 201 in the User Device Registration log'],
    ['workplaceJoinClient', 201, 'I see event id 201 in Microsoft-Workplace Join'],
    ['workplaceJoinClient', 201, 'Event ID 201 (Microsoft-WorkPlace Join)'],
    ['workplaceJoinClient', 201, 'Event ID: 201, source Microsoft-Workplace-Join'],
    ['workplaceJoinInBox', 102, 'Ereignis 102 im Protokoll Workplace Join'],
    [
      'workplaceJoinInBox',
      103,
      'Applications and Services Logs > Microsoft > Windows > Workplace Join > Admin: event 103',
    ],
    ['aad', 1098, 'AAD/Operational event 1098'],
    ['aad', 1006, 'event 1006 in Microsoft-Windows-AAD/Analytic'],
    ['adfsRegistration', 125, 'event 125 on the AD FS server, Device Registration Service\\DRS\\Admin'],
    ['userDeviceRegistration', 304, 'User Device Registration 304'],
    ['userDeviceRegistration', 220, 'In User Device Registration:\nevent 220'],
    [undefined, 201, 'event 201'],
    [undefined, 201, 'event id 201 in Workplace Join'],
    [undefined, 201, 'Ereignis-ID 201'],
    [undefined, 201, 'Event ID: 201'],
    [undefined, 304, 'event 304'],
    [undefined, 304, 'EventID=304'],
    [undefined, 102, 'The event log shows event #102'],
    [undefined, 304, 'there is a 304 event'],
    [undefined, 304, 'event304'],
    [
      'userDeviceRegistration',
      201,
      'It says "The discovery operation callback failed with exit code: 0x801c0021" (event id 201)',
    ],
  ])('are of the log %s, number %i: "%s"', (log, eventId, text) => {
    expect(read(text).map((event) => [event.log, event.eventId])).toEqual([[log, eventId]]);
  });

  it('are found, several in a sentence, each once', () => {
    expect(brief('I see events 304 and 305, then 304 again, and event 201')).toEqual(['? 304', '? 305', '? 201']);
    expect(brief(`I see event 304:\n\n${copied}`)).toEqual(['userDeviceRegistration 304']);
  });

  it('keep the codes of a sentence', () => {
    expect(read('event 305 with 0xcaa90017')).toMatchObject([
      { eventId: 305, codes: [{ code: '0xcaa90017', context: 'auth' }], line: 'event 305 with 0xcaa90017' },
    ]);
  });

  it.each([
    'the event 2024 was nice',
    'An event with 300 people',
    'event 300 people came to',
    'In any event, 12.300 is too much',
    'event on 3/4/2026 at 9:00',
    'event 10.304.1',
    'User Device Registration',
    'Windows 10 build 19041, KB304',
    'help',
    'PC-304',
    'Log Name: Microsoft-Windows-TaskScheduler/Operational\nSource: Microsoft-Windows-TaskScheduler\nEvent ID: 201\nDescription: Task completed',
    'Source: Kerberos\nEvent ID: 304\nLevel: Error',
    '<Event><System><Provider Name="Microsoft-Windows-Kernel-Power"/><EventID>104</EventID><Channel>System</Channel></System></Event>',
    'id : 4caca366-a20a-4ad8-a8f4-5771955cb12a',
  ])('are not seen in "%s"', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('leave the lines around them', () => {
    const { rest } = eventsAndRest(
      cleanText(
        `Please help, it says 0x80072ee7\n\n${copied}\n\nCan you see why?\n| Device State |\nAzureAdJoined : NO`,
      ),
    );
    expect(rest.filter((line) => line.trim() !== '')).toEqual([
      'Please help, it says 0x80072ee7',
      'Can you see why?',
      '| Device State |',
      'AzureAdJoined : NO',
    ]);
  });

  it('show the code where it comes late', () => {
    const [event] = read(copied.replace('Exit code:', `${'Nothing to see here. '.repeat(20)}Exit code:`));
    expect(event?.line).toContain('0x801c03f2');
    expect(event?.line.length).toBeLessThanOrEqual(200);
  });

  it('never throw', () => {
    const scrap = fc.constantFrom(
      'Event ID: ',
      'Log Name: ',
      'Source:',
      'Description:',
      '304',
      '\n',
      ' ',
      '<Event>',
      '<EventID>',
      '</EventID>',
      '</Event>',
      'event ',
      'Id : ',
      'User Device Registration',
      '0x801c03f2',
      'Message : ',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(scrap, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 60 }),
        (parts) => {
          for (const event of read(parts.join(''))) {
            expect(event.line.length).toBeLessThanOrEqual(200);
            expect(event.line).not.toContain('\n');
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('an entry of which only the text was copied', () => {
  it.each([
    [
      'The discovery operation callback failed with exit code: Unknown HResult Error code: 0x80072ee2.\nThe server returned HTTP status: 0.',
      201,
    ],
    ['The get join response operation callback failed with exit code: Unknown HResult Error code: 0x801c0002.', 204],
    ['Automatic registration failed at join phase.\nExit code: Unknown HResult Error code: 0x80072efe', 304],
    [
      'Automatic registration failed at authentication phase. Unable to acquire access token.\nExit code: Unknown HResult Error code: 0xcaa90017',
      305,
    ],
    ['Windows Hello for Business provisioning will not be launched.\nDevice is AAD joined ( AADJ or DJ++ ): Yes', 360],
  ])('is told by the sentence that opens it: %s', (text, eventId) => {
    expect(read(text)).toMatchObject([{ log: 'userDeviceRegistration', eventId }]);
    expect(eventsAndRest(cleanText(text)).rest.join('').trim()).toBe('');
  });

  it('ends where the next begins, and at an empty line', () => {
    const one = 'Automatic registration failed at join phase.\nExit code: 0x801c03f2';
    const [first, second, ...more] = read(
      `${one}\nThe get join response operation callback failed with exit code: 0x801c0002.\n\n0x80090016`,
    );
    expect([first?.codes.map(({ code }) => code), second?.codes.map(({ code }) => code), more]).toEqual([
      ['0x801c03f2'],
      ['0x801c0002'],
      [],
    ]);
  });

  it('is the same as the one that stands there with its number', () => {
    expect(brief(`${copied}\n\nevent 304 again`)).toEqual(['userDeviceRegistration 304']);
  });
});
