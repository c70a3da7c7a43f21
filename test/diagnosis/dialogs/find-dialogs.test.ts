import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDialogs } from '../../../src/diagnosis/dialogs/find-dialogs.js';
import type { DialogSays } from '../../../src/diagnosis/model.js';

const says = (text: string): readonly DialogSays[] => findDialogs(text.split('\n')).map((each) => each.says);

describe('the words of the status window', () => {
  it.each<[DialogSays, string]>([
    ['authentication', 'An error occurred during account authentication.'],
    ['authentication', 'it says error during account authentication'],
    ['authentication', 'The window shows: an error occurred during account\nauthentication. Please try again.'],
    ['authentication', 'Workplace Join for Windows\n\nError: account authentication'],
    ['authentication', 'authentication error'],
    ['authentication', 'Hi, my laptop shows error during authentication of my account when I click Join'],
    ['authentication', 'there was a problem with the account authentification'],
    ['authentication', 'It could not authenticate my account'],
    ['authentication', 'Es ist ein Fehler bei der Kontoauthentifizierung aufgetreten'],
    ['authentication', 'Im Fenster steht: Fehler bei der Authentifizierung des Kontos.'],
    ['authentication', 'Die Authentifizierung ist fehlgeschlagen'],
    ['authentication', 'What does "error during account authentication" mean?'],
    ['authentication', 'The PC is not joined, there was an error during account authentication'],
    ['verification', 'An error occurred during account verification'],
    ['verification', 'the dialog says something about account verification'],
    ['verification', 'my account could not be verified, says the window'],
    ['verification', 'Fehler bei der Kontoüberprüfung'],
    ['verification', 'Beim Überprüfen: Fehler während der Überprüfung des Kontos'],
    ['maximum', 'The user has reached the maximum number of joined devices.'],
    ['maximum', 'it says I reached the maximum number of devices'],
    ['maximum', 'Your PC is not joined because the maximum number of devices is reached'],
    ['maximum', 'maximum number of devices'],
    ['maximum', 'too many devices, says the window'],
    ['maximum', 'Die maximale Anzahl von Geräten ist erreicht'],
    ['maximum', 'Fehler: Höchstzahl der Geräte überschritten'],
    ['maximum', 'device limit reached'],
    ['notResponding', 'The server did not respond.'],
    ['notResponding', 'error: the server is not responding'],
    ['notResponding', "it says the service didn't respond"],
    ['notResponding', 'no response from the server'],
    ['notResponding', 'Der Server hat nicht geantwortet'],
    ['notResponding', 'Der Dienst antwortet nicht'],
    ['notResponding', 'Es kam keine Antwort vom Server'],
    ['joined', 'PC-0142 is joined to a workplace.'],
    ['joined', 'it says my device is joined to a workplace'],
    ['joined', 'Dieser PC ist mit einem Arbeitsplatz verbunden'],
    ['joined', 'Der Rechner ist dem Arbeitsplatz beigetreten.'],
  ])('are found: %s in "%s"', (meaning, text) => {
    expect(says(text)).toEqual([meaning]);
  });

  it.each([
    'The PC is not joined to a workplace',
    'He joined our workplace in 2019',
    'I am joined by twelve colleagues in the workplace today',
    "This device isn't joined to a workplace yet",
    'PC-0142 is no longer joined to a workplace',
    'I want my PC to be joined to a workplace',
    'My PC should be joined to a workplace',
    'Is my PC joined to a workplace?',
    'It could not be joined to a workplace',
    'Der PC ist nicht mit einem Arbeitsplatz verbunden',
    'There is no error during account authentication',
    'The authentication works, no error',
    'it does not say error, authentication was successful',
    'Kein Fehler bei der Authentifizierung',
    'It is not an authentication error',
    'I have not reached the maximum number of devices',
    'Die maximale Anzahl von Geräten ist nicht erreicht',
    'the server responds',
    'the server did respond',
  ])('are not taken for their opposite: "%s"', (text) => {
    expect(says(text)).toEqual([]);
  });

  it.each([
    'I use two factor authentication',
    'The error says I need multi-factor authentication',
    'What is the maximum number of devices?',
    'How many devices may I have?',
    'my devices',
    'what is my device limit',
    'I did not get a verification code, error',
    'Server ErrorCode : AuthenticationError',
    "Server Message : The verification of the target computer's SID failed.",
    'Token acquisition Test : FAIL [0xcaa90017]',
    'Endpoint URI : https://login.microsoftonline.com/common/oauth2/token/',
    'Server Error Description : AADSTS50126: Error validating credentials, authentication failed',
    'AADSTS50076: error, authentication',
    'Error Phase : authentication',
    'Automatic registration failed at authentication phase. Unable to acquire access token.',
    'WorkplaceJoined : YES',
    'the print server did not respond',
    'My workplace is in Berlin and I joined in May',
    'I cannot verify this',
    'help',
    'My PC cannot join',
  ])('are not seen in "%s"', (text) => {
    expect(says(text)).toEqual([]);
  });

  it('carry the sentence as evidence, in one line of at most 200 characters', () => {
    const [found] = findDialogs([
      'Hello.',
      'The window said that an error occurred',
      `during account authentication ${'again '.repeat(60)}.`,
    ]);
    expect(found?.line).toMatch(/^The window said that an error occurred during account authentication/);
    expect(found?.line.length).toBe(200);
  });

  it('never throw', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' })), (lines) => Array.isArray(findDialogs(lines))));
  });
});
