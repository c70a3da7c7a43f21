import type { CardWriter } from './card-writer.js';
import type { Attached, Drawers, ViewOf } from './drawers.js';

export const drawers = { fileOffer: offerFile, fileSent: showFile } satisfies Partial<Drawers>;


/** Teams' own question whether a file may be put into the person's files (bots/how-to/bots-filesv4). */
function offerFile(writer: CardWriter, { export: ref, name, approximateBytes }: ViewOf<'fileOffer'>): Attached {
  return {
    attachment: {
      contentType: 'application/vnd.microsoft.teams.card.file.consent',
      name,
      content: {
        description: writer.plain(`file.${ref.kind}`),
        sizeInBytes: approximateBytes,
        acceptContext: ref,
        declineContext: ref,
      },
    },
    summary: writer.say('file.offer', { name }),
  };
}

/** The file where Teams keeps it. */
function showFile(writer: CardWriter, { name, contentUrl, uniqueId, fileType }: ViewOf<'fileSent'>): Attached {
  return {
    attachment: {
      contentType: 'application/vnd.microsoft.teams.card.file.info',
      contentUrl,
      name,
      content: { uniqueId, fileType },
    },
    summary: writer.say('file.sent', { name }),
  };
}
