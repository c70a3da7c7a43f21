import { checkWay } from './check-way.js';
import { pasted } from './ways.js';

pasted.forEach(checkWay);
