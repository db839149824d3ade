#!/usr/bin/env node
const { enableCompileCache } = require('node:module');

// Node 22.8 and later can keep compiled code between runs; earlier ones have no such function.
if (enableCompileCache) {
  const folder = require('./cache-folder.js').findCacheFolder(process);
  if (folder) enableCompileCache(folder);
}
require('../dist/summit.cjs');
