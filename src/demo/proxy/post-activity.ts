/**
 * Posts an activity into a conversation of the Playground. Resolves with its id, as the Playground gave it.
 * @throws when the Playground refuses it or does not answer
 */
export async function postActivity(
  connectorUrl: string,
  conversationId: string,
  activity: object,
): Promise<string | undefined> {
  const response = await fetch(`${connectorUrl}/v3/conversations/${encodeURIComponent(conversationId)}/activities`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`the Playground took no message (${response.status} ${text})`);
  return (JSON.parse(text) as { readonly id?: string }).id;
}
