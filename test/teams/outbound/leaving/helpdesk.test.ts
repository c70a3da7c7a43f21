import { survivePassingFaults } from './passing-faults.js';
import { inHelpdesk } from './ways.js';

survivePassingFaults(inHelpdesk);
