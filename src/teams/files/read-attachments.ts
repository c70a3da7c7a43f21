import type { Activity } from '../activity.js';
import { z } from 'zod';
import { maxAttachments, maxFiles } from '../../limits.js';
import { entriesOf } from '../inbound/entries-of.js';
import type { AttachedFile } from './read-files.js';

const text = z.string().catch('');
const attachment = z.object({ contentType: z.string(), content: z.unknown().optional(), name: text });
const fileInfo = z.object({ downloadUrl: text, fileType: text }).catch({ downloadUrl: '', fileType: '' });

/** What tells of a file that was uploaded (microsoftteams/platform/bots/how-to/bots-filesv4). */
export const fileInfoType = 'application/vnd.microsoft.teams.file.download.info';

type Attached = z.infer<typeof attachment>;

/** Types of files that are pictures to the person who sends them. */
const pictureTypes = ['png', 'jpg', 'jpeg', 'gif', 'bmp', 'webp', 'tif', 'tiff', 'heic', 'heif', 'svg'];

/** Characters of a file's name that are kept; OneDrive takes 400 with the whole path (support.microsoft.com, its restrictions). */
const maxNameCharacters = 400;

/** What comes beside the text of a message: its HTML copy, pictures and files. The bot's own kinds of cards do not count. */
export function readAttachments(activity: Activity): {
  readonly html: string | undefined;
  readonly hasPicture: boolean;
  /** At most `maxFiles`, without the pictures among them. */
  readonly files: readonly AttachedFile[];
} {
  const attached = entriesOf(attachment, activity.attachments, maxAttachments);
  const files = attached.flatMap(attachedFile);
  return {
    html: attached.map(htmlOf).find((each) => each !== undefined),
    hasPicture: attached.some(isPicture) || files.some(isPictureFile),
    files: files.filter((file) => !isPictureFile(file)).slice(0, maxFiles),
  };
}

function htmlOf({ contentType, content }: Attached): string | undefined {
  return contentType === 'text/html' && typeof content === 'string' ? content : undefined;
}

/** A photo or a screenshot; the card's own attachments and the pictures that Teams draws for faces do not count. */
function isPicture(attached: Attached): boolean {
  const [, ...images] = htmlOf(attached)?.split('<img') ?? [];
  return (
    attached.contentType.startsWith('image/') ||
    images.some((each) => !each.split('>', 1)[0]?.includes('schema.skype.com/Emoji'))
  );
}

/** A file that was uploaded. */
function attachedFile({ contentType, content, name }: Attached): readonly AttachedFile[] {
  if (contentType !== fileInfoType) return [];
  const { downloadUrl, fileType } = fileInfo.parse(content);
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1] ?? '';
  return [
    {
      name: name.slice(0, maxNameCharacters),
      fileType: (fileType === '' ? ending : fileType).toLowerCase(),
      downloadUrl,
    },
  ];
}

function isPictureFile({ fileType }: AttachedFile): boolean {
  return pictureTypes.includes(fileType);
}
