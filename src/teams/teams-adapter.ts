import type { TurnContext } from 'botbuilder';
import { CloudAdapter, type Activity, type InvokeResponse } from 'botbuilder';
import type { BotFrameworkAuthentication } from 'botframework-connector';

type Logic = (context: TurnContext) => Promise<void>;

/** The SDK's adapter with a way in that leaves the HTTP answer to us: its own puts exception texts into the body. */
export class TeamsAdapter extends CloudAdapter {
  constructor(authentication: BotFrameworkAuthentication) {
    super(authentication);
  }

  /** Throws AuthenticationError when the token is refused, any other error when it could not be checked. */
  async receive(authorization: string, activity: Activity, logic: Logic): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }

  /** Runs `logic` in a conversation that was heard from or is known by its id. */
  async inConversation(
    appId: string,
    reference: Parameters<CloudAdapter['continueConversationAsync']>[1],
    logic: Logic,
  ): Promise<void> {
    await this.continueConversationAsync(appId, reference, logic);
  }
}
