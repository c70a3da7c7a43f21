import { csvOf } from '../../administration/csv.js';
import type { Exporters, ExportRef, Upload } from '../../administration/exports.js';
import type { FileOfferView } from '../../administration/views.js';
import type { Gate } from '../../administration/gate.js';
import type { Audit } from '../../helpdesk/audit.js';
import { personOrderingKey } from '../../helpdesk/ordering-keys.js';
import type { Outbox } from '../../helpdesk/ports.js';
import type { Locale } from '../../text/locale.js';
import { refusals } from '../administrators.js';
import { elsewhere, nothing, notice, type Answer } from '../answer.js';
import type { Input } from '../input.js';
import type { View } from '../views.js';

export interface FilesOptions {
  readonly exporters: Exporters;
  readonly upload: Upload;
  readonly gate: Pick<Gate, 'enter'>;
  readonly audit: Pick<Audit, 'record'>;
  readonly outbox: Pick<Outbox, 'add'>;
  readonly wakeOutbox: () => void;
  readonly background: (name: string, work: () => Promise<void>) => void;
  readonly now: () => Date;
}

export type Files = ReturnType<typeof createFiles>;

/** Files for administrators: Teams asks the person whether they want it, then says where it goes. */
export function createFiles({ exporters, upload, gate, audit, outbox, wakeOutbox, background, now }: FilesOptions) {
  /** What Teams asks with; undefined when there is no such file. */
  async function offer(ref: ExportRef, locale: Locale): Promise<FileOfferView | undefined> {
    const file = await exporters[ref.kind].file(ref.key, locale);
    return file && { kind: 'fileOffer', export: ref, name: file.name, approximateBytes: file.approximateBytes };
  }

  /** Who may is asked again; what the client sends says only which file. The upload takes longer than Teams waits for an answer. */
  async function consented(input: Input & { readonly kind: 'fileConsent' }, locale: Locale): Promise<Answer> {
    const { from, accepted, ref, upload: target } = input;
    if (input.scope !== 'personal') return elsewhere;
    if (!accepted) return notice('fileDeclined');
    if (!ref || !target) return notice('fileGone');
    const entered = await gate.enter(from.personId, `export:${ref.kind}`);
    if (entered !== 'in') return notice(refusals[entered]);
    const file = await exporters[ref.kind].file(ref.key, locale);
    if (!file) return notice('fileGone');
    background('a file for an administrator', async () => {
      const sent = await upload(csvOf(file.rows), target.uploadUrl);
      await audit.record({
        actorId: from.personId,
        action: `export:${ref.kind}`,
        objectIds: [],
        result: sent === 'done' ? 'done' : 'failed',
        at: now().toISOString(),
      });
      const { contentUrl, uniqueId, fileType, name } = target;
      const view: View =
        sent === 'done'
          ? { kind: 'fileSent', name, contentUrl, uniqueId, fileType }
          : { kind: 'notice', notice: { key: 'fileFailed' }, actions: [] };
      await outbox.add(personOrderingKey(from.personId), {
        kind: 'post',
        to: { kind: 'person', personId: from.personId },
        view,
        locale,
      });
      wakeOutbox();
    });
    return nothing;
  }

  return { offer, consented };
}
