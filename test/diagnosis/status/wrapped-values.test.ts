import { describe, expect, it } from 'vitest';
import { statusText } from '../../support/status-text.js';
import { fieldsIn, fieldsOf, type Fields } from './fields-of.js';
import { hybridPc, notJoinedPc } from './samples.js';

/** As mail does: at the last blank that fits, and in the middle of a word only when there is none; keys, to column `keep`, stay whole. */
function wrappedAtBlanks(text: string, width: number, keep = 27): string {
  return text
    .split('\n')
    .flatMap((line) => {
      const parts: string[] = [];
      let rest = line;
      while (rest.length > width) {
        const blank = rest.lastIndexOf(' ', width);
        const at = blank > keep ? blank : width;
        parts.push(rest.slice(0, at));
        rest = rest.slice(at).trimStart();
      }
      return [...parts, rest];
    })
    .join('\n');
}

/** Where a word was broken, nobody can say whether there was a blank. */
function withoutBlanks(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value.replaceAll(' ', '')]));
}

const samples = [hybridPc, notJoinedPc];

describe('values that a window or a client broke into lines', () => {
  // A console is at least as wide as the rulers, 72 columns.
  it.each([72, 73, 79, 80, 81, 90, 94, 100, 110, 120, 132])('are whole again: a console of %i columns', (width) => {
    for (const sample of samples) {
      expect(withoutBlanks(fieldsIn(statusText(sample, { layout: 'wrapped', width })))).toEqual(
        withoutBlanks(fieldsOf(sample)),
      );
    }
  });

  it.each([80, 120])('are exactly what they were at the usual %i columns', (width) => {
    for (const sample of samples)
      expect(fieldsIn(statusText(sample, { layout: 'wrapped', width }))).toEqual(fieldsOf(sample));
  });

  it.each([65, 70, 76, 78, 80, 85, 100])('are whole again: mail at %i characters', (width) => {
    for (const sample of samples) {
      expect(withoutBlanks(fieldsIn(wrappedAtBlanks(statusText(sample), width)))).toEqual(
        withoutBlanks(fieldsOf(sample)),
      );
    }
  });

  it.each([60, 76, 98])(
    'are found where mail broke a text that the chat client had put in one line, at %i characters',
    (width) => {
      const text = statusText(notJoinedPc, { layout: 'oneLine' })
        .replace(/ \+-+\+/g, '')
        .replace(/^\+-+\+ /, '');
      expect(fieldsIn(wrappedAtBlanks(text, width, 0))).toEqual(fieldsOf(notJoinedPc));
    },
  );

  it('keep a code that was broken', () => {
    expect(fieldsIn('AD Configuration Test : FAIL [0x8007\n0002]\nDRS Discovery Test : FAIL\n')).toEqual({
      'diagnosticData AD Configuration Test': 'FAIL [0x80070002]',
      'diagnosticData DRS Discovery Test': 'FAIL',
    });
  });

  it('do not take in what follows them', () => {
    const text =
      'AzureAdPrt : NO\nWhy is that?\nMdmUrl :\nThanks!\nDeviceId :\nRegards\nServer Message : Not found.\nCan you help me with this, please?\nNewField : more';
    expect(fieldsIn(text)).toEqual({
      'ssoState AzureAdPrt': 'NO',
      'tenantDetails MdmUrl': '',
      'deviceDetails DeviceId': '',
      'diagnosticData Server Message': 'Not found.',
    });
  });

  it('keep the lines of the server, which has a Correlation ID of its own', () => {
    const text = [
      'Correlation ID : 0b9f6c1e-5d3a-4a27-8e40-f1c2d7b86a95',
      'Server Error Description : AADSTS50034: The user account does not exist in the tenant.',
      'Trace ID: 7a1f03c8-6be5-4d92-9f4a-05d8c3e7b216',
      'Correlation ID: 48d1e9a7-5b20-4c3f-a6e8-90f2c71b3d56',
      'Timestamp: 2025-11-04 06:58:40Z',
      'EnterprisePrt : NO',
    ].join('\n');
    expect(fieldsIn(text)).toMatchObject({
      'ssoState Correlation ID': '0b9f6c1e-5d3a-4a27-8e40-f1c2d7b86a95',
      'ssoState EnterprisePrt': 'NO',
      'ssoState Server Error Description': expect.stringMatching(
        /^AADSTS50034: .* in the tenant\. Trace ID: .* Timestamp: /,
      ),
    });
  });
});
