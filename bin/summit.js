#!/usr/bin/env node
const folder = require('./cache-folder.js').findCacheFolder(process);
if (folder) require('./compile-cache.js').keepCompiledCode(folder);
require('../dist/summit.cjs');
