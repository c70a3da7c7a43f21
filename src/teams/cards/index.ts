// Written by `npm run indexes` from the files of this folder.
import type { Drawers } from './drawers.js';
import { drawers as auditCard } from './audit-card.js';
import { drawers as channelCard } from './channel-card.js';
import { drawers as cleanUpCard } from './clean-up-card.js';
import { drawers as deviceCard } from './device-card.js';
import { drawers as deviceFoundCard } from './device-found-card.js';
import { drawers as devicesOfCard } from './devices-of-card.js';
import { drawers as doctorCard } from './doctor-card.js';
import { drawers as endCard } from './end-card.js';
import { drawers as fileCards } from './file-cards.js';
import { drawers as formCard } from './form-card.js';
import { drawers as incidentCard } from './incident-card.js';
import { drawers as offerCard } from './offer-card.js';
import { drawers as pcCard } from './pc-card.js';
import { drawers as personCard } from './person-card.js';
import { drawers as policyCard } from './policy-card.js';
import { drawers as quotaCard } from './quota-card.js';
import { drawers as quotaOfCard } from './quota-of-card.js';
import { drawers as reportCard } from './report-card.js';
import { drawers as requestCard } from './request-card.js';
import { drawers as statsCard } from './stats-card.js';
import { drawers as summaryCard } from './summary-card.js';
import { drawers as talkCard } from './talk-card.js';
import { drawers as ticketCard } from './ticket-card.js';
import { drawers as ticketEntry } from './ticket-entry.js';
import { drawers as ticketFormCard } from './ticket-form-card.js';
import { drawers as ticketListCard } from './ticket-list-card.js';
import { drawers as ticketNewsCard } from './ticket-news-card.js';
import { drawers as ticketPasteCard } from './ticket-paste-card.js';
import { drawers as walkCard } from './walk-card.js';

/** What draws each kind of view; one without a drawer does not compile. */
export const drawers: Drawers = {
  ...auditCard,
  ...channelCard,
  ...cleanUpCard,
  ...deviceCard,
  ...deviceFoundCard,
  ...devicesOfCard,
  ...doctorCard,
  ...endCard,
  ...fileCards,
  ...formCard,
  ...incidentCard,
  ...offerCard,
  ...pcCard,
  ...personCard,
  ...policyCard,
  ...quotaCard,
  ...quotaOfCard,
  ...reportCard,
  ...requestCard,
  ...statsCard,
  ...summaryCard,
  ...talkCard,
  ...ticketCard,
  ...ticketEntry,
  ...ticketFormCard,
  ...ticketListCard,
  ...ticketNewsCard,
  ...ticketPasteCard,
  ...walkCard,
};
