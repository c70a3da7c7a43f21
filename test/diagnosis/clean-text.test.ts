import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/diagnosis/clean-text.js';

describe('the lines of a pasted text', () => {
  it.each([
    ['line ends of every kind', 'a\r\nb\rc\nd\u2028e\u2029f', ['a', 'b', 'c', 'd', 'e', 'f']],
    ['line ends in a string of JSON', 'a\\r\\nb', ['a', 'b']],
    ['HTML', '<div>a<br/>b<br>\nc</div><p class="x">d</p><p>e</p>', ['a', 'b', 'c', 'd', 'e', '']],
    ['HTML inside a line', '<p><strong>a</strong> <a href="https://x.example/">b</a></p>', ['a b', '']],
    ['table cells', '<tr><td>a</td><td>b</td></tr>', [' a  b', '']],
    [
      'table cells with paragraphs of a mail',
      '<tr>\n<td>\n<p>a<o:p></o:p></p>\n</td>\n<td>\n<p>b</p></td></tr>',
      [' a  b', ''],
    ],
    ['entities', 'C:\\&gt; &quot;a&quot;&nbsp;&amp;&#32;b&#x27;s', ['C:\\> "a" & b\'s']],
    ['entities that were escaped twice', 'C:\\&amp;gt;', ['C:\\>']],
    ['placeholders, which are no tags', 'TenantId : <tenant id> or <GUID>', ['TenantId : <tenant id> or <GUID>']],
    ['odd blanks, and characters that nobody sees', '\ufeffa\u00a0\u2003b\u200b\u00ad\tc', ['a  b c']],
    ['UTF-16 that was read as something else', 'a\0 \0:\0', ['a :']],
    ['colours of a terminal', '\u001b[32ma\u001b[0m', ['a']],
    ['dashes of a word processor', '[ 1 \u2013 2 ] Sync\u2011Join [ 1 \u2014 2 ]', ['[ 1 -- 2 ] Sync-Join [ 1 -- 2 ]']],
    ['quote marks', '> a\n>> b\n> > c', ['a', 'b', 'c']],
    ['comment marks', '# a\n// b\n:: c\n### d', ['a', 'b', 'c', 'd']],
    ['list marks', '* a\n- b\n• c\n\\- d', ['a', 'b', 'c', 'd']],
    ['code fences and backticks', '```text\na\n```\n`b`\n~~~', ['', 'a', '', 'b', '']],
    ['bold marks', '**a : b**\n**a** : b', ['a : b', 'a** : b']],
    ['a bar that quotes', '| a : b', ['a : b']],
    [
      'boxes and rulers, which stay',
      '+------+\n| Device State   |\n+------+',
      ['+------+', '| Device State   |', '+------+'],
    ],
    ['indentation, which stays', '> quoted\n>      a : b   ', ['quoted', '     a : b']],
    ['what only looks like a mark', '*Evil-WinRM* PS C:\\>\n-\n---\n-5', ['*Evil-WinRM* PS C:\\>', '-', '---', '-5']],
    ['empty lines, of many two', `a\n\n\n \n> \n\`\`\`\n${'\n'.repeat(50_000)}b\n\nc`, ['a', '', '', 'b', '', 'c']],
    ['nothing', '', ['']],
  ])('%s', (_, raw, lines) => {
    expect(cleanText(raw)).toEqual(lines);
  });

  it('are clean after the first time', () => {
    const words = fc
      .array(fc.constantFrom('a', 'AzureAdJoined', ' : ', 'YES', '\n', '  ', '| b |', '[ 1 ]', 'https://x.example/'), {
        maxLength: 40,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, (text) => {
        const once = cleanText(text);
        expect(cleanText(once.join('\n'))).toEqual(once);
      }),
      { numRuns: 100 },
    );
  });

  it('never hold a line end, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000, unit: 'binary' }), (text) => {
        for (const line of cleanText(text)) expect(line).not.toMatch(/[\r\n\u2028\u2029\0]|\s$/);
      }),
      { numRuns: 100 },
    );
  });
});
