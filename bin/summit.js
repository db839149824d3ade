#!/usr/bin/env node
// Node 22.8 and later keep the compiled program between runs; earlier ones have no such function.
require('node:module').enableCompileCache?.();
require('../dist/summit.cjs');
