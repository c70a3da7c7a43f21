import { checkWay } from './check-way.js';
import { written } from './ways.js';

written.forEach(checkWay);
