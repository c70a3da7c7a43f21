/** What a bot costs that does nothing: the same botbuilder and restify, an answer to each message. Its turn is the benchmarks' unit. */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());

server.post('/api/messages', async (req, res) => {
  await adapter.process(req, res, async (context) => {
    await context.sendActivity(`You said: ${context.activity.text}`);
  });
});
server.get('/readyz', async (_req, res) => res.send(200));

server.listen(Number(process.env.PORT), '127.0.0.1');
