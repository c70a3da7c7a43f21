import { z } from 'zod';
import { exportKinds, type ExportRef, type UploadTarget } from '../../administration/exports.js';

const short = z.string().max(200);
const address = z.string().min(1).max(8_000);

const consent = z.looseObject({
  action: z.enum(['accept', 'decline']),
  context: z.unknown(),
  uploadInfo: z.unknown(),
});

const reference = z.looseObject({ kind: z.enum(exportKinds), key: short });
const target = z.looseObject({
  uploadUrl: address,
  contentUrl: address,
  name: short,
  uniqueId: short,
  fileType: short,
});

/** What Teams' question about a file was answered with; parts that cannot be read are undefined, and nothing is accepted that is not said. */
export function readFileConsent(value: unknown): {
  readonly accepted: boolean;
  readonly ref: ExportRef | undefined;
  readonly upload: UploadTarget | undefined;
} {
  const { data } = consent.safeParse(value);
  const ref = reference.safeParse(data?.context).data;
  const upload = target.safeParse(data?.uploadInfo).data;
  return {
    accepted: data?.action === 'accept',
    ref: ref && { kind: ref.kind, key: ref.key },
    upload: upload && {
      uploadUrl: upload.uploadUrl,
      contentUrl: upload.contentUrl,
      name: upload.name,
      uniqueId: upload.uniqueId,
      fileType: upload.fileType,
    },
  };
}
