import type { DialogSays } from './attempt-down-level.js';

/**
 * The words people type off the window "Workplace Join for Windows". The exact wording is only known as pictures, so these
 * are several ways to say what the alternative texts say (docs/domain/downlevel.md section 2).
 */
export function printDialog(says: DialogSays): readonly string[] {
  switch (says) {
    case 'joined':
      return [
        'Workplace Join for Windows: pat@contoso.com - PC-0700 is joined to a workplace',
        'the device is joined to a workplace',
      ];
    case 'authentication':
      return [
        'Workplace Join for Windows: An error occurred during account authentication.',
        'it says error during account authentication',
      ];
    case 'verification':
      return [
        'Workplace Join for Windows: An error occurred during account verification.',
        'error during the account verification',
      ];
    case 'maximum':
      return [
        'Workplace Join for Windows: You have reached the maximum number of joined devices.',
        'the user has reached the maximum number of devices',
      ];
    case 'notResponding':
      return ['Workplace Join for Windows: The server did not respond.', 'server did not respond'];
    case 'offersJoin':
      return ['Workplace Join for Windows: This device is not registered. Join'];
  }
}
