import type { Pen } from './pen.js';
import type { Attached, Drawers, ViewOf } from './drawers.js';

export const drawers = { fileOffer: offerFile, fileSent: showFile } satisfies Partial<Drawers>;


/** Teams' own question whether a file may be put into the person's files (bots/how-to/bots-filesv4). */
function offerFile(pen: Pen, { export: ref, name, approximateBytes }: ViewOf<'fileOffer'>): Attached {
  return {
    attachment: {
      contentType: 'application/vnd.microsoft.teams.card.file.consent',
      name,
      content: {
        description: pen.plain(`file.${ref.kind}`),
        sizeInBytes: approximateBytes,
        acceptContext: ref,
        declineContext: ref,
      },
    },
    summary: pen.say('file.offer', { name }),
  };
}

/** The file where Teams keeps it. */
function showFile(pen: Pen, { name, contentUrl, uniqueId, fileType }: ViewOf<'fileSent'>): Attached {
  return {
    attachment: {
      contentType: 'application/vnd.microsoft.teams.card.file.info',
      contentUrl,
      name,
      content: { uniqueId, fileType },
    },
    summary: pen.say('file.sent', { name }),
  };
}
