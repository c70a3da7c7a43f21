import { survivePassingFaults } from './passing-faults.js';
import { posts } from './ways.js';

survivePassingFaults(posts);
