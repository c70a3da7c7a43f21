import { runBot } from './composition/run-bot.js';

await runBot();
