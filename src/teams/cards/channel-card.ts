import type { ChannelProposalView } from '../../helpdesk/views.js';
import { channelButton } from './buttons.js';
import { lines, type Drawing, type Pen } from './pen.js';
import { threadUrl } from './thread-url.js';
import { partyName } from './ticket-words.js';
import type { Drawers, Entry, ViewOf } from './drawers.js';

export const drawers = { channelProposal: drawChannelProposal, channelChosen: drawChannelChosen, channelTest: writeChannelTest, channelLeft: writeChannelLeft } satisfies Partial<Drawers>;

/** Who would read the requests here, before they come here; asked a second time when outsiders would. */
function drawChannelProposal(pen: Pen, { members, notHelpdesk, outsiders, sure }: ChannelProposalView): Drawing {
  const heading = pen.plain(sure ? 'channel.sureHeading' : 'channel.heading');
  const who = [
    pen.plain('channel.members', { count: members }),
    notHelpdesk > 0 ? pen.plain('channel.notHelpdesk', { count: notHelpdesk }) : pen.plain('channel.allHelpdesk'),
    ...(outsiders > 0 ? [pen.plain('channel.outsiders', { count: outsiders })] : []),
  ];
  const yes = sure
    ? channelButton('useOpen', pen.plain('channel.useOpen'))
    : channelButton('use', pen.plain('channel.use'));
  const data = {
    kicker: '',
    heading,
    paragraphs: lines([who.join(' '), pen.plain('channel.what')]),
    bar: [yes, channelButton('cancel', pen.plain('channel.cancel'))],
  };
  return { template: 'channel-proposal', summary: heading, data };
}

/** What came of the question, for everybody in the channel. */
function drawChannelChosen(
  pen: Pen,
  { outcome, by }: ViewOf<'channelChosen'>,
): Drawing {
  const heading = pen.plain(`channel.chosen.${outcome}`);
  const text = pen.plain(`channel.chosen.${outcome}Text`, { name: partyName(pen, by) });
  return {
    template: 'channel-proposal',
    summary: heading,
    data: { kicker: '', heading, paragraphs: lines([text]), bar: [] },
  };
}

/** A post that only shows that the channel takes posts. */
function writeChannelTest(pen: Pen): Entry {
  return { text: pen.plain('channel.test'), mentions: [] };
}

/** What stands in the channel that requests went to before. */
function writeChannelLeft(pen: Pen, { by, conversationId }: ViewOf<'channelLeft'>): Entry {
  return {
    text: pen.plain('channel.left', { name: partyName(pen, by) }),
    mentions: [],
    link: { title: pen.plain('channel.leftLink'), url: threadUrl(conversationId) },
  };
}
