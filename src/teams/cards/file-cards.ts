import type { AdministrationView } from '../../administration/views.js';
import type { Pen } from './pen.js';

type Of<Kind extends AdministrationView['kind']> = Extract<AdministrationView, { kind: Kind }>;

interface Attached {
  readonly attachment: object;
  readonly summary: string;
}

/** Teams' own question whether a file may be put into the person's files (bots/how-to/bots-filesv4). */
export function offerFile(pen: Pen, { export: ref, name, approximateBytes }: Of<'fileOffer'>): Attached {
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
export function showFile(pen: Pen, { name, contentUrl, uniqueId, fileType }: Of<'fileSent'>): Attached {
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
