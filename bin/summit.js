#!/usr/bin/env node
const { enableCompileCache } = require('node:module');

// Node 22.8 and later can keep compiled code between runs.
if (enableCompileCache) {
  const folder = require('./cache-folder.js').findCacheFolder(process);
  if (folder) enableCompileCache(folder);
}
require('../dist/summit.cjs');
