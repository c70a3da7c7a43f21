import { checkWay } from './check-way.js';
import { typed } from './ways.js';

typed.forEach(checkWay);
