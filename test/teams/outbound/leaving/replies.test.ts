import { survivePassingFaults } from './passing-faults.js';
import { replies } from './ways.js';

survivePassingFaults(replies);
