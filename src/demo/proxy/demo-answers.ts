import type { SamplePerson } from '../tenant/model.js';
import { findPeople, type DemoWords } from './demo-words.js';

/** What the proxy says, as parts of a Bot Framework message, and who the person is from now on. */
export interface DemoAnswer {
  readonly person: SamplePerson;
  readonly message: { readonly text: string } | { readonly attachments: readonly object[] };
}

const hint = 'Type `people` for everybody, `as NAME` to become somebody else.';

export function answerDemoWords(words: DemoWords, people: readonly SamplePerson[], person: SamplePerson): DemoAnswer {
  switch (words.kind) {
    case 'whoAmI':
      return { person, message: { text: `You are ${introduce(person)}` } };
    case 'people':
      return {
        person,
        message: {
          attachments: [
            { contentType: 'application/vnd.microsoft.card.adaptive', content: peopleCard(people, person) },
          ],
        },
      };
    case 'as': {
      const [found, ...others] = findPeople(people, words.name);
      if (found === undefined)
        return { person, message: { text: `Nobody here is called ${escape(words.name)}. ${hint}` } };
      if (others.length === 0) return { person: found, message: { text: `You are now ${introduce(found)}` } };
      const list = [found, ...others].map(({ key, situation }) => `- \`as ${key}\`: ${situation}`).join('\n');
      return { person, message: { text: `Which ${escape(words.name)}?\n\n${list}` } };
    }
  }
}

function introduce({ displayName, key, situation }: SamplePerson): string {
  return `**${escape(displayName)}** (${key}). ${situation}`;
}

function peopleCard(people: readonly SamplePerson[], person: SamplePerson): object {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: people.map(({ key }) => key).join(', '),
    body: [
      { type: 'TextBlock', text: 'Everybody in the sample tenant', style: 'heading', weight: 'Bolder', wrap: true },
      {
        type: 'FactSet',
        facts: people.map(({ key, displayName, situation }) => ({
          title: key === person.key ? `${key} (you)` : key,
          value: `${escape(displayName)}. ${situation}`,
        })),
      },
      { type: 'TextBlock', text: 'Type "as" and a name to become that person, e.g. "as ben".', wrap: true },
    ],
  };
}

/** Messages and cards are markdown and HTML: every sign that could mean something there becomes a character reference. */
function escape(text: string): string {
  return text.replace(/[^\p{L}\p{N} ,'-]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}
