/** The same made-up examples in every run, so that a failure is that of a change. */
import { configureGlobal } from 'fast-check';

configureGlobal({ seed: 1936 });
