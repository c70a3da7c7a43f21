import type { ChannelProposalView } from '../../helpdesk/views.js';
import { channelButton } from './buttons.js';
import { lines, type Drawing, type CardWriter } from './card-writer.js';
import { threadUrl } from './thread-url.js';
import { partyName } from './ticket-words.js';
import type { Drawers, MarkdownMessage, ViewOf } from './drawers.js';

export const drawers = { channelProposal: drawChannelProposal, channelChosen: drawChannelChosen, channelTest: writeChannelTest, channelLeft: writeChannelLeft } satisfies Partial<Drawers>;

/** Who would read the requests here, before they come here; asked a second time when outsiders would. */
function drawChannelProposal(writer: CardWriter, { members, notHelpdesk, outsiders, sure }: ChannelProposalView): Drawing {
  const heading = writer.plain(sure ? 'channel.sureHeading' : 'channel.heading');
  const who = [
    writer.plain('channel.members', { count: members }),
    notHelpdesk > 0 ? writer.plain('channel.notHelpdesk', { count: notHelpdesk }) : writer.plain('channel.allHelpdesk'),
    ...(outsiders > 0 ? [writer.plain('channel.outsiders', { count: outsiders })] : []),
  ];
  const yes = sure
    ? channelButton('useOpen', writer.plain('channel.useOpen'))
    : channelButton('use', writer.plain('channel.use'));
  const data = {
    kicker: '',
    heading,
    paragraphs: lines([who.join(' '), writer.plain('channel.what')]),
    bar: [yes, channelButton('cancel', writer.plain('channel.cancel'))],
  };
  return { template: 'channel-proposal', summary: heading, data };
}

/** What came of the question, for everybody in the channel. */
function drawChannelChosen(
  writer: CardWriter,
  { outcome, by }: ViewOf<'channelChosen'>,
): Drawing {
  const heading = writer.plain(`channel.chosen.${outcome}`);
  const text = writer.plain(`channel.chosen.${outcome}Text`, { name: partyName(writer, by) });
  return {
    template: 'channel-proposal',
    summary: heading,
    data: { kicker: '', heading, paragraphs: lines([text]), bar: [] },
  };
}

/** A post that only shows that the channel takes posts. */
function writeChannelTest(writer: CardWriter): MarkdownMessage {
  return { text: writer.plain('channel.test'), mentions: [] };
}

/** What stands in the channel that requests went to before. */
function writeChannelLeft(writer: CardWriter, { by, conversationId }: ViewOf<'channelLeft'>): MarkdownMessage {
  return {
    text: writer.plain('channel.left', { name: partyName(writer, by) }),
    mentions: [],
    link: { title: writer.plain('channel.leftLink'), url: threadUrl(conversationId) },
  };
}
