import { describe, expect, it } from 'vitest';
import { statusLayouts, statusText } from '../../support/status-text.js';
import { fieldsIn, fieldsOf } from './fields-of.js';
import { hybridPc, notJoinedPc } from './samples.js';

describe.each(statusLayouts)('pasted %s', (layout) => {
  it('says the same of a joined PC', () => {
    expect(fieldsIn(statusText(hybridPc, { layout }))).toEqual(fieldsOf(hybridPc));
  });

  it('says the same of a PC that is not joined', () => {
    expect(fieldsIn(statusText(notJoinedPc, { layout }))).toEqual(fieldsOf(notJoinedPc));
  });
});
